import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv } from 'node:process';
import { schemaFiles } from './schema-files.ts';

if (argv.length > 2) {
  console.error('npm run schemas takes no arguments: it writes the schemas for editors from the schemas in src/news.');
  process.exitCode = 64;
} else {
  for (const [name, text] of schemaFiles()) {
    await writeFile(join(import.meta.dirname, name), text);
    console.log(`Wrote src/schemas/${name}.`);
  }
}

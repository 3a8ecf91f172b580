import { build } from '../../../src/build/build.ts';
import { PROJECT } from '../../../src/build/locations.ts';
import { NOW } from '../fixture.ts';

// Builds in a process of its own and leaves out what the build refuses: build-hostile.ts CONTENT DIST CACHE
// Prints what was done as JSON, or says on the standard error what is wrong.
const [content = '', dist = '', cache = ''] = process.argv.slice(2);
try {
  process.stdout.write(
    JSON.stringify(await build({ project: PROJECT, content, dist, cache, now: NOW, skipBad: true })),
  );
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

import { build } from '../../src/build/build.ts';
import { PROJECT } from '../../src/build/locations.ts';

// Builds in a process of its own, as `npm run build` does: build-once.ts CONTENT DIST CACHE NOW [skip-bad]
// Prints what was done as JSON, or says on the standard error what is wrong.
const [content = '', dist = '', cache = '', now = '', skip] = process.argv.slice(2);
try {
  const request = { project: PROJECT, content, dist, cache, now: Number(now), skipBad: skip === 'skip-bad' };
  const { articles, files, written, removed } = await build(request);
  process.stdout.write(JSON.stringify({ articles, files, written, removed }));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

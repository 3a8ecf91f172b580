import { build } from '../../src/build/build.ts';
import { PROJECT } from '../../src/build/locations.ts';

/** A build in a process of its own, so that its time and memory are its alone. Prints them as JSON. */
const [content = '', dist = '', cache = ''] = process.argv.slice(2);
const started = performance.now();
const { files, written } = await build({ project: PROJECT, content, dist, cache, now: Date.UTC(2026, 10, 22) });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    files,
    written,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: maxRSS / 1024,
  }),
);

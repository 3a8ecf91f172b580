import * as disk from 'node:fs/promises';
import { importInputs } from '../../src/importer/import-inputs.ts';
import { plainRequest, plainShell } from '../unit/importer/desk.ts';

/** An import in a process of its own, so that its time and memory are its alone: CONTENT FILE. Prints them as JSON. */
const [content = '', file = ''] = process.argv.slice(2);
const started = performance.now();
let last = '';
await importInputs(
  plainRequest([file], content),
  plainShell((line) => (last = line), disk, '2026-11-22'),
);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    did: last,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: maxRSS / 1024,
  }),
);

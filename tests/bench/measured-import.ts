import * as disk from 'node:fs/promises';
import { importInputs } from '../../src/importer/import-inputs.ts';
import { NO_FACTS } from '../unit/importer/desk.ts';

/** An import in a process of its own, so that its time and memory are its alone: CONTENT FILE. Prints them as JSON. */
const [content = '', file = ''] = process.argv.slice(2);
const started = performance.now();
let last = '';
const offline = (): Promise<{ ok: false; reason: string }> => Promise.resolve({ ok: false, reason: 'no network' });
await importInputs(
  {
    what: [file],
    facts: NO_FACTS,
    content,
    isNamed: true,
    explain: false,
    dryRun: false,
    skipDuplicates: false,
    fetchPictures: false,
    reportFile: undefined,
  },
  {
    print: (line) => (last = line),
    warn: () => undefined,
    now: () => Date.UTC(2026, 10, 22),
    isStopped: () => false,
    disk,
    stdin: () => process.stdin,
    fetch: offline,
    fetchPicture: offline,
  },
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

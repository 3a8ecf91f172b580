import { benchBuild } from './build.ts';
import { benchDuplicates } from './duplicates.ts';
import { benchEdits } from './edits.ts';
import { benchExtraction } from './extraction.ts';
import { benchFuzz } from './fuzz.ts';
import { benchFuzzRendering } from './fuzz-rendering.ts';
import { benchHeaders } from './headers.ts';
import { benchHostile } from './hostile.ts';
import { benchHosts } from './hosts.ts';
import { benchImport } from './import.ts';
import { benchPages } from './pages.ts';
import { benchRelated } from './related.ts';
import { benchSearch } from './search.ts';
import { benchTags } from './tags.ts';
import { benchThreads } from './threads.ts';

/** Benchmarks print figures, and judge where a figure is a promise: `npm run bench -- build`. Some read third-party files in ../shared. */
const BENCHES: Record<string, () => Promise<void>> = {
  build: benchBuild,
  duplicates: benchDuplicates,
  edits: benchEdits,
  extraction: benchExtraction,
  fuzz: benchFuzz,
  'fuzz-rendering': benchFuzzRendering,
  headers: benchHeaders,
  hostile: benchHostile,
  hosts: benchHosts,
  import: benchImport,
  pages: benchPages,
  related: benchRelated,
  search: benchSearch,
  tags: benchTags,
  threads: benchThreads,
};

const [name = ''] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) await bench();
else {
  console.error(`Say which: npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
  process.exitCode = 64;
}

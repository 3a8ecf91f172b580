import { benchBuild } from './build.ts';
import { benchPages } from './pages.ts';

/** Benchmarks print figures and judge nothing: `npm run bench -- build`, `npm run bench -- pages`. */
const BENCHES: Record<string, () => Promise<void>> = { build: benchBuild, pages: benchPages };

const [name = ''] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) await bench();
else {
  console.error(`Say which: npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
  process.exitCode = 64;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIXTURE_EDITION } from '../setup/fixture.ts';
import { CACHE } from '../../src/build/locations.ts';
import { listFiles } from '../setup/dist.ts';
import { changesOf } from './build/changes.ts';
import { copyEdition, isEditionName } from './build/editions.ts';
import { type Build, measuredBuild, showCost } from './build/measure.ts';
import { measureOthers } from './build/others.ts';

const USAGE = 'Say which: npm run bench -- build [1k] [5k] [19k] [100k] [long] [a number of articles] [others]';

/** CPU seconds and GB that 19,043 and 100,000 articles may take. */
const BUDGETS: Record<string, string> = {
  'cold build': '45 / 260',
  'nothing changed': '2 / 8',
  'one article edited': '6 / 25',
  'peak memory, MB': '900 / 3000',
  'search index, cold': '45 at 19k',
  'search index, one edit': '4 at 19k',
  'search index, peak MB: ours + Pagefind': '1000 at 19k',
};

/** Rows of a table by name, each with a cell for each edition. */
type Table = Record<string, Record<string, string>>;

/** An edition that was built. */
interface Column {
  name: string;
  articles: number;
  cold: Build;
  cells: Map<string, string>;
}

/**
 * Builds editions of Reuters' articles of 1987, by default the first 1k, 5k and all 19k: cold, unchanged, and after each
 * of six changes, each in a process of its own. Prints CPU seconds, search apart, and how many times the yardstick they
 * are; memory; what each stage of a cold build takes, and how it grows: an exponent of 1 is as the articles do. `others`
 * has Eleventy and Hugo build the same articles. Linux only.
 */
export async function benchBuild(): Promise<void> {
  const words = process.argv.slice(3);
  const names = words.filter(isEditionName);
  if (words.some((word) => word !== 'others' && !isEditionName(word))) {
    console.error(USAGE);
    process.exitCode = 64;
    return;
  }
  console.log(
    'CPU seconds (× how many times a fixed run of remark in the same minute), search apart; memory at its most',
  );
  const columns: Column[] = [];
  await inFolder((folder) => measuredBuild(FIXTURE_EDITION, join(folder, 'dist'), join(folder, 'cache')));
  for (const name of names.length > 0 ? names : ['1k', '5k', '19k']) {
    const column = await inFolder((folder) => measureEdition(name, folder));
    if (words.includes('others'))
      for (const [row, cell] of await inFolder((folder) => measureOthers(name, folder))) column.cells.set(row, cell);
    columns.push(column);
    console.table(toTable(columns));
  }
  console.table(toStages(columns));
}

async function measureEdition(name: string, folder: string): Promise<Column> {
  const content = await copyEdition(name, folder);
  const build = (): Promise<Build> => measuredBuild(content, join(folder, 'dist'), join(folder, 'cache'));
  const articles = listFiles(join(content, 'articles')).length;
  // All editions share the bundled templates; nothing is cold that finds them.
  await rm(join(CACHE, 'templates'), { recursive: true, force: true });
  const cold = await build();
  const builds = new Map([['cold build', cold]]);
  builds.set('nothing changed', await build());
  for (const [change, make] of await changesOf(content)) {
    make();
    builds.set(change, await build());
  }
  const all = [...builds.values()];
  const edited = builds.get('one article edited') ?? cold;
  const most = (figureOf: (build: Build) => number): string => String(Math.round(Math.max(...all.map(figureOf))));
  const cells = new Map([['files', String(cold.files)]]);
  for (const [row, { all: cost }] of builds) cells.set(row, showCost(cost));
  cells.set(
    'peak memory, MB',
    most(({ peak }) => peak),
  );
  cells.set('search index, cold', showCost(cold.search));
  cells.set('search index, one edit', showCost(edited.search));
  const searchPeaks = [most(({ searchPeak }) => searchPeak.own), most(({ searchPeak }) => searchPeak.pagefind)];
  cells.set('search index, peak MB: ours + Pagefind', searchPeaks.join(' + '));
  return { name, articles, cold, cells };
}

function toTable(columns: readonly Column[]): Table {
  const rows = new Set(columns.flatMap(({ cells }) => [...cells.keys()]));
  return Object.fromEntries(
    [...rows].map((row) => {
      const cells = columns.map(({ name, cells: own }): [string, string] => [name, own.get(row) ?? '']);
      return [row, { ...Object.fromEntries(cells), 'budget 19k / 100k': BUDGETS[row] ?? '' }];
    }),
  );
}

/** CPU seconds of each stage of a cold build, and the exponent of its growth from one edition to the next. */
function toStages(columns: readonly Column[]): Table {
  const stages = Object.keys(columns[0]?.cold.stages ?? {});
  return Object.fromEntries(
    stages.map((stage) => {
      const row: Record<string, string> = {};
      columns.forEach(({ name, articles, cold }, index) => {
        const seconds = cold.stages[stage] ?? 0;
        row[name] = seconds.toFixed(2);
        const last = columns[index - 1];
        if (!last) return;
        const growth = Math.log(seconds / (last.cold.stages[stage] ?? 0)) / Math.log(articles / last.articles);
        row[`${last.name} to ${name}`] = growth.toFixed(2);
      });
      return [stage, row];
    }),
  );
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'tearsheet-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { start } from '../setup/chromium.ts';
import { buildHostile, type HostileEdition } from '../setup/hostile/edition.ts';
import type { Finding } from '../setup/hostile/judge.ts';
import { judgeControl, judgeEdition, sawScript } from '../setup/hostile/run.ts';
import { sampleOf, sharedVectors, type Vector } from '../setup/hostile/vectors.ts';
import { type Way, WAYS } from '../setup/hostile/ways.ts';
import { makeScratchFolder } from '../setup/scratch.ts';

/** Lists and feeds of topics, and old paths, are as many as attacks: of each edition so many are read. */
const TOPICS = 300;

/** Every so manieth attack is judged once more with its page's policy left out of account. */
const WITHOUT_POLICY = 10;

/**
 * Brings the attacks of public test suites in all ways through import and build into the browser, and prints what
 * came of it: `npm run bench -- hostile`. `--ways body,feed` takes some ways alone, `--sample 200` fewer attacks.
 */
export async function benchHostile(): Promise<void> {
  const all = sharedVectors();
  const sample = flag('--sample');
  const vectors = sample === undefined ? all : sampleOf(all, Number(sample), 'bench');
  const ways = flag('--ways')?.split(',');
  const folder = makeScratchFolder();
  const server = await start();
  const browser = await chromium.connect(server.wsEndpoint());
  const reached = new Set<string>();
  const refused = new Map<string, number>();
  const findings: Finding[] = [];
  try {
    console.log('way       articles  pages  findings  seconds');
    for (const way of WAYS.filter((known) => ways?.includes(known) ?? true)) {
      const begun = performance.now();
      const edition = await buildHostile(join(folder, way), { [way]: vectors });
      for (const { vector } of edition.articles) reached.add(vector.id);
      for (const [reason, times] of edition.refused) refused.set(reason, (refused.get(reason) ?? 0) + times);
      const { pages, found } = await judge(browser, edition, way);
      findings.push(...found);
      const seconds = Math.round((performance.now() - begun) / 1000);
      const columns = [edition.articles.length, pages, found.length, seconds].map((it) => String(it).padStart(8));
      console.log(`${way.padEnd(8)}${columns.join(' ')}`);
      printKinds('  finding', kindsOf(found));
      if (way === 'body') await printControl(browser, edition, vectors);
      rmSync(join(folder, way), { recursive: true });
    }
    const share = (vectors.filter(({ id }) => reached.has(id)).length / vectors.length) * 100;
    console.log(`\n${vectors.length} attacks, ${share.toFixed(1)} % of them on a page; ${findings.length} findings`);
    printKinds('  not taken', refused);
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function judge(
  browser: Browser,
  edition: HostileEdition,
  way: Way,
): Promise<{ pages: number; found: Finding[] }> {
  const isOfTopic = (path: string): boolean => /^(?:tags|old)\/./u.test(path);
  const some = (paths: string[]): string[] => [
    ...paths.filter((path) => !isOfTopic(path)),
    ...sampleOf(paths.filter(isOfTopic), TOPICS, way),
  ];
  const guarded = await judgeEdition(browser, edition, { others: some, feeds: some });
  const articles = edition.articles.filter(
    ({ vector }, index) => index % WITHOUT_POLICY === 0 || vector.id === 'clean-0',
  );
  const options = { withoutPolicy: true, others: () => [], feeds: () => [] };
  const bare = await judgeEdition(browser, { ...edition, articles }, options);
  return { pages: guarded.pages + bare.pages, found: [...guarded.findings, ...bare.findings] };
}

async function printControl(browser: Browser, edition: HostileEdition, vectors: readonly Vector[]): Promise<void> {
  const live = vectors.filter((vector) => vector.live);
  const seen = await judgeControl(browser, edition, live);
  const ran = live.filter(({ id }) => sawScript(seen.get(id) ?? []));
  const noticed = [...seen.values()].filter((found) => found.length > 0);
  console.log(`  control: ${ran.length} of ${live.length} live ones run a script, ${noticed.length} are noticed`);
}

function kindsOf(findings: readonly Finding[]): Map<string, number> {
  const kinds = new Map<string, number>();
  for (const { path, what } of findings) {
    const kind = what.replace(/[:=][\s\S]*/u, '').slice(0, 60);
    if (!kinds.has(kind)) console.log(`  for example ${path}: ${what.slice(0, 300)}`);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}

function printKinds(label: string, kinds: ReadonlyMap<string, number>): void {
  for (const [kind, times] of [...kinds].sort(([, a], [, b]) => b - a)) {
    console.log(`${label} ${String(times).padStart(6)}  ${kind}`);
  }
}

function flag(name: string): string | undefined {
  const place = process.argv.indexOf(name);
  return place === -1 ? undefined : process.argv[place + 1];
}

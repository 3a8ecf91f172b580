import type { z } from 'zod';
import { toTags } from '../../src/news/article.ts';
import { toEvidence } from '../../src/news/related/evidence.ts';
import type { Told } from '../../src/tags/find-threads.ts';
import { proposeThreads } from '../../src/tags/propose-threads.ts';
import { makeFront } from '../unit/routes/edition.ts';
import { plainStory, readStories } from './reuters.ts';

/** So many are printed of each half, taken at even distances. */
const SHOWN = 40;

/** And of each so many headlines. */
const HEADLINES = 5;

/**
 * Proposes threads among Reuters' stories and prints some of them to be read: no gold standard tells which are stories.
 * The limits were chosen on the earlier half by date; the later half judges them. A half is not a random one, since
 * that would tear the stories apart.
 */
export async function benchThreads(): Promise<void> {
  const articles = (await readStories(plainStory)).map(toTold).sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  const middle = articles[articles.length >> 1];
  const cut = middle === undefined ? '' : dayOf(middle);
  show(
    'tuned',
    articles.filter((article) => dayOf(article) < cut),
  );
  show(
    'unseen',
    articles.filter((article) => dayOf(article) >= cut),
  );
}

function show(half: string, articles: readonly Told[]): void {
  const before = process.cpuUsage();
  const proposals = proposeThreads(articles);
  const { user, system } = process.cpuUsage(before);
  const step = Math.max(1, Math.floor(proposals.length / SHOWN));
  for (const { name, articles: its, because } of proposals.filter((_, index) => index % step === 0)) {
    console.log(`\n${half}: "${name}", ${its.length} articles; ${because.join(', ')}`);
    const every = Math.ceil(its.length / HEADLINES);
    for (const one of its.filter((_, index) => index % every === 0)) console.log(`  ${dayOf(one)}  ${one.front.title}`);
  }
  const inThreads = proposals.reduce((sum, { articles: its }) => sum + its.length, 0);
  const seconds = ((user + system) / 1e6).toFixed(1);
  console.log(
    `\n${half}: ${proposals.length} threads of ${inThreads} of ${articles.length} articles, ${seconds} CPU s\n`,
  );
}

function toTold({ id, title, text, published, tags }: z.output<typeof plainStory>): Told {
  const front = makeFront({ title, published: published.slice(0, 10), tags });
  return {
    file: `${id}.md`,
    front,
    lang: 'en',
    tags: toTags(tags),
    evidence: toEvidence(title, text.split('\n\n'), 'en'),
  };
}

function dayOf({ front }: Told): string {
  return front.published ?? '';
}

import { z } from 'zod';
import type { Article } from '../../src/news/article.ts';
import { daysApart } from '../../src/news/near-duplicates.ts';
import { relatedArticles } from '../../src/news/related.ts';
import { toEvidence } from '../../src/news/related/evidence.ts';
import { otherVersions } from '../../src/news/related/versions.ts';
import { makeArticle } from '../unit/routes/edition.ts';
import { isTuned, plainStory, readStories } from './reuters.ts';

const story = plainStory.extend({ gold: z.object({ topics: z.array(z.string()) }) });

type Story = z.output<typeof story>;

const SIZES = [1000, 5000, 10_000, Infinity];

/** Links are shown in fives. */
const SHOWN = 5;

/** Stories that name one company in so many days are mostly about one event. Days, and how the code of one is written. */
const EVENT = 14;
const COMPANY = /<(?<code>[A-Z]{2,6}(?:\.[A-Z]+)?)>/gu;

/**
 * Weights were chosen by the stories of one half, and the other half judges them.
 * Finds related articles among Reuters' stories and prints how many of the five share a topic that the stories' tags do
 * not tell: P@5, nDCG@5, MRR, the share of articles with links, and CPU seconds, for the first 1k, 5k, 10k and all.
 * Judged are the stories with a topic that at least one other story has; all stories may be found. Versions of a story
 * are not shown and do not count. A missing link counts as a wrong one. `same company`: the share of the first links
 * that name the same company within a fortnight, of as many as there are; its code is taken out of the texts before.
 */
export async function benchRelated(): Promise<void> {
  const stories = await readStories(story);
  console.table(SIZES.flatMap((size) => measure(stories.slice(0, size))));
}

function measure(stories: readonly Story[]): Record<string, unknown>[] {
  const [articles, remembering] = timed(() => stories.map(toArticle));
  const [versions, comparing] = timed(() => otherVersions(articles));
  const [related, relating] = timed(() => relatedArticles(articles, versions));
  const topics = new Map(articles.map((article, index) => [article, new Set(stories[index]?.gold.topics)]));
  const byTopic = new Map<string, Article[]>();
  for (const [article, own] of topics)
    for (const topic of own) byTopic.set(topic, [...(byTopic.get(topic)?.slice(0, SHOWN) ?? []), article]);
  const judged = articles.flatMap((article, index) => {
    const own = topics.get(article) ?? new Set<string>();
    const links = related.get(article)?.map(({ article: other }) => topics.get(other) ?? new Set<string>()) ?? [];
    const alike = countAlike(article, own, byTopic);
    return alike === 0
      ? []
      : [
          {
            half: isTuned(stories[index]?.id ?? '') ? 'tuned' : 'unseen',
            alike,
            hits: links.map((it) => shares(own, it)),
          },
        ];
  });
  const sameCompany = judgeCompanies(stories);
  const linked = articles.filter((article) => (related.get(article) ?? []).length > 0).length;
  return (['tuned', 'unseen'] as const).map((half) => {
    const queries = judged.filter((query) => query.half === half);
    const mean = (of: (hits: readonly boolean[], alike: number) => number): string =>
      (queries.reduce((sum, { hits, alike }) => sum + of(hits, alike), 0) / queries.length).toFixed(3);
    return {
      articles: articles.length,
      half,
      judged: queries.length,
      'P@5': mean((hits) => hits.filter(Boolean).length / SHOWN),
      'nDCG@5': mean((hits, alike) => gain(hits) / gain(Array.from({ length: alike }, () => true))),
      MRR: mean((hits) => (hits.includes(true) ? 1 / (hits.indexOf(true) + 1) : 0)),
      'same company': sameCompany,
      'with links': (linked / articles.length).toFixed(3),
      'with versions': versions.size,
      'CPU s: text to words': remembering,
      versions: comparing,
      'related, index and all queries': relating,
    };
  });
}

function toArticle({ id, title, text, published, tags }: Story): Article {
  const article = makeArticle(`${id}.md`, { title, published: published.slice(0, 10), tags });
  return { ...article, evidence: toEvidence(title, text.split('\n\n'), 'en') };
}

function withoutCodes(found: Story): Story {
  const [title = '', text = ''] = [found.title, found.text].map((words) => words.replaceAll(COMPANY, ' ').trim());
  return { ...found, title: title === '' ? found.id : title, text };
}

/** Stands in for clusters of events, which Reuters' stories are not sorted by. */
function judgeCompanies(stories: readonly Story[]): string {
  const articles = stories.map((found) => toArticle(withoutCodes(found)));
  const versions = otherVersions(articles);
  const related = relatedArticles(articles, versions);
  const companies = new Map(articles.map((article, index) => [article, codesIn(stories[index])]));
  const named = Map.groupBy(
    articles.flatMap((article) => [...(companies.get(article) ?? [])].map((code) => ({ article, code }))),
    ({ code }) => code,
  );
  const shares = articles.flatMap((article) => {
    const near = [...(companies.get(article) ?? [])].flatMap((code) => named.get(code) ?? []);
    const alike = new Set(near.map((it) => it.article).filter((other) => isNear(article, other)));
    for (const other of [article, ...(versions.get(article) ?? [])]) alike.delete(other);
    const most = Math.min(SHOWN, alike.size);
    const links = related.get(article)?.slice(0, most) ?? [];
    return most === 0 ? [] : [links.filter((link) => alike.has(link.article)).length / most];
  });
  return `${(shares.reduce((sum, share) => sum + share, 0) / shares.length).toFixed(3)} of ${shares.length}`;
}

function codesIn(found: Story | undefined): Set<string> {
  const matches = found ? `${found.title} ${found.text}`.slice(0, 500).matchAll(COMPANY) : [];
  return new Set(Array.from(matches, ({ groups }) => groups?.['code'] ?? ''));
}

function isNear(one: Article, other: Article): boolean {
  return (daysApart(one.front.published, other.front.published) ?? EVENT + 1) <= EVENT;
}

/** Discounted cumulative gain, each hit worth one: Järvelin and Kekäläinen, ACM TOIS 20 (2002). */
function gain(hits: readonly boolean[]): number {
  return hits.reduce((sum, hit, index) => sum + (hit ? 1 / Math.log2(index + 2) : 0), 0);
}

function shares(one: ReadonlySet<string>, other: ReadonlySet<string> = new Set()): boolean {
  for (const topic of one) if (other.has(topic)) return true;
  return false;
}

/** How many other articles share a topic with one, up to as many as are shown. */
function countAlike(article: Article, own: ReadonlySet<string>, byTopic: ReadonlyMap<string, Article[]>): number {
  const alike = new Set<Article>();
  // The first few of each topic are enough to fill all that is shown.
  for (const topic of own) for (const other of (byTopic.get(topic) ?? []).slice(0, SHOWN + 1)) alike.add(other);
  alike.delete(article);
  return Math.min(alike.size, SHOWN);
}

function timed<Result>(work: () => Result): [Result, string] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, ((user + system) / 1e6).toFixed(2)];
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { indexArticles } from '../../src/build/search/index-articles.ts';
import type { Article } from '../../src/news/article.ts';
import { countWords } from '../../src/news/reading-time.ts';
import { makeArticle, makeEdition } from '../unit/routes/edition.ts';
import { childrenPeaks, childSeconds } from './process-figures.ts';
import { plainStory, readStories } from './reuters.ts';

const SIZES = [1000, 5000, Infinity];

/**
 * Indexes Reuters' stories for search, the first 1k, 5k and all, cold and after one edit, and prints CPU seconds of ours
 * and of Pagefind's process, the most memory that Pagefind took, and what the index weighs. Linux only.
 */
export async function benchSearch(): Promise<void> {
  const html = new Map<string, string>();
  const articles = (await readStories(plainStory)).map((story) => toArticle(story, html));
  const rows: Record<string, unknown>[] = [];
  for (const size of SIZES) {
    const folder = await mkdtemp(join(tmpdir(), 'tearsheet-bench-'));
    try {
      const own = articles.slice(0, size);
      rows.push({ articles: own.length, build: 'cold', ...(await measure(own, html, folder)) });
      const middle = Math.floor(own.length / 2);
      const edited = own.map((article, index) => (index === middle ? { ...article, text: 'edited' } : article));
      rows.push({ articles: own.length, build: 'one edit', ...(await measure(edited, html, folder)) });
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  console.table(rows);
}

function toArticle(
  { id, title, text, published, tags }: z.output<typeof plainStory>,
  html: Map<string, string>,
): Article {
  const page = `page ${id}`;
  const paragraphs = text.split('\n\n').map((paragraph) => paragraph.replace(/&/gu, '&amp;').replace(/</gu, '&lt;'));
  html.set(page, paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''));
  const keys = { title, published: published.slice(0, 10), tags, source: { name: 'Reuters' } };
  return makeArticle(`${id}.md`, keys, { body: { page, excerpt: page, words: countWords(text, 'en') } });
}

async function measure(
  articles: readonly Article[],
  html: ReadonlyMap<string, string>,
  folder: string,
): Promise<Record<string, unknown>> {
  const request = { edition: makeEdition(articles), html: (digest: string) => html.get(digest) ?? '' };
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, ...childrenPeaks());
  }, 50);
  const [ours, others] = [process.cpuUsage(), childSeconds()];
  const outputs = await indexArticles({ ...request, cache: { folder, codeHash: 'bench' } });
  const { user, system } = process.cpuUsage(ours);
  clearInterval(watch);
  const bytes = outputs.reduce(
    (sum, output) => sum + ('packed' in output ? output.packed.length : 'text' in output ? output.text.length : 0),
    0,
  );
  return {
    parts: outputs.filter(({ file }) => file.endsWith('.pf_meta')).length,
    files: outputs.length,
    MB: (bytes / 1e6).toFixed(1),
    'CPU s: ours': ((user + system) / 1e6).toFixed(2),
    "CPU s: Pagefind's": (childSeconds() - others).toFixed(2),
    'peak MB: Pagefind': Math.round(peak),
    'peak MB: ours, so far': Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

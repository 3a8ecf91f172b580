import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Nodes } from 'mdast';
import { z } from 'zod';
import { PROJECT } from '../../src/build/locations.ts';
import { webPage } from '../../src/importer/html/web-page.ts';
import type { RawArticle } from '../../src/importer/raw-article.ts';

const PAGES = resolve(PROJECT, '../shared/data/pages');
const goldSchema = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string() }));

/** A saved page, and the text that people found in it. */
export interface GoldPage {
  id: string;
  url: string;
  text: string;
  bytes: Uint8Array;
}

/** The pages of the article extraction benchmark that stand beside the repository. */
export function goldPages(): GoldPage[] {
  const gold = goldSchema.parse(JSON.parse(readFileSync(`${PAGES}/ground-truth.json`, 'utf8')));
  return Object.entries(gold).map(([id, { articleBody, url }]) => {
    return { id, url, text: articleBody, bytes: gunzipSync(readFileSync(`${PAGES}/html/${id}.html.gz`)) };
  });
}

/** Reads a page as the importer does; nothing where it finds no article. */
export async function readGoldPage({ bytes, url }: GoldPage): Promise<RawArticle | undefined> {
  const [found] = await webPage.read({ name: 'page.html', bytes, known: { url } });
  return found?.ok === true ? found.article : undefined;
}

/** The text of a body, a line for each block, without pictures and their captions. */
export function bodyText({ body }: RawArticle): string {
  const lines: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') lines.push(node.value);
    if (node.type === 'break') lines.push('\n');
    if ('children' in node) node.children.forEach(walk);
    if (/^(?:paragraph|heading|listItem|tableCell|code)$/u.test(node.type)) lines.push('\n');
  };
  body.forEach(walk);
  return lines.join('');
}

/** The shares of common, wrong and missing 4-grams of words, and the F1 of one page. */
export interface Shares {
  tp: number;
  fp: number;
  fn: number;
  f1: number;
}

/** Compares two texts by their multisets of four words in a row, words being `\w+` as in the benchmark of Zyte. */
export function compareTexts(found: string, wanted: string): Shares {
  const a = gramsOf(found);
  const b = gramsOf(wanted);
  const common = [...a].reduce((sum, [gram, count]) => sum + Math.min(count, b.get(gram) ?? 0), 0);
  const fp = sizeOf(a) - common;
  const fn = sizeOf(b) - common;
  const all = common + fp + fn || 1;
  return {
    tp: common / all,
    fp: fp / all,
    fn: fn / all,
    f1: all === 1 && common === 0 ? 1 : (2 * common) / (2 * common + fp + fn),
  };
}

/** Precision, recall and F1 over pages: of the averaged shares, as that benchmark has it, and the mean of the pages. */
export function summarise(pages: readonly Shares[]): Record<'precision' | 'recall' | 'f1' | 'mean', number> {
  const sum = (key: keyof Shares): number => pages.reduce((total, page) => total + page[key], 0);
  const precision = sum('tp') / (sum('tp') + sum('fp'));
  const recall = sum('tp') / (sum('tp') + sum('fn'));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), mean: sum('f1') / pages.length };
}

function gramsOf(text: string): Map<string, number> {
  const words = text.match(/\w+/gu) ?? [];
  const grams = new Map<string, number>();
  const last = Math.max(words.length - 3, Math.min(words.length, 1));
  for (let index = 0; index < last; index += 1) {
    const gram = words.slice(index, index + 4).join(' ');
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

function sizeOf(grams: ReadonlyMap<string, number>): number {
  return [...grams.values()].reduce((sum, count) => sum + count, 0);
}

/** Prints how well and how fast articles are found in 90 saved pages, and how many have title, byline and date. */
export async function benchExtraction(): Promise<void> {
  const pages = goldPages();
  const begun = process.cpuUsage();
  const read: (RawArticle | undefined)[] = [];
  for (const page of pages) read.push(await readGoldPage(page));
  const { user, system } = process.cpuUsage(begun);
  const shares = pages.map(({ text }, index) => compareTexts(textOf(read[index]), text));
  const half = (which: number): Shares[] =>
    shares.filter((_, index) => Number.parseInt(pages[index]?.id.slice(0, 2) ?? '', 16) % 2 === which);
  console.table({
    'all pages': summarise(shares),
    'half tuned on': summarise(half(0)),
    'other half': summarise(half(1)),
  });
  const having = (key: 'authors' | 'published' | 'picture' | 'description'): number =>
    read.filter((article) => article?.[key] !== undefined).length;
  console.table({
    pages: pages.length,
    'no article': read.filter((article) => !article).length,
    'with byline': having('authors'),
    'with date': having('published'),
    'with standfirst': having('description'),
    'with picture': having('picture'),
    'CPU ms a page': Math.round((user + system) / 1000 / pages.length),
    'peak MB': Math.round(process.resourceUsage().maxRSS / 1024),
  });
}

function textOf(article: RawArticle | undefined): string {
  return article ? bodyText(article) : '';
}

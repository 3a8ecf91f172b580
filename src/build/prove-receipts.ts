import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../news/article.ts';
import { copyBlocks, copyDigest } from '../news/copy.ts';
import type { Edition } from '../news/edition.ts';
import { shownText } from '../news/publication.ts';
import { pageBlocks } from './page-text.ts';
import type { Output } from './plan.ts';

/** A built page whose text is not the text of its article. */
export class LostText extends Error {}

/**
 * Reads every article page written in this build and proves its text: all of it where all may be shown, the
 * paragraphs of the excerpt where only they may, none but the headline where nothing may. For a verbatim copy the
 * full text is the one of its receipt. Throws with the file and the first block that differs.
 */
export async function proveReceipts(
  edition: Edition,
  written: readonly Output[],
  folder: string,
  html: (digest: string) => string,
): Promise<void> {
  const articles = new Map<string, Article>(edition.articles.map((article) => [article.path, article]));
  for (const output of written) {
    if (!('route' in output) || output.route.page !== 'article') continue;
    const article = articles.get(output.route.path);
    if (article) prove(edition, article, await readFile(join(folder, output.file), 'utf8'), html);
  }
}

function prove(edition: Edition, article: Article, page: string, html: (digest: string) => string): void {
  const shown = shownText(article.front, edition.site);
  const found = pageBlocks(page);
  if (shown === 'full' && copyDigest(found.map((text) => ({ text }))) === article.text) return;
  const body = { full: article.body.page, excerpt: article.body.excerpt, nothing: undefined }[shown];
  const bodyBlocks = body === undefined ? [] : pageBlocks(`<div data-part="body">${html(body)}</div>`);
  const front = shown === 'nothing' ? { title: article.front.title } : article.front;
  const expected = copyBlocks(front, bodyBlocks).map(({ text }) => text);
  const index = expected.findIndex((text, position) => text !== found[position]);
  const first = index === -1 ? expected.length : index;
  if (shown !== 'full' && first === expected.length && found.length === expected.length) return;
  throw new LostText(
    `${article.file}: the page does not show the article's text. Block ${first + 1} is ${quote(found[first])}, ` +
      `expected ${quote(expected[first])}.`,
  );
}

function quote(text: string | undefined): string {
  return text === undefined ? 'missing' : `"${text.length > 120 ? `${text.slice(0, 120)}…` : text}"`;
}

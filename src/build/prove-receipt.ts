import type { Article } from '../news/article.ts';
import { copyBlocks, copyDigest } from '../news/copy.ts';
import type { Edition } from '../news/edition.ts';
import { shownText } from '../news/publication.ts';
import { pageBlocks } from './page-text.ts';

/** A built page whose text is not the text of its article. */
export class LostText extends Error {}

/**
 * Reads an article's page as it is about to be published and proves its text: all of it where all may be shown, the
 * paragraphs of the excerpt where only they may, none but the headline where nothing may. For a verbatim copy the
 * full text is the one of its receipt. Throws a LostText with the file and the first block that differs.
 */
export function proveReceipt(edition: Edition, article: Article, page: string, html: (digest: string) => string): void {
  const shown = shownText(article.front, edition.site);
  const found = pageBlocks(mainOf(page));
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

/** Proves that the page of an earlier version holds its whole text. Throws a LostText where it does not. */
export function proveVersion(path: string, page: string, body: string): void {
  if (!page.includes(body)) throw new LostText(`${path}: the page does not show the text of the version.`);
}

/** The part of a page that holds all of its article's text: what stands around it is longer than most articles. */
function mainOf(page: string): string {
  const [start, end] = [page.indexOf('<main'), page.lastIndexOf('</main>')];
  return start === -1 || end === -1 ? page : page.slice(start, end);
}

function quote(text: string | undefined): string {
  return text === undefined ? 'missing' : `"${text.length > 120 ? `${text.slice(0, 120)}…` : text}"`;
}

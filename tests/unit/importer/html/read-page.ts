import { webPage } from '../../../../src/importer/html/web-page.ts';
import type { RawArticle } from '../../../../src/importer/raw-article.ts';
import { toMarkdown } from '../../../../src/importer/copy/to-markdown.ts';
import type { Found, Known } from '../../../../src/importer/unit.ts';

/** Paragraphs long enough to be an article by themselves. */
export const TEXT = [
  'The council of Mill Ford voted on Tuesday to close the old bridge for two years, after engineers found that three of its piers had been hollowed out by the river.',
  'Traffic will be led over the new road in the north, which adds about four kilometres to the way into town, and buses will run twice an hour, the mayor told reporters.',
  'Shop owners on the eastern bank, who have asked for help since the floods of last spring, said that they had not been heard, and that many of them would have to give up.',
  'Work is to begin in March, once the ice has gone, and a first part of the bridge could be open to people on foot by the end of the following year, the engineers said.',
];

export const HEADLINE = 'Mill Ford closes its bridge for two years';

export const PARAGRAPHS = TEXT.map((text) => `<p>${text}</p>`).join('\n');

/** A whole page around an article's HTML. */
export function pageOf(
  article: string,
  head = '<title>Mill Ford closes its bridge for two years | The Ford Post</title>',
): string {
  return `<!doctype html>\n<html lang="en"><head>${head}</head><body>
<nav><a href="/">Front</a> <a href="/sport">Sport</a></nav>
<main><article><h1>${HEADLINE}</h1>
${article}
</article></main>
<footer>All about the Ford Post</footer></body></html>`;
}

export async function tryPage(html: string | Uint8Array, known: Known = {}): Promise<Found> {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  const [found] = await webPage.read({ name: 'page.html', bytes, known });
  if (!found) throw new Error('a page gives one answer');
  return found;
}

/** The article of a page that must have one. */
export async function readPage(html: string | Uint8Array, known: Known = {}): Promise<RawArticle> {
  const found = await tryPage(html, known);
  if (!found.ok) throw new Error(found.reason);
  return found.article;
}

/** The Markdown of an article's body. */
export async function bodyOf(html: string, known: Known = {}): Promise<string> {
  return toMarkdown((await readPage(html, known)).body);
}

/** Why a block of the page was left out of the article; nothing where it was not. */
export function reasonOf(article: RawArticle, text: string): string | undefined {
  const block = article.blocks.find((candidate) => candidate.text === text);
  return block?.reason;
}

import { copyOf } from '../../../../src/importer/copy/copy-of.ts';
import { feed } from '../../../../src/importer/feed/feed.ts';
import type { RawArticle } from '../../../../src/importer/raw-article.ts';
import { toMarkdown } from '../../../../src/importer/copy/to-markdown.ts';
import type { Found, Known } from '../../../../src/importer/unit.ts';
import type { Receipt } from '../../../../src/news/front-matter.ts';
import { toReceipt } from '../../../../src/news/receipt.ts';

/** Text as an XML document carries it. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A feed of RSS 2.0 whose channel holds what is given: items, or anything else. */
export function rss(
  items: string,
  channel = '<title>Harbor Gazette</title><link>https://gazette.example/</link>',
): string {
  return `<?xml version="1.0"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${channel}${items}</channel></rss>`;
}

/** A feed of Atom with what is given below its title. */
export function atom(entries: string, attributes = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Harbor Gazette</title><link href="https://gazette.example/"/>${entries}</feed>`;
}

export function json(items: readonly unknown[], rest: object = {}): string {
  const version = 'https://jsonfeed.org/version/1.1';
  return JSON.stringify({
    version,
    title: 'Harbor Gazette',
    home_page_url: 'https://gazette.example/',
    ...rest,
    items,
  });
}

/** What a feed holds, given as text or bytes. */
export async function readFeed(source: string | Uint8Array, known: Known = {}): Promise<Found[]> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  return feed.read({ name: 'feed.xml', bytes, known });
}

/** The articles of a feed, all of which can be read. */
export async function articlesIn(source: string | Uint8Array, known: Known = {}): Promise<RawArticle[]> {
  const found = await readFeed(source, known);
  return found.map((entry) => {
    if (!entry.ok) throw new Error(entry.reason);
    return entry.article;
  });
}

/** The first article of a feed. */
export async function articleIn(source: string | Uint8Array, known: Known = {}): Promise<RawArticle> {
  const [article] = await articlesIn(source, known);
  if (!article) throw new Error('no article');
  return article;
}

/** Why a feed is refused as a whole. */
export async function refusalOf(source: string | Uint8Array, known: Known = {}): Promise<string> {
  const [first, ...others] = await readFeed(source, known);
  if (!first || first.ok || others.length > 0) throw new Error('not refused as a whole');
  return first.reason;
}

/** The text of an article as its Markdown has it. */
export function bodyOf(article: RawArticle): string {
  return toMarkdown(article.body).trim();
}

export function receiptOf(article: RawArticle): Receipt {
  const { title, caption, pictureCredit, body } = article;
  const image = caption || pictureCredit ? { caption: caption?.value, credit: pictureCredit?.value } : undefined;
  return toReceipt(article.blocks, copyOf({ title: title.value, image }, toMarkdown(body)));
}

import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { Parser } from 'htmlparser2';
import rehypeRaw from 'rehype-raw';
import { remark } from 'remark';
import type { ArticleContext } from '../../../src/markdown/context.ts';
import { type RenderedBody, renderBody } from '../../../src/markdown/pipeline.ts';

/** The same picture in two sizes, as AVIF. */
export const SOURCE = {
  type: 'image/avif',
  srcset: '/news/pictures/kerry-480.avif 480w, /news/pictures/kerry-600.avif 600w',
  sizes: '(min-width: 39rem) 36rem, 92vw',
};

/** An article of October 2016 under the base path /news/, with one picture beside it. */
export const CONTEXT: ArticleContext = {
  file: '2016/10/truce.md',
  siteUrl: 'https://paper.example/news/',
  pictures: new Map([
    ['kerry.jpg', { href: '/news/articles/2016/10/kerry.jpg', width: 600, height: 400, sources: [SOURCE] }],
  ]),
};

export function render(markdown: string, context: Partial<ArticleContext> = {}): RenderedBody {
  return renderBody(markdown, { ...CONTEXT, ...context });
}

/** An element as a parser that knows nothing of ours finds it. */
export interface FoundElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** All elements of a stretch of HTML, in order, each with the text below it. */
export function elementsOf(html: string): FoundElement[] {
  const found: FoundElement[] = [];
  const open: FoundElement[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, text: '' };
      found.push(element);
      open.push(element);
    },
    ontext(text) {
      for (const element of open) element.text += text;
    },
    onclosetag: () => open.pop(),
  });
  parser.end(html);
  return found;
}

/** The elements of one name. */
export function elementsNamed(html: string, name: string): FoundElement[] {
  return elementsOf(html).filter((element) => element.name === name);
}

/** The values of an attribute, in order. */
export function valuesOf(html: string, attribute: string): string[] {
  return elementsOf(html).flatMap(({ attributes }) => attributes[attribute] ?? []);
}

/** The same HTML without the ids of passages. */
export function withoutPassageIds(html: string): string {
  return html.replace(/(<(?:p|li)\b[^>]*) id="p-[0-9a-z]{6}(?:-\d+)?"/gu, '$1');
}

const asBrowser = remark().use(rehypeRaw).freeze();

/** The same HTML after a browser has read it and written it again. */
export function reread(html: string): string {
  const tree: Root = { type: 'root', children: [{ type: 'raw', value: html }] };
  return toHtml(asBrowser.runSync(tree));
}

import type { Root as HtmlTree } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root as MarkdownTree } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { resolveAddresses, withAbsoluteAddresses } from './addresses.ts';
import type { ArticleContext } from './context.ts';
import { endDeclarations } from './declarations.ts';
import { excerptOf } from './excerpt.ts';
import { toFigures } from './figures.ts';
import { finish } from './finish.ts';
import { plainTree } from './plain-paragraphs.ts';
import { newsSchema } from './sanitize-schema.ts';
import { settle } from './settle.ts';
import { showPictures } from './show-pictures.ts';
import { blocksOf, isElement } from './tree-text.ts';

/** An article's body, safe to stand in a page. */
export interface RenderedBody {
  html: string;
  /** The same with absolute addresses, for feeds. */
  feedHtml: string;
  /** Its first paragraphs with absolute addresses, for articles of which only an excerpt may be published (`excerptOf`). */
  excerptHtml: string;
  /** The two with absolute addresses as trees, not to be changed. */
  trees: { whole: HtmlTree; excerpt: HtmlTree };
  /** The first paragraphs, plain; empty where the text does not begin with one. */
  opening: string[];
  /** The paragraphs of its excerpt, plain. */
  excerpt: string[];
  /** The blocks of its text, as a receipt counts them. */
  blocks: string[];
}

const reader = remark().use(remarkGfm).freeze();

/** Markdown with GitHub's extensions as a tree; front matter is not part of it. */
export function parseMarkdown(markdown: string): MarkdownTree {
  return reader.parse(fitForXml(markdown));
}

/** Without the signs that no XML may hold, feeds being XML: controls, halves of surrogate pairs, non-characters. */
function fitForXml(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
}

/** The same with the line ends of HTML: a browser reads every other one as such, written `&#13;` too. */
function fitForPages(text: string): string {
  return fitForXml(text).replace(/\r\n?/gu, '\n');
}

/** The addresses of all pictures that a text shows, as written, raw HTML included. */
export function picturesIn(markdown: string): string[] {
  if (!/!\[|<img/iu.test(markdown)) return [];
  const found = new Set<string>();
  visit(toRawTree(markdown).tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'img' && typeof properties['src'] === 'string') found.add(properties['src']);
  });
  return [...found];
}

/**
 * Renders an article's Markdown to safe HTML: remark, GitHub's extensions, raw HTML where there is some,
 * addresses and figures of ours, then the sanitizer (twice where there is raw HTML, see `settle`), then only `finish`
 * and, for the page, `showPictures`.
 * Throws on what cannot be rendered.
 */
export function renderBody(markdown: string, context: ArticleContext): RenderedBody {
  const file = new VFile({ data: { article: context } });
  const { tree: untrusted, hasRawHtml } = toRawTree(markdown);
  const sanitized = toSanitized.runSync(untrusted, file);
  // What passes all counts and still grows without measure would slow every reader down.
  const refuseGrowth = (text: string): void => {
    if (text.length > MOST_GROWTH * markdown.length + GROWTH_BASE)
      throw new Error(`its page would be more than ${MOST_GROWTH} times as long as its text`);
  };
  const tree = hasRawHtml ? settle(sanitized, refuseGrowth) : sanitized;
  finish(tree, context.lang);
  const plain = toHtml(tree);
  refuseGrowth(plain);
  const absolute = /(?:href|src)="[/#]/u.test(plain) ? withAbsoluteAddresses(tree, context) : tree;
  const feedHtml = absolute === tree ? plain : toHtml(absolute);
  const blocks = blocksOf(tree);
  const excerpt = excerptOf(absolute, blocks);
  const trees = { whole: absolute, excerpt };
  // Comes last: a text with a picture has an address of ours, so that its tree for feeds is another by now.
  const html = showPictures(tree, context) ? toHtml(tree) : plain;
  const excerptHtml = toHtml(excerpt);
  return { html, feedHtml, excerptHtml, trees, opening: openingOf(tree), excerpt: blocksOf(excerpt), blocks };
}

/** How many times as long as its Markdown a page may be, beyond so many signs that any page may have. */
const MOST_GROWTH = 20;
const GROWTH_BASE = 100_000;

/** An opening ends before a paragraph that would make it longer than so many characters, but has one. */
const OPENING_CHARACTERS = 700;

function openingOf(tree: HtmlTree): string[] {
  const elements = tree.children.filter(isElement);
  const end = elements.findIndex(({ tagName }) => tagName !== 'p');
  const paragraphs = elements.slice(0, end === -1 ? elements.length : end).flatMap(blocksOf);
  let length = 0;
  const cut = paragraphs.findIndex(
    (paragraph, index) => (length += paragraph.length) > OPENING_CHARACTERS && index > 0,
  );
  return cut === -1 ? paragraphs : paragraphs.slice(0, cut);
}

const toTree = remark()
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: 'user-content-' })
  .freeze();
const withRawHtml = remark().use(rehypeRaw).freeze();

/**
 * Markdown as a tree of HTML, raw HTML in its place and nothing removed yet: not safe to be shown. Without the signs that no
 * XML may hold. CommonMark 0.31.2, and the extensions of GitHub Flavored Markdown 0.29.
 */
export function toRawTree(markdown: string): { tree: HtmlTree; hasRawHtml: boolean } {
  const text = fitForPages(markdown);
  const parsed = plainTree(text) ?? reader.parse(text);
  const raw: unknown[] = [];
  visit(parsed, 'html', (node) => raw.push(node));
  const tree = toTree.runSync(parsed);
  // Parsing anew what stands in raw HTML costs as much as all the rest: only where there is some.
  const html = raw.length > 0 ? endDeclarations(tree)(withRawHtml.runSync(tree)) : tree;
  // What may not be written may not be spelt `&#1;` either.
  if (markdown.includes('&#')) makeFitForPages(html);
  return { tree: html, hasRawHtml: raw.length > 0 };
}

function makeFitForPages(tree: HtmlTree): void {
  visit(tree, (node) => {
    if (node.type === 'text') node.value = fitForPages(node.value);
    if (node.type !== 'element') return;
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value === 'string') node.properties[name] = fitForPages(value);
    }
  });
}

const toSanitized = remark()
  .use(() => (tree: HtmlTree, { data: { article } }: VFile) => {
    if (!article) throw new Error('The pipeline needs to know the article that it renders.');
    resolveAddresses(tree, article);
    toFigures(tree);
  })
  .use(rehypeSanitize, newsSchema)
  .freeze();

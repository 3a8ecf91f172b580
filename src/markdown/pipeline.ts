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
import { resolveAddresses } from './addresses.ts';
import type { ArticleContext } from './context.ts';
import { toFigures } from './figures.ts';
import { finish } from './finish.ts';
import { newsSchema } from './sanitize-schema.ts';
import { blocksOf } from './tree-text.ts';

/** An article's body, safe to stand in a page. */
export interface RenderedBody {
  html: string;
  /** The blocks of its text, as a receipt counts them. */
  blocks: string[];
}

const reader = remark().use(remarkGfm).freeze();

/** Markdown with GitHub's extensions as a tree; front matter is not part of it. */
export function parseMarkdown(markdown: string): MarkdownTree {
  return reader.parse(markdown);
}

/** The addresses of all pictures that a text shows, as written, raw HTML included. */
export function picturesIn(markdown: string): string[] {
  if (!/!\[|<img/iu.test(markdown)) return [];
  const found = new Set<string>();
  visit(toRawTree(markdown), 'element', ({ tagName, properties }) => {
    if (tagName === 'img' && typeof properties['src'] === 'string') found.add(properties['src']);
  });
  return [...found];
}

/**
 * Renders an article's Markdown to safe HTML: remark, GitHub's extensions, raw HTML where there is some,
 * addresses and figures of ours, then the sanitizer, then only `finish`. Throws on what cannot be rendered.
 */
export function renderBody(markdown: string, context: ArticleContext): RenderedBody {
  const file = new VFile({ data: { article: context } });
  const tree = toSafe.runSync(toRawTree(markdown), file);
  return { html: toHtml(tree), blocks: blocksOf(tree) };
}

const toTree = remark().use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: 'user-content-' }).freeze();
const withRawHtml = remark().use(rehypeRaw).freeze();

function toRawTree(markdown: string): HtmlTree {
  const parsed = parseMarkdown(markdown);
  let hasRawHtml = false;
  visit(parsed, 'html', () => {
    hasRawHtml = true;
  });
  const tree = toTree.runSync(parsed);
  // Parsing anew what stands in raw HTML costs as much as all the rest: only where there is some.
  return hasRawHtml ? withRawHtml.runSync(tree) : tree;
}

const toSafe = remark()
  .use(() => (tree: HtmlTree, { data: { article } }: VFile) => {
    if (!article) throw new Error('The pipeline needs to know the article that it renders.');
    resolveAddresses(tree, article);
    toFigures(tree);
  })
  .use(rehypeSanitize, newsSchema)
  .use(() => finish)
  .freeze();

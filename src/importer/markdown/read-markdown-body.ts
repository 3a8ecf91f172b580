import type { Root as HtmlTree } from 'hast';
import type { Heading, Nodes, Root, RootContent } from 'mdast';
import rehypeRaw from 'rehype-raw';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { visit } from 'unist-util-visit';
import { toFigures } from '../../markdown/figures.ts';
import { numberFootnotes } from '../../markdown/footnotes.ts';
import { findExcess } from '../../markdown/excess.ts';
import { parseMarkdown } from '../../markdown/pipeline.ts';
import { normalise, toLine } from '../../news/text.ts';
import { htmlBlocks } from '../html/html-blocks.ts';
import { visible } from '../html/visible.ts';
import { propertyOf } from '../stated/stated-values.ts';
import type { Finding, SourceBlock } from '../raw-article.ts';
import { findTemplateCode, readComponentsAsText, readFigures, readWikiMarks, takeOutCaptions } from './dialects.ts';
import { makeLinksPlain } from './plain-links.ts';

export interface MarkdownHints {
  /** The headline, where it stands outside the text. */
  title: string | undefined;
  /** What relative links are relative to. */
  base: string | undefined;
  /** MDX: components are text. */
  components?: boolean;
  /** So many lines of the file stand above the text. */
  linesBefore?: number;
}

/** The text of an article that came as Markdown: its blocks as a page shows them, and its tree. */
export interface MarkdownBody {
  blocks: SourceBlock[];
  body: RootContent[];
  /** The first heading of the first level, where no other headline is known; it is no part of the body. */
  title: Finding<string> | undefined;
  notes: string[];
}

/**
 * Reads the Markdown of other tools as an article's body. The headline is left out of it. Raw HTML stays as it is: the
 * page's sanitizer decides on it. Throws on what cannot be parsed.
 */
export function readMarkdownBody(markdown: string, hints: MarkdownHints): MarkdownBody {
  const { base, linesBefore = 0 } = hints;
  const excess = findExcess(markdown);
  if (excess) throw new Error(`line ${excess.line + linesBefore}: ${excess.problem}`);
  const tree = parseMarkdown(markdown);
  if (hints.components === true) readComponentsAsText(tree);
  readFigures(tree, markdown);
  takeOutCaptions(tree);
  readWikiMarks(tree);
  const lost = makeLinksPlain(tree, base);
  const code = findTemplateCode(tree);
  const blocks = blocksOf(tree).map((block) => ({ ...block, line: block.line && block.line + linesBefore }));
  const heading = findHeadline(tree, hints.title);
  const title = heading && markHeadline(blocks, heading, hints.title);
  const notes = [];
  if (lost > 0) notes.push(`${lost === 1 ? 'A link' : `${lost} links`} without an address on the web became text.`);
  if (code) {
    const line = code.line === undefined ? '' : `, first in line ${code.line + linesBefore}`;
    notes.push(`Code of a site generator stands in the text as it is${line}: ${code.code}`);
  }
  return { blocks, body: tree.children.filter((node) => node !== heading), title, notes };
}

/** The heading that is the headline: the first of the first level, or a first block that repeats the known one. */
function findHeadline({ children }: Root, known: string | undefined): Heading | undefined {
  const headings = children.filter((node) => node.type === 'heading');
  if (known === undefined) return headings.find((node) => node.depth === 1 && textOf(node) !== '');
  const [first] = headings;
  const isFirst = first !== undefined && first === children.find(({ type }) => type !== 'html');
  return isFirst && textOf(first) === normalise(known) ? first : undefined;
}

function markHeadline(blocks: SourceBlock[], heading: Heading, known: string | undefined): Finding<string> | undefined {
  const text = textOf(heading);
  const block = blocks.find((candidate) => candidate.text === text);
  if (known !== undefined) {
    if (block) Object.assign(block, { role: 'repeat', rule: 'repeats the headline', reason: 'repeats the headline' });
    return undefined;
  }
  if (block) Object.assign(block, { role: 'headline', rule: 'the first heading of the first level' });
  return { value: toLine(text), how: 'stated', rule: 'the first heading of the first level' };
}

function textOf(node: Nodes): string {
  const read = (inner: Nodes): string => {
    if (inner.type === 'text' || inner.type === 'inlineCode') return inner.value;
    if (inner.type === 'break') return ' ';
    return 'children' in inner ? inner.children.map(read).join('') : '';
  };
  return normalise(read(node));
}

const toHtmlTree = remark().use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: 'user-content-' }).freeze();
const withRawHtml = remark().use(rehypeRaw).freeze();

/** The blocks that a page would show: the way of the pipeline, without what the template adds and no author wrote. */
function blocksOf(markdown: Root): SourceBlock[] {
  const raw: unknown[] = [];
  visit(markdown, 'html', (node) => raw.push(node));
  const rendered = toHtmlTree.runSync(markdown);
  const tree = raw.length > 0 ? withRawHtml.runSync(rendered) : rendered;
  visit(tree, (node) => {
    if (node.type === 'element') delete node.properties['dataGenerated'];
    // A text that was joined to a generated one comes without its start.
    const { position } = node;
    if (position && propertyOf(position, 'start') === undefined) node.position = { ...position, start: position.end };
  });
  toFigures(tree);
  numberFootnotes(tree);
  return htmlBlocks(visible(withoutGenerated(tree)));
}

function withoutGenerated(tree: HtmlTree): HtmlTree {
  visit(tree, 'element', (element, index, parent) => {
    if (element.properties['dataGenerated'] === undefined || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  return tree;
}

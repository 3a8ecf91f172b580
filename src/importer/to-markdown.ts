import type { PhrasingContent, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { normalise } from '../news/text.ts';
import { copyOf } from './copy-of.ts';

const writer = remark()
  .use(remarkGfm)
  .data('settings', { bullet: '-', emphasis: '_', fence: '`', incrementListMarker: true, rule: '-' })
  .freeze();

/**
 * A body as Markdown; every sign of its text that Markdown would take for its own is escaped, and the result is read
 * back: a plain paragraph that does not come back as it was is written anew with all its signs as references.
 * Throws on what cannot be rendered.
 */
export function toMarkdown(body: readonly RootContent[]): string {
  const markdown = write(body);
  if (body.every(isPlain) && comesBack(markdown, body)) return markdown;
  return write(body.map((node) => (!isPlain(node) || comesBack(write([node]), [node]) ? node : withReferences(node))));
}

type Plain = Extract<RootContent, { type: 'paragraph' | 'heading' }>;

function write(body: readonly RootContent[]): string {
  return writer.stringify({ type: 'root', children: [...body] });
}

function isPlain(node: RootContent): node is Plain {
  if (node.type !== 'paragraph' && node.type !== 'heading') return false;
  return node.children.every(({ type }) => type === 'text' || type === 'break');
}

function comesBack(markdown: string, body: readonly Plain[]): boolean {
  const [, ...blocks] = copyOf({ title: '' }, markdown);
  const texts = body.map(({ children }) =>
    normalise(children.map((child) => ('value' in child ? child.value : ' ')).join('')),
  );
  return blocks.length === texts.length && blocks.every(({ text }, index) => text === texts[index]);
}

/** A plain node whose signs are all character references: no escape is lost to an address that Markdown sees in it. */
function withReferences(node: Plain): Plain {
  const children = node.children.map((child): PhrasingContent => {
    if (child.type !== 'text') return child;
    const reference = (sign: string): string => `&#x${sign.codePointAt(0)?.toString(16) ?? ''};`;
    // A node of this type is written as it stands.
    return { type: 'html', value: child.value.replace(/[^\p{L}\p{M}\p{N} ]/gu, reference) };
  });
  return { ...node, children };
}

import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { bodyBlocks } from './body-blocks.ts';
import { copyOf } from './copy-of.ts';

const writer = remark()
  .use(remarkGfm)
  .data('settings', { bullet: '-', emphasis: '_', fence: '`', incrementListMarker: true, rule: '-' })
  .freeze();

/**
 * A body as Markdown; every sign of its text that Markdown would take for its own is escaped, and the result is read
 * back: a part that does not come back as the text it was is written anew with all its signs as references.
 * Throws on what cannot be rendered.
 */
export function toMarkdown(body: readonly RootContent[]): string {
  const markdown = write(body);
  if (comesBack(markdown, body)) return markdown;
  return write(body.map((node) => (comesBack(write([node]), [node]) ? node : withReferences(node))));
}

function write(body: readonly RootContent[]): string {
  return writer.stringify({ type: 'root', children: [...body] });
}

function comesBack(markdown: string, body: readonly RootContent[]): boolean {
  const [, ...blocks] = copyOf({ title: '' }, markdown);
  const texts = bodyBlocks(body);
  return blocks.length === texts.length && blocks.every(({ text }, index) => text === texts[index]);
}

/** A part whose signs are all character references: no escape is lost to an address that Markdown sees in it. */
function withReferences(node: RootContent): RootContent {
  if (!('children' in node)) return node;
  const copy = structuredClone(node);
  replaceTexts(copy);
  return copy;
}

function replaceTexts(node: Nodes): void {
  if (!('children' in node)) return;
  const children: Nodes[] = node.children;
  children.forEach((child, index) => {
    if (child.type === 'text') children[index] = toReferences(child.value);
    else replaceTexts(child);
  });
}

function toReferences(text: string): PhrasingContent {
  const reference = (sign: string): string => `&#x${sign.codePointAt(0)?.toString(16) ?? ''};`;
  // A node of this type is written as it stands.
  return { type: 'html', value: text.replace(/[^\p{L}\p{M}\p{N} ]/gu, reference) };
}

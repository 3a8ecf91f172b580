import type { Root } from 'hast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { toFlow } from './flow.ts';

const writer = remark()
  .use(remarkGfm, { tablePipeAlign: false })
  .data('settings', {
    bullet: '-',
    emphasis: '_',
    fence: '`',
    incrementListMarker: true,
    resourceLink: true,
    rule: '-',
  })
  .freeze();

/**
 * A body as its page shows it, written as Markdown (CommonMark 0.31.2 with GitHub's extensions): read again it shows the
 * same text. It is made from the sanitized and finished tree and not from the file, so that it can hold nothing that the
 * page does not show, such as comments. What Markdown cannot say stands as HTML.
 */
export function toPlainMarkdown(tree: Root): string {
  return writer.stringify({ type: 'root', children: toFlow(tree.children) });
}

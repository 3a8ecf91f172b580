import type { PhrasingContent, RootContent } from 'mdast';
import { isListItem } from './text-shapes.ts';

/** A paragraph or crosshead of a plain text as a node of Markdown's tree; all its signs are text and mean nothing. */
export function toNode(role: 'crosshead' | 'paragraph', lines: readonly string[]): RootContent {
  if (role === 'crosshead') return { type: 'heading', depth: 2, children: [{ type: 'text', value: lines.join(' ') }] };
  return { type: 'paragraph', children: toPhrases(lines) };
}

/** Lines are joined by spaces; those that begin as items of a list stay lines. */
function toPhrases(lines: readonly string[]): PhrasingContent[] {
  if (lines.filter(isListItem).length < 2) return [{ type: 'text', value: lines.join(' ') }];
  const rows: string[] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row === undefined || isListItem(line)) rows.push(line);
    else rows[rows.length - 1] = `${row} ${line}`;
  }
  return rows.flatMap((value, index): PhrasingContent[] => {
    const text: PhrasingContent = { type: 'text', value };
    return index === 0 ? [text] : [{ type: 'break' }, text];
  });
}

/**
 * What is selected of a text, from its first word to its last, or nothing: where no word is selected, or where something
 * outside of the text is, too. Three clicks on a paragraph select as far as the beginning of the next.
 */
export function chosenRange(selection: Selection | null, text: Element | null): Range | undefined {
  if (!selection || !text || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const whole = selection.getRangeAt(0);
  const range = document.createRange();
  let isEmpty = true;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (!(node instanceof Text) || !whole.intersectsNode(node)) continue;
    const from = node === whole.startContainer ? whole.startOffset : 0;
    const to = node === whole.endContainer ? whole.endOffset : node.length;
    if (node.data.slice(from, to).trim() === '') continue;
    if (isEmpty) range.setStart(node, from);
    range.setEnd(node, to);
    isEmpty = false;
  }
  const words = range.toString().trim();
  return /[\p{L}\p{N}]/u.test(words) && words === whole.toString().trim() ? range : undefined;
}

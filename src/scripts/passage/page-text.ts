import type { Stretch } from './text-fragment.ts';

/** What a browser that looks for words in a page passes over. */
const UNSEEN = 'script, style, noscript, template, select, input, textarea, iframe, .passage';

/**
 * All text of a page as a browser finds words in it, white space made single, each block a line of its own, and where a
 * range stands in it. Nothing where the range holds no text.
 */
export function readPage(root: HTMLElement, range: Range): (Stretch & { text: string }) | undefined {
  let text = '';
  const place: Partial<Stretch> = {};
  const add = (data: string): void => {
    const single = data.replace(/\s+/gu, ' ');
    text += /(?:^|\s)$/u.test(text) ? single.trimStart() : single;
  };
  const breakLine = (): void => {
    text = text.trimEnd();
    if (text !== '') text += '\n';
  };
  const readText = (node: Text): void => {
    if (!range.intersectsNode(node)) {
      add(node.data);
      return;
    }
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    add(node.data.slice(0, from));
    place.start ??= text.length;
    add(node.data.slice(from, to));
    place.end = text.length;
    add(node.data.slice(to));
  };
  const read = (parent: Element): void => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) readText(node);
      if (!(node instanceof Element) || node.matches(UNSEEN)) continue;
      const { display } = getComputedStyle(node);
      if (display === 'none') continue;
      const isBlock = node instanceof HTMLBRElement || !/^(?:inline|contents|ruby)/u.test(display);
      if (isBlock) breakLine();
      read(node);
      if (isBlock) breakLine();
    }
  };
  read(root);
  const { start, end } = place;
  return start === undefined || end === undefined ? undefined : { text, start, end };
}

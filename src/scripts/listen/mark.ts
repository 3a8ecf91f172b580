/** What is marked: `::highlight(listen)`, or `[data-listen]` where a browser knows no highlights. */
const NAME = 'listen';

/** Not in the sheet of every page: judges of style sheets do not know this selector yet. */
const RULE = `::highlight(${NAME}) { background: var(--hair); color: var(--ink) }`;
let sheet: CSSStyleSheet | undefined;

/**
 * Marks what is being read (CSS Custom Highlight API 1), or nothing any more. The text itself is not touched; where the
 * browser knows no highlights, the paragraph is marked.
 */
export function mark(range: Range | undefined): void {
  if ('highlights' in CSS && typeof Highlight === 'function') {
    CSS.highlights.delete(NAME);
    if (!range) return;
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(RULE);
      document.adoptedStyleSheets.push(sheet);
    }
    CSS.highlights.set(NAME, new Highlight(range));
    return;
  }
  for (const marked of document.querySelectorAll(`[data-${NAME}]`)) marked.removeAttribute(`data-${NAME}`);
  range?.startContainer.parentElement
    ?.closest('p, li, h1, h2, h3, h4, h5, h6, figcaption')
    ?.setAttribute(`data-${NAME}`, '');
}

/** Brings a part of the text onto the screen, unless it is there; `covered` are the pixels at the foot of the screen that show something else. */
export function showOnScreen(range: Range, covered: number): void {
  const { top, bottom, height } = range.getBoundingClientRect();
  const room = innerHeight - covered;
  if (top >= 0 && (bottom <= room || height > room)) return;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: top - room / 4, behavior: isCalm ? 'instant' : 'smooth' });
}

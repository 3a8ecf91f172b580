import type { Phrases } from '../../news/interface/english.ts';
import { element } from '../element.ts';

/** Pixels between a passage and what is offered for it; on a touch screen, the handles of a selection hang there. */
const GAP = { mouse: 6, finger: 30 };

/** The offer of a link to a passage. */
export interface Offer {
  element: HTMLElement;
  /** Whether it is that of a range. */
  isFor: (range: Range) => boolean;
  /** Puts it beside the end of its passage: in the margin where there is room, else below the passage's last line. */
  place: () => void;
}

/**
 * Offers the address of a range, as a button right after the block in which that ends, where Tab leads. Where nothing may
 * be put on the clipboard, it shows the address instead.
 */
export function openOffer(range: Range, words: Phrases['passage'], address: () => string): Offer {
  const button = element('button', words.link);
  const status = element('span');
  const box = element('div', button, status);
  const { lang, dir } = document.documentElement;
  Object.assign(box, { className: 'passage', lang, dir });
  box.dataset['generated'] = '';
  button.type = 'button';
  status.setAttribute('role', 'status');
  // A press on the button must not undo the selection.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('mousedown', (event) => event.preventDefault());
  const place = (): void => moveTo(box, range);
  button.addEventListener('click', () => {
    void copy(address(), words, box, status).then(place);
  });
  putAfter(range, box);
  place();
  return { element: box, place, isFor: (other) => isSame(range, other) && box.isConnected };
}

async function copy(address: string, words: Phrases['passage'], box: HTMLElement, status: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = words.copied;
  } catch {
    const field = box.querySelector('input') ?? element('input');
    field.readOnly = true;
    field.value = address;
    field.setAttribute('aria-label', words.address);
    box.append(field);
    field.select();
  }
}

/** After the paragraph, crosshead or the like; a point of a list and a cell must hold it in themselves. */
function putAfter({ endContainer }: Range, box: HTMLElement): void {
  const block = endContainer.parentElement?.closest(
    'p, h2, h3, h4, h5, h6, pre, li, td, th, figcaption, dt, dd, [data-part]',
  );
  if (block?.matches('p, h2, h3, h4, h5, h6, pre')) block.after(box);
  else block?.append(box);
}

function moveTo(box: HTMLElement, range: Range): void {
  Object.assign(box.style, { left: '0', top: '0' });
  const line = [...range.getClientRects()].findLast(({ width }) => width > 0) ?? range.getBoundingClientRect();
  const column = range.startContainer.parentElement?.closest('[data-part=body]')?.getBoundingClientRect() ?? line;
  const { left, top, width, height } = box.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  const isRtl = getComputedStyle(box).direction === 'rtl';
  const gap = matchMedia('(pointer: coarse)').matches ? GAP.finger : GAP.mouse;
  const room = isRtl ? column.left : clientWidth - column.right;
  const isBeside = room >= width + 2 * GAP.mouse;
  const beside = isRtl ? column.left - GAP.mouse - width : column.right + GAP.mouse;
  const below = isRtl ? line.left : line.right - width;
  const x = Math.max(Math.min(isBeside ? beside : below, clientWidth - width - GAP.mouse), GAP.mouse);
  const y = isBeside ? line.top + (line.height - height) / 2 : line.bottom + gap;
  Object.assign(box.style, { left: `${x - left}px`, top: `${y - top}px` });
}

function isSame(a: Range, b: Range): boolean {
  return a.compareBoundaryPoints(Range.START_TO_START, b) === 0 && a.compareBoundaryPoints(Range.END_TO_END, b) === 0;
}

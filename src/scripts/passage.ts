import { chosenRange } from './passage/chosen-range.ts';
import { openOffer, type Offer } from './passage/offer.ts';
import { passageAddress } from './passage/passage-address.ts';
import { readPage } from './passage/page-text.ts';
import { loadPhrases } from './phrases.ts';

/** Milliseconds without a change after which a selection is a choice. */
const SETTLED = 250;

let offer: Offer | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Whether a finger or a mouse button is still down. */
let isPressed = false;
let isReady = false;

/**
 * Offers a link to the passage of the article that its reader has selected, for as long as it is selected. Called on
 * every change of a selection.
 */
export default function start(): void {
  settle();
  if (isReady) return;
  isReady = true;
  document.addEventListener('selectionchange', () => {
    // What is offered for another passage must not be taken for an offer of this one, nor for a part of its text.
    const range = chosen();
    if (!isReached() && !(range && offer?.isFor(range))) close();
    settle();
  });
  addEventListener('resize', settle);
  addEventListener('pointerdown', () => (isPressed = true));
  for (const type of ['pointerup', 'pointercancel', 'focusout']) {
    addEventListener(type, () => {
      isPressed = false;
      settle();
    });
  }
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && offer) getSelection()?.removeAllRanges();
    if (key === 'Escape') close();
  });
}

function settle(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void update(), SETTLED);
}

/** Whoever has reached the button has left the text. */
function isReached(): boolean {
  return offer?.element.contains(document.activeElement) ?? false;
}

function chosen(): Range | undefined {
  return chosenRange(getSelection(), document.querySelector('[data-part=body]'));
}

async function update(): Promise<void> {
  if (isPressed || isReached()) return;
  const range = chosen();
  if (!range) {
    close();
    return;
  }
  if (offer?.isFor(range)) {
    offer.place();
    return;
  }
  const { passage: words } = await loadPhrases();
  // That may have taken its time.
  const still = chosen();
  if (!still || isReached()) return;
  close();
  offer = openOffer(still, words, () => addressOf(still));
}

function close(): void {
  offer?.element.remove();
  offer = undefined;
}

function addressOf(range: Range): string {
  const element = range.startContainer.parentElement;
  const id = element?.closest('[data-part=body] [id]')?.id ?? '';
  const lang = element?.closest<HTMLElement>('[lang]')?.lang ?? '';
  const page = location.origin + location.pathname;
  const found = readPage(document.body, range);
  return found ? passageAddress({ page, id, lang, ...found }) : `${page}#${id}`;
}

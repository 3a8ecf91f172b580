import { type ListedArticle, READ, type ReadArticle } from './articles.ts';
import { isForgetful } from './here.ts';
import { leastSeconds, placeIn } from './place.ts';
import { changeEntries, readEntries, type Shelf } from './shelf.ts';

/** Milliseconds without scrolling after which a reader is taken to have stopped. */
const A_REST = 300;

/**
 * Keeps how far an article is read. It is read when its end was in the window and the page was before the reader's eyes for
 * as long as the quickest reader needs; visits add up. Till then the paragraph at the top of the window is kept, as the
 * reader leaves or rests. Of an article that was read its place is kept no more.
 */
export function followReading(shelf: Shelf, article: ListedArticle, body: HTMLElement): void {
  const paragraphs = [...body.querySelectorAll('[id^="p-"]')];
  const needed = leastSeconds(body.textContent);
  let seenBefore = entryOf(shelf, article.path)?.seconds ?? 0;
  /** Since when the page is before the reader's eyes, in milliseconds as `performance.now()` counts them. */
  let since = document.hidden ? undefined : 0;
  let isEndSeen = false;
  let isRead = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const seconds = (): number => seenBefore + (since === undefined ? 0 : (performance.now() - since) / 1000);

  const look = (): void => {
    if (isRead || isForgetful()) return;
    const extent = body.getBoundingClientRect();
    isEndSeen ||= extent.bottom <= innerHeight;
    if (isEndSeen && seconds() >= needed) {
      isRead = true;
      note(shelf, article, { read: new Date().toISOString(), place: undefined, seconds: undefined });
      return;
    }
    const extents = paragraphs.map((paragraph) => {
      const { top, bottom } = paragraph.getBoundingClientRect();
      return { id: paragraph.id, top, bottom };
    });
    const place = placeIn(extent, extents, innerHeight);
    if (place) note(shelf, article, { place, seconds: Math.round(seconds()) });
    if (isEndSeen && since !== undefined) wait((needed - seconds()) * 1000);
  };
  const wait = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(look, milliseconds);
  };

  addEventListener('scroll', () => wait(A_REST), { passive: true });
  document.addEventListener('visibilitychange', () => {
    look();
    seenBefore = seconds();
    since = document.hidden ? undefined : performance.now();
    if (since !== undefined) wait(A_REST);
  });
  addEventListener('pagehide', look);
  look();
}

/** What is remembered of an article by its path; nothing of one that was not begun. */
export function entryOf(shelf: Shelf, path: string): ReadArticle | undefined {
  return readEntries(READ, shelf).find((entry) => entry.path === path);
}

type Progress = Pick<ReadArticle, 'place' | 'seconds'> & { read?: string };

function note(shelf: Shelf, article: ListedArticle, progress: Progress): void {
  changeEntries(READ, shelf, (entries) => {
    const earlier = entries.find(({ path }) => path === article.path);
    // One that was read to the end stays read, wherever its reader looks again.
    if (earlier?.read !== undefined && progress.read === undefined) return entries;
    const entry = { ...article, read: undefined, ...progress, last: new Date().toISOString() };
    return [...entries.filter((other) => other !== earlier), entry];
  });
}

import { count } from '../news/interface/phrase.ts';
import { today } from './days.ts';
import { element } from './element.ts';
import { toListPage } from './memory/addresses.ts';
import { READ, SAVED } from './memory/articles.ts';
import { entryOf, followReading } from './memory/follow-reading.ts';
import { offerPlace } from './memory/go-on.ts';
import { articleHere, isForgetful, markAsMemory, openShelf, pathOf } from './memory/here.ts';
import { forgetReading, withOffline } from './memory/keep-offline.ts';
import { markTeasers } from './memory/mark-teasers.ts';
import { changeEntries, markKept, readEntries, type Shelf } from './memory/shelf.ts';
import { LISTS, toSign, visit } from './memory/visits.ts';
import { loadPhrases, pageLang } from './phrases.ts';
import { showSaved } from './save.ts';

let isStarted = false;

/**
 * Remembers what the reader does, in this browser only: which articles were read, where reading stopped, and what lists held
 * on the last visit; and shows what of it concerns this page. Called as soon as the reader does anything, or at once
 * where something is remembered. Where that is switched off, it is forgotten, and only what was saved is shown: so a
 * slip of the hand can be undone until the next page.
 */
export default function start(): void {
  const shelf = openShelf();
  if (isStarted || !shelf) return;
  isStarted = true;
  void showSavedHere(shelf);
  addEventListener('storage', () => void showSavedHere(shelf));
  if (isForgetful()) forgetReading(shelf);
  else remember(shelf);
}

function remember(shelf: Shelf): void {
  markKept(shelf);
  withOffline((offline) => offline.default());
  const article = articleHere();
  const body = document.querySelector<HTMLElement>('[data-part=body]');
  if (article && body) {
    void offerEarlierPlace(shelf, article.path, body);
    followReading(shelf, article, body);
  }
  const fresh = freshHere(shelf);
  if (fresh.size > 0) void sayNew(fresh.size);
  const mark = (): void => void markLists(shelf, fresh);
  mark();
  addEventListener('storage', mark);
  // Coming back to a list, as it was left, from an article that was read meanwhile.
  addEventListener('pageshow', mark);
  // What is found by a search comes later.
  const results = document.querySelector('.search > ol');
  if (results) new MutationObserver(mark).observe(results, { childList: true });
}

/** Shows on the button of an article whether it is saved, be it in another tab. */
async function showSavedHere(shelf: Shelf): Promise<void> {
  const button = document.querySelector<HTMLElement>('[data-load=save]');
  const path = articleHere()?.path;
  if (!button || path === undefined) return;
  const isSaved = readEntries(SAVED, shelf).some((entry) => entry.path === path);
  const pressed = button.getAttribute('aria-pressed');
  if (isSaved !== (pressed === 'true')) await showSaved(button, isSaved);
  else button.setAttribute('aria-pressed', String(isSaved));
}

async function offerEarlierPlace(shelf: Shelf, path: string, body: HTMLElement): Promise<void> {
  const place = entryOf(shelf, path)?.place;
  if (place) offerPlace(body, place, (await loadPhrases()).saved.goOn);
}

/** Notes the visit of a list, and gives the paths of the articles that are new on it since the last one. */
function freshHere(shelf: Shelf): Set<string> {
  const here = toListPage(location.pathname, shelf.site);
  if (!here) return new Set();
  const paths = [...document.querySelectorAll('main .month .teaser')].flatMap((teaser) => pathOf(teaser) ?? []);
  const signs = new Map(paths.map((path) => [path, toSign(path.slice(shelf.site.pathname.length))]));
  const opened = { path: here.list, page: here.page, signs: [...signs.values()], day: today() };
  let fresh = new Set<string>();
  changeEntries(LISTS, shelf, (lists) => {
    const earlier = lists.find(({ path }) => path === here.list);
    const now = visit(earlier, opened);
    fresh = new Set(now.fresh);
    return [...lists.filter((list) => list !== earlier), now];
  });
  const read = new Set(readEntries(READ, shelf).flatMap((entry) => (entry.read === undefined ? [] : entry.path)));
  return new Set(paths.filter((path) => fresh.has(signs.get(path) ?? '') && !read.has(path)));
}

/** Says above a list how many of its articles are new, in room that is empty without it: nothing moves. */
async function sayNew(number: number): Promise<void> {
  const words = await loadPhrases();
  const line = element('p', count(words.saved.new, number, pageLang));
  line.className = 'news meta';
  markAsMemory(line);
  document.querySelector('main > .month')?.before(line);
}

/** Marks the entries of the page's lists. */
async function markLists(shelf: Shelf, fresh: ReadonlySet<string>): Promise<void> {
  if (isForgetful()) return;
  const read = new Map(
    readEntries(READ, shelf).flatMap((entry) => (entry.read === undefined ? [] : [[entry.path, entry.read] as const])),
  );
  if (read.size + fresh.size > 0) markTeasers(document, { read, fresh }, await loadPhrases(), pageLang);
}

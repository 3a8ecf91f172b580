import type { Phrases } from '../news/interface/english.ts';
import { count } from '../news/interface/phrase.ts';
import { find } from './element.ts';
import { loadPhrases, pageLang as lang } from './phrases.ts';
import { type Hit, type Index, openIndex, type Parts, readParts } from './search-index.ts';
import { match } from './search-match.ts';
import { toEntry } from './search-results.ts';
import { counted, FILTERS, isEmpty, nameOf, narrowed, sorted, toQuery, toWish, type Wish } from './search-wish.ts';

/** Set where it is bundled: at the editor's desk there is no index. */
declare const AT_DESK: boolean;

/** Results that are shown at once. */
const AT_ONCE = 10;

/** Values that a choice offers: nobody goes through thousands. */
const MOST_VALUES = 100;

/** Milliseconds after a letter in which the next one may come. */
const PATIENCE = 150;

const frame = find('.search', HTMLElement);
const form = find('.search form', HTMLFormElement);
const box = find('#q', HTMLInputElement);
const status = find('.search [role=status]', HTMLElement);
const nothing = find('.search .nothing', HTMLElement);
const list = find('.search ol', HTMLOListElement);
const more = find('.search .more', HTMLButtonElement);
const choices = find('.search details', HTMLDetailsElement);
const selects = new Map([...FILTERS, 'sort' as const].map((name) => [name, find(`[name=${name}]`, HTMLSelectElement)]));
const number = new Intl.NumberFormat(lang);
const enumeration = new Intl.ListFormat(lang, { type: 'conjunction' });
const loading = loadPhrases();

let listing: Promise<Parts> | undefined;
let opening: Promise<Index> | undefined;
let hits: Hit[] = [];
/** Counts the searches: the answer to one that is no longer asked is not shown. */
let latest = 0;

/** What the form says now. */
function wished(): Wish {
  const query = new URLSearchParams({ q: box.value });
  for (const [name, { value }] of selects) query.set(name, value);
  return toWish(query);
}

/** Puts into the form what the address asks for. */
function takeAddress() {
  const wish = toWish(new URLSearchParams(location.search));
  box.value = wish.q;
  for (const [name, select] of selects) {
    const value = name === 'sort' ? wish.sort : wish.filters[name];
    if (![...select.options].some((option) => option.value === value)) {
      if (name === 'sort') continue;
      select.add(new Option(value, value));
    }
    select.value = value;
  }
}

async function search() {
  latest += 1;
  const own = latest;
  const wish = wished();
  history.replaceState(history.state, '', location.pathname + toQuery(wish));
  const phrases = await loading;
  try {
    const folder = frame.dataset['index'] ?? '';
    const parts = await (listing ??= readParts(folder));
    // Much may have to be loaded: not for somebody who has only come by.
    const isIdle = isEmpty(wish) && !choices.open && opening === undefined;
    const index = isIdle ? undefined : await (opening ??= openIndex(folder, parts));
    const found = index && wish.q.trim() !== '' ? await match(await index.engines(), wish.q) : (index?.all ?? []);
    if (own !== latest) return;
    if (!index) {
      status.textContent = count(phrases.search.searchable, parts.articles, lang);
      return;
    }
    offer(index, found, wish, phrases);
    hits = isEmpty(wish) ? [] : sorted(narrowed(found, index, wish), wish.sort);
    await show(index, wish, phrases);
  } catch {
    [listing, opening] = [undefined, undefined];
    if (own !== latest) return;
    status.textContent = AT_DESK ? phrases.search.onlyBuilt : phrases.search.failed;
    nothing.hidden = false;
  }
}

/** Fills the choices with the values that results have, and how many. */
function offer(index: Index, found: readonly Hit[], wish: Wish, phrases: Phrases) {
  for (const name of FILTERS) {
    const select = selects.get(name);
    const chosen = wish.filters[name];
    const counts = counted(narrowed(found, index, wish, name), index, name);
    const shown = counts.filter(([value], place) => place < MOST_VALUES || value === chosen);
    if (chosen !== '' && shown.every(([value]) => value !== chosen)) shown.unshift([chosen, 0]);
    const options = shown.map(([value, found]) => {
      const isChosen = value === chosen;
      return new Option(`${nameOf(value, index, name, phrases)} (${number.format(found)})`, value, isChosen, isChosen);
    });
    select?.replaceChildren(new Option(phrases.search.allOf[name], ''), ...options);
    if (select) select.value = chosen;
  }
}

async function show(index: Index, wish: Wish, phrases: Phrases) {
  const own = latest;
  const entries = await Promise.all(hits.slice(0, AT_ONCE).map((hit) => toEntry(hit, index, phrases)));
  if (own !== latest) return;
  list.replaceChildren(...entries);
  more.hidden = hits.length <= AT_ONCE;
  nothing.hidden = isEmpty(wish) || hits.length > 0;
  status.textContent = isEmpty(wish)
    ? count(phrases.search.searchable, index.facts.size, lang)
    : outcome(index, wish, phrases);
}

async function showMore() {
  const [index, phrases] = await Promise.all([opening, loading]);
  if (!index) return;
  const own = latest;
  const start = list.children.length;
  // Pressed twice, it would add the same again.
  more.hidden = true;
  const entries = await Promise.all(hits.slice(start, start + AT_ONCE).map((hit) => toEntry(hit, index, phrases)));
  if (own !== latest) return;
  list.append(...entries);
  more.hidden = hits.length <= list.children.length;
  entries[0]?.querySelector('a')?.focus();
}

/** What was found, and in what: the choices may be out of sight. */
function outcome(index: Index, { filters }: Wish, phrases: Phrases): string {
  const names = FILTERS.filter((name) => filters[name] !== '');
  const chosen = names.map((name) => nameOf(filters[name], index, name, phrases));
  const { found, foundIn } = phrases.search;
  return count(chosen.length === 0 ? found : foundIn, hits.length, lang, { filters: enumeration.format(chosen) });
}

let timer: ReturnType<typeof setTimeout> | undefined;

box.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => void search(), PATIENCE);
});
form.addEventListener('change', ({ target }) => {
  if (target !== box) void search();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  void search();
});
choices.addEventListener('toggle', () => {
  if (opening === undefined) void search();
});
more.addEventListener('click', () => void showMore());

// For browsers whose style sheets cannot tell whether there are scripts.
find('.unscripted', HTMLElement).hidden = true;
takeAddress();
// Who came with words wants to read what was found; who came without, to type them.
if (toQuery(wished()) === '') box.focus();
void search();

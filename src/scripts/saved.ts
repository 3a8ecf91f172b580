import { count, fill } from '../news/interface/phrase.ts';
import { today } from './days.ts';
import { element, find } from './element.ts';
import { recall, remember } from './listen/memory.ts';
import { READ, SAVED } from './memory/articles.ts';
import { isForgetful, openShelf } from './memory/here.ts';
import { forgetReading, withOffline } from './memory/keep-offline.ts';
import { firstOf, toElement, toSections } from './memory/saved-page.ts';
import { changeEntries, isKeeping, markForgotten, type Shelf } from './memory/shelf.ts';
import { fromFile, LONGEST_FILE, readKept, takeIn, toFile } from './memory/transfer.ts';
import { LISTS } from './memory/visits.ts';
import { loadPhrases, pageLang as lang } from './phrases.ts';

/** Articles that are shown at once, and more on each wish. */
const AT_ONCE = 200;

const frame = find('.saved', HTMLElement);
const lists = find('.saved .lists', HTMLElement);
const nothing = find('.saved .nothing', HTMLElement);
const more = find('.saved .more', HTMLButtonElement);
const status = find('.saved [role=status]', HTMLElement);
const chooser = find('.saved input[type=file]', HTMLInputElement);
const question = find('.saved dialog', HTMLDialogElement);
let most = AT_ONCE;

async function show(shelf: Shelf): Promise<void> {
  const { saved: words } = await loadPhrases();
  const kept = readKept(shelf);
  const { shown, left } = firstOf(toSections(kept, words, lang), most);
  lists.replaceChildren(...shown.map((section) => toElement(section, words, lang)));
  nothing.hidden = kept.saved.length > 0;
  more.hidden = left === 0;
}

async function remove(shelf: Shelf, button: HTMLButtonElement): Promise<void> {
  const { path = '', list } = button.dataset;
  const at = removers().indexOf(button);
  const headline = button.closest('article')?.querySelector('.headline')?.textContent ?? '';
  const kind = list === 'saved' ? SAVED : READ;
  if (kind === SAVED) changeEntries(SAVED, shelf, (entries) => entries.filter((entry) => entry.path !== path));
  else changeEntries(READ, shelf, (entries) => entries.filter((entry) => entry.path !== path));
  const { saved, read } = readKept(shelf);
  if (![...saved, ...read].some((entry) => entry.path === path)) withOffline(({ forget }) => forget([path]));
  await show(shelf);
  const left = removers();
  // The next one is in the place of the one that is gone.
  (left[at] ?? left.at(-1) ?? find('.saved', HTMLElement)).focus();
  status.textContent = fill((await loadPhrases()).saved.removed, { headline });
}

function removers(): HTMLButtonElement[] {
  return [...lists.querySelectorAll<HTMLButtonElement>('button[value=remove]')];
}

/** Gives the reader a file with all that is kept. */
function save(shelf: Shelf): void {
  const link = element('a');
  const address = URL.createObjectURL(new Blob([toFile(readKept(shelf), shelf.site)], { type: 'application/json' }));
  link.href = address;
  link.download = `tearsheet-saved-${today()}.json`;
  link.click();
  // Browsers read it soon, and do not say when.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function take(shelf: Shelf, file: File): Promise<void> {
  const { saved: words } = await loadPhrases();
  const text = file.size > LONGEST_FILE ? '' : await file.text().catch(() => '');
  const kept = fromFile(text, shelf.site, new Date().toISOString());
  if (!kept) {
    status.textContent = fill(words.notImported, { reason: words.notOurs });
    return;
  }
  // Who wants nothing remembered takes only what was saved.
  const taken = takeIn(shelf, isForgetful() ? { ...kept, read: [], lists: [] } : kept);
  await show(shelf);
  status.textContent = taken === undefined ? words.full : count(words.imported, taken, lang);
  const paths = kept.saved.map(({ path }) => path);
  if (paths.length > 0) withOffline(({ keep }) => keep(paths));
}

async function forgetAll(shelf: Shelf): Promise<void> {
  changeEntries(SAVED, shelf, () => []);
  changeEntries(READ, shelf, () => []);
  changeEntries(LISTS, shelf, () => []);
  markForgotten(shelf);
  if (recall().places.length > 0) remember((heard) => ({ ...heard, places: [] }));
  withOffline((offline) => offline.forgetAll());
  await show(shelf);
  frame.focus();
  status.textContent = (await loadPhrases()).saved.forgotten;
}

async function press(shelf: Shelf, button: HTMLButtonElement): Promise<void> {
  if (button.value === 'remove') await remove(shelf, button);
  if (button.value === 'export') save(shelf);
  if (button.value === 'import') chooser.click();
  if (button.value === 'forget') question.showModal();
  if (button.value === 'close') question.close();
  if (button.value === 'sure') {
    question.close();
    await forgetAll(shelf);
  }
  if (button.value !== 'more') return;
  most += AT_ONCE;
  const before = removers().length;
  await show(shelf);
  removers()[before]?.closest('li')?.querySelector('a')?.focus();
}

function open(shelf: Shelf): void {
  frame.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('button');
    if (button) void press(shelf, button);
  });
  chooser.addEventListener('change', () => {
    const [file] = chooser.files ?? [];
    if (file) void take(shelf, file).then(() => (chooser.value = ''));
  });
  // What other tabs do, and what was done since the page was left.
  for (const type of ['storage', 'pageshow']) addEventListener(type, () => void show(shelf));
  void show(shelf).then(() => (frame.hidden = false));
}

// For browsers whose style sheets cannot tell whether there are scripts.
find('.unscripted', HTMLElement).hidden = true;
const shelf = openShelf();
if (shelf && isKeeping(shelf)) {
  if (isForgetful()) forgetReading(shelf);
  open(shelf);
} else {
  // Nothing that only a browser with a memory can do is shown any more.
  delete document.documentElement.dataset['store'];
  find('.storeless', HTMLElement).hidden = false;
}

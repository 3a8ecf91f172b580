import { SAVED } from './memory/articles.ts';
import { articleHere, openShelf } from './memory/here.ts';
import { withOffline } from './memory/keep-offline.ts';
import { changeEntries } from './memory/shelf.ts';
import { sayNear } from './memory/status.ts';
import { loadPhrases } from './phrases.ts';

/**
 * Saves the article of this page, or takes it from those that are saved: the opposite of what the button shows. Called with
 * the button on each press.
 */
export default function start(button: HTMLElement): void {
  void toggle(button);
}

/** Shows on the button whether the article is saved. */
export async function showSaved(button: HTMLElement, isSaved: boolean): Promise<void> {
  const { saved } = await loadPhrases();
  button.setAttribute('aria-pressed', String(isSaved));
  button.textContent = isSaved ? saved.isSaved : saved.save;
}

async function toggle(button: HTMLElement): Promise<void> {
  const { saved: words } = await loadPhrases();
  const article = articleHere();
  if (!article) return;
  const { path } = article;
  const isWanted = button.getAttribute('aria-pressed') !== 'true';
  const shelf = openShelf();
  const isDone =
    shelf &&
    changeEntries(SAVED, shelf, (entries) => {
      const others = entries.filter((entry) => entry.path !== path);
      return isWanted ? [...others, { ...article, saved: new Date().toISOString() }] : others;
    });
  if (!isDone) {
    sayNear(button, isFull() ? words.full : words.noStorage);
    return;
  }
  withOffline((offline) => (isWanted ? offline.keep([path]) : offline.forget([path])));
  await showSaved(button, isWanted);
}

/** A browser that has refused more may keep something, or nothing at all. */
function isFull(): boolean {
  try {
    return localStorage.length > 0;
  } catch {
    return false;
  }
}

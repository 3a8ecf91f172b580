import { toArticlePath } from './addresses.ts';
import type { ListedArticle } from './articles.ts';
import type { Shelf } from './shelf.ts';

/** The front of the site: scripts stand two folders below it. */
const site = new URL('../../', import.meta.url);

/** Where things are kept here; nothing in a browser that keeps nothing for this site. */
export function openShelf(): Shelf | undefined {
  try {
    return { store: localStorage, site };
  } catch {
    return undefined;
  }
}

/** Whether the reader has switched off in the settings that reading is remembered. */
export function isForgetful(): boolean {
  return document.documentElement.dataset['memory'] === 'off';
}

/** The article of this page, as lists show it; nothing on other pages. */
export function articleHere(): ListedArticle | undefined {
  const headline = document.querySelector<HTMLElement>('.article [data-part=headline]');
  const path = toArticlePath(location.pathname, site);
  if (!headline || path === undefined) return undefined;
  // The source stands first in the line below the headline; all else in that line is marked as what it is.
  const textOf = (selector: string): string | undefined =>
    document.querySelector(`.article ${selector}`)?.textContent.trim();
  const about = textOf('.meta > span:first-child:not([data-part])') ?? textOf('.kicker');
  const published = document.querySelector<HTMLTimeElement>('.article [data-part=times] time')?.dateTime.slice(0, 10);
  const lang = headline.closest<HTMLElement>('[lang]')?.lang;
  return { path, headline: headline.textContent.trim(), about, published, lang };
}

/** The article that an entry of a list leads to; nothing where it leads elsewhere. */
export function pathOf(teaser: Element): string | undefined {
  return toArticlePath(teaser.querySelector<HTMLAnchorElement>('.headline a')?.href, site);
}

/** Marks an element as what only a browser with a memory shows: no paper does. */
export function markAsMemory(made: HTMLElement): void {
  made.dataset['needs'] = 'store';
}

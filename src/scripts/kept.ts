import { element } from './element.ts';
import { type Kept, keptOf } from './offline/kept.ts';
import { cacheName } from './offline/names.ts';

/** The start of the site's links; set where it is bundled. */
declare const BASE: string;

/** What is kept in a cache, newest first; nothing where there is no such cache, and none is made. */
async function heldIn(place: 'saved' | 'read'): Promise<Kept[]> {
  const name = cacheName(BASE, place);
  if (!('caches' in window) || !(await caches.has(name))) return [];
  const responses = await (await caches.open(name)).matchAll();
  return responses.flatMap((response) => keptOf(response) ?? []).sort((a, b) => b.at - a.at);
}

function toItem({ path, page }: Kept): HTMLLIElement[] {
  if (!page) return [];
  const link = element('a', page.headline);
  link.href = path;
  link.lang = page.lang;
  link.dir = page.dir;
  return [element('li', link)];
}

/** Puts what a reader has kept before what is always there. */
async function list() {
  const held = [await heldIn('saved'), await heldIn('read')].flat();
  document.querySelector('#kept')?.prepend(...held.flatMap(toItem));
}

document.querySelector('[value=again]')?.addEventListener('click', () => location.reload());
void list().catch(() => {});

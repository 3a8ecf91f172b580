/** What a site keeps in its readers' browsers. A page stands in one of them at most. */
export type Place = 'saved' | 'read' | 'shell' | 'scripts';

/** Changes when what is kept is written in another way: what was written before is then deleted. */
const FORMAT = 1;

/** The name of a cache of the site whose links begin with `base`: several sites may stand on one host. */
export function cacheName(base: string, place: Place): string {
  return `${prefixOf(base)}${FORMAT}:${place}`;
}

/** Whether a cache, by its name, belongs to the site whose links begin with `base`, whatever version has made it. */
export function isCacheOf(base: string, name: string): boolean {
  return name.startsWith(prefixOf(base));
}

function prefixOf(base: string): string {
  return `tearsheet:${base}:`;
}

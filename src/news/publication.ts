import type { Article } from './article.ts';
import { isInstant, momentOf } from './dates.ts';
import type { FrontMatter, Rights } from './front-matter.ts';
import { toIri } from './paths.ts';
import type { Site } from './site.ts';
import { tagSlug } from './slug.ts';
import { Temporal } from 'temporal-polyfill';

/** Whether an article may be in the edition at all at a moment (milliseconds since 1970 UTC). */
export function isPublic(front: FrontMatter, now: number, timeZone: string): boolean {
  if (front.draft) return false;
  if (front.embargo !== undefined && now < startOf(front.embargo, timeZone)) return false;
  return front.expires === undefined || now < startOf(front.expires, timeZone);
}

/** A moment (milliseconds since 1970 UTC) at which an article comes into the edition or goes out of it by itself. */
export interface Turn {
  at: number;
  way: 'in' | 'out';
}

/** The turns of an article, whenever they are; none of one that is never public. */
export function turnsOf(front: FrontMatter, timeZone: string): Turn[] {
  return [front.embargo, front.expires]
    .filter((date) => date !== undefined)
    .map((date) => startOf(date, timeZone))
    .filter((at) => isPublic(front, at, timeZone) !== isPublic(front, at - 1, timeZone))
    .map((at) => ({ at, way: isPublic(front, at, timeZone) ? 'in' : 'out' }));
}

/** How much of an article's text may be shown: all, its first paragraphs, or none. */
export type Shown = 'full' | 'excerpt' | 'nothing';

export function shownText(front: FrontMatter, site: Pick<Site, 'sources'>): Shown {
  if (front.withdrawn) return 'nothing';
  const publish = rightsOf(front, site).publish ?? 'full';
  return publish === 'headline' ? 'nothing' : publish;
}

/** An article's rights: its own, else its source's from site.yaml, key by key. */
export function rightsOf({ source, rights }: FrontMatter, { sources }: Pick<Site, 'sources'>): Rights {
  const name = source?.name ?? (source?.url === undefined ? undefined : new URL(source.url).hostname);
  return { ...(name === undefined ? undefined : sourceRights(sources, name)), ...rights };
}

const rightsBySource = new WeakMap<Site['sources'], Map<string, Rights | undefined>>();

/** The rights of a source, by a name that may differ in case and spaces: no text is shown for the want of a capital. */
function sourceRights(sources: Site['sources'], name: string): Rights | undefined {
  let known = rightsBySource.get(sources);
  if (!known) {
    known = new Map(Object.entries(sources).map(([listed, { rights }]) => [tagSlug(listed), rights]));
    rightsBySource.set(sources, known);
  }
  return known.size === 0 ? undefined : known.get(tagSlug(name));
}

/**
 * The address that search engines should take for the original: the source's of a copy whose rights say so, and of a verbatim
 * one whose rights say nothing; undefined where the page itself is the original or an edition of its own, or no more than the
 * notice that the copy was withdrawn.
 */
export function canonicalSource({ front, verbatim }: Article, site: Pick<Site, 'sources'>): string | undefined {
  const robots = rightsOf(front, site).robots ?? (verbatim === true ? 'canonical' : 'index');
  const original = front.withdrawn ? undefined : front.source?.url;
  return robots === 'canonical' && original !== undefined ? toIri(original) : undefined;
}

/** A day begins with its first minute in the site's zone. */
function startOf(date: string, timeZone: string): number {
  if (isInstant(date)) return momentOf(date, timeZone);
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone }).epochMilliseconds;
}

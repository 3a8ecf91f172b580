import type { Article } from './article.ts';
import { isInstant, momentOf } from './dates.ts';
import type { FrontMatter, Rights } from './front-matter.ts';
import { toIri } from './paths.ts';
import type { Site } from './site.ts';
import { Temporal } from 'temporal-polyfill';

/** Whether an article may be in the edition at all at a moment (milliseconds since 1970 UTC). */
export function isPublic(front: FrontMatter, now: number, timeZone: string): boolean {
  if (front.draft) return false;
  if (front.embargo !== undefined && now < startOf(front.embargo, timeZone)) return false;
  return front.expires === undefined || now < startOf(front.expires, timeZone);
}

/** The moments (milliseconds since 1970 UTC) at which an article comes into the edition or goes out of it by itself. */
export function turningMoments({ draft, embargo, expires }: FrontMatter, timeZone: string): number[] {
  if (draft) return [];
  return [embargo, expires].filter((date) => date !== undefined).map((date) => startOf(date, timeZone));
}

/** How much of an article's text may be shown: all, its first paragraphs, or none. */
export type Shown = 'full' | 'excerpt' | 'nothing';

export function shownText(front: FrontMatter, site: Pick<Site, 'sources'>): Shown {
  if (front.withdrawn) return 'nothing';
  const publish = rightsOf(front, site).publish ?? 'full';
  return publish === 'headline' ? 'nothing' : publish;
}

/** An article's rights: its own, else its source's from site.yaml, key by key. */
export function rightsOf(front: FrontMatter, site: Pick<Site, 'sources'>): Rights {
  const bySource = front.source?.name === undefined ? undefined : site.sources[front.source.name]?.rights;
  return { ...bySource, ...front.rights };
}

/**
 * The address that search engines should take for the original: a verbatim copy's source unless its rights
 * say otherwise; undefined where the page itself is the original or an edition of its own.
 */
export function canonicalSource({ front, verbatim }: Article, site: Pick<Site, 'sources'>): string | undefined {
  const robots = rightsOf(front, site).robots ?? 'canonical';
  const original = front.source?.url;
  return verbatim === true && robots === 'canonical' && original !== undefined ? toIri(original) : undefined;
}

/** A day begins with its first minute in the site's zone. */
function startOf(date: string, timeZone: string): number {
  if (isInstant(date)) return momentOf(date, timeZone);
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone }).epochMilliseconds;
}

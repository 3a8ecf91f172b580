import { join } from 'node:path';
import { type ArticleText, fileDigest, readSiteFile, readTagsFile } from '../edition/content-files.ts';
import { dayAt } from '../news/dates.ts';
import { sha256 } from '../news/digest.ts';
import type { Turn } from '../news/publication.ts';

/** What happens to an edition next, though no file changes. */
export interface NextChange extends Turn {
  /** The file of the article that comes in or goes out, below content/articles; the first of them, where several do. */
  file: string;
  /** How many others come or go at the same moment. */
  others: number;
}

/** All that a build was made from: where it is the same, so is the built site. */
export interface Origin {
  /** Hash of the code. */
  code: string;
  /** Hash of the texts of content/. */
  texts: string;
  timeZone: string;
  /** The day of the build in the site's time zone: pages tell how old an article is. */
  today: string;
  /** The last moment, until the build, at which an article came in or went out by itself; milliseconds since 1970 UTC. */
  since?: number | undefined;
  /** The next such moment, and who comes or goes then. */
  next?: NextChange | undefined;
  /** Files below the content folder that articles name, pictures and earlier versions, with their sha256. */
  named: [string, string][];
}

/** One hash of all texts of a content folder. */
export async function hashOfTexts(content: string, articles: ReadonlyMap<string, ArticleText>): Promise<string> {
  const digests = [...articles].map(([file, { digest }]) => [file, digest]);
  return sha256(JSON.stringify([await readSiteFile(content), await readTagsFile(content), digests]));
}

/** The last moment until `now` of those at which articles come in or go out, and what happens at the first after it. */
export function changesAround(
  turns: readonly (Turn & { file: string })[],
  now: number,
): Pick<Origin, 'since' | 'next'> {
  const sorted = turns.toSorted((a, b) => a.at - b.at || (a.file < b.file ? -1 : 1));
  const next = sorted.find(({ at }) => at > now);
  return {
    since: sorted.findLast(({ at }) => at <= now)?.at,
    next: next && { ...next, others: sorted.filter(({ at }) => at === next.at).length - 1 },
  };
}

/** Whether a build at `now` from this code and these texts would be made from the same. */
export function isSameOrigin(
  last: Origin,
  { content, code, texts, now }: Pick<Origin, 'code' | 'texts'> & { content: string; now: number },
): boolean {
  return (
    last.code === code &&
    last.texts === texts &&
    last.today === dayAt(now, last.timeZone) &&
    now >= (last.since ?? -Infinity) &&
    now < (last.next?.at ?? Infinity) &&
    last.named.every(([file, digest]) => fileDigest(join(content, file)) === digest)
  );
}

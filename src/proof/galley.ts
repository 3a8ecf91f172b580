import { join } from 'node:path';
import type { ArticleRecord } from '../edition/record.ts';
import { lineOfKey } from '../markdown/article-file.ts';
import { isPublic } from '../news/publication.ts';
import type { Site } from '../news/site.ts';
import type { CheckName, Finding } from './checks.ts';

/** All that a proof is read from. */
export interface Galley {
  content: string;
  site: Site;
  /** Milliseconds since 1970 UTC. */
  now: number;
  /** Every article that can be read, drafts too, in the order of their files. */
  articles: readonly Proofed[];
  /** Files below content/articles that the build refuses. */
  refused: ReadonlySet<string>;
}

/** An article that is proofed. */
export interface Proofed {
  /** Below content/articles. */
  file: string;
  /** Its file's text. */
  text: string;
  record: ArticleRecord;
}

/** An article's file as an editor knows it. */
export function shownFile(content: string, file: string): string {
  return join(content, 'articles', file);
}

/** Something found about a key of an article's front matter. Where the key is not there, it is told of the file's first line. */
export function findingAt(
  { content }: Pick<Galley, 'content'>,
  { file, text }: Proofed,
  check: CheckName,
  key: readonly [keyof ArticleRecord['front'], ...(string | number)[]],
  message: string,
): Finding {
  // Most are told of keys that are not there: to look for the place of each would take seconds.
  const line = text.includes(`\n${key[0]}`) ? lineOfKey(text, key) : 1;
  return { check, file: shownFile(content, file), line, message };
}

/** Whether an article is on the site at the moment of the proof. */
export function isOnSite({ site, now }: Pick<Galley, 'site' | 'now'>, { record }: Proofed): boolean {
  return isPublic(record.front, now, site.timeZone);
}

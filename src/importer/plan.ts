import type { FrontMatter } from '../news/front-matter.ts';
import { articleFolder } from '../news/paths.ts';
import { articleSlug, withSuffix } from '../news/slug.ts';
import type { Archive } from './archive.ts';
import { toArticleText } from './article-text.ts';
import type { Facts } from './facts.ts';
import type { RawArticle } from './raw-article.ts';
import { type Origin, toArticle } from './to-article.ts';

/** What there is to import: an article as read, what is supplied, and where it comes from. */
export interface Arrival {
  raw: RawArticle;
  facts: Facts;
  origin: Origin;
}

/** What an import is about to do for one article. Files are named below content/articles. */
export type Plan = Imported | Updated | Unchanged | Refused;

export interface Imported {
  outcome: 'imported';
  file: string;
  text: string;
  front: FrontMatter;
}

export interface Updated {
  outcome: 'updated';
  /** A new version of the source, facts that were supplied, or what a broken-off run left behind. */
  by: 'version' | 'facts' | 'leftovers';
  /** The keys of front matter that supplied facts changed. */
  keys: string[];
  file: string;
  text: string;
  front: FrontMatter;
  /** The article's place before it moved. */
  movedFrom: string | undefined;
  /** Files to remove once the article is written. */
  remove: string[];
}

export interface Unchanged {
  outcome: 'unchanged';
  file: string;
  /** The input is an earlier version of what the copy holds. */
  isEarlier: boolean;
  /** Its original was missing and is kept again. */
  isRestored: boolean;
}

export interface Refused {
  outcome: 'refused';
  reason: string;
}

/** The plan for an article that the archive does not hold. */
export function planNew({ raw, facts, origin }: Arrival, archive: Archive): Imported | Refused {
  const made = toArticle(raw, facts, origin);
  if (!made.ok) return { outcome: 'refused', reason: made.reason };
  const { front, body } = made;
  const written = toArticleText(front, body);
  if (!written.ok) return { outcome: 'refused', reason: written.reason };
  const file = findFreeFile(articleFolder(front.published), articleSlug(front.title), front, archive);
  return { outcome: 'imported', file, text: written.text, front };
}

/** A file in a folder whose address no other article has or had; `self` is the article's own present file. */
export function findFreeFile(
  folder: string,
  slug: string,
  { source }: FrontMatter,
  archive: Archive,
  self?: string,
): string {
  const identity = source?.url ?? `${source?.file ?? ''}\n${source?.sha256 ?? ''}`;
  let file = `${folder}/${slug}.md`;
  for (let number = 1; archive.isTaken(file, self); number += 1) {
    file = `${folder}/${withSuffix(slug, number === 1 ? identity : `${identity}\n${number}`)}.md`;
  }
  return file;
}

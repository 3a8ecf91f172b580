import type { FrontMatter } from '../../news/front-matter.ts';
import { articleFolder } from '../../news/paths.ts';
import { articleSlug, withSuffix } from '../../news/slug.ts';
import type { Archive } from '../archive/archive.ts';
import { toArticleText } from '../copy/article-text.ts';
import type { Facts } from '../copy/facts.ts';
import type { RawArticle } from '../raw-article.ts';
import { type MissingPictures, type Origin, toArticle } from '../copy/to-article.ts';
import { type Like, printOf, type TextPrint } from '../archive/archive-texts.ts';
import type { Suggestion } from '../../news/suggest/suggest-tags.ts';
import { type TagAdvice, withSuggested } from './tag-advice.ts';

/** What there is to import: an article as read, what is supplied, and where it comes from. */
export interface Arrival {
  raw: RawArticle;
  facts: Facts;
  origin: Origin;
  /** The pictures that the article brings, as files beside it. */
  pictures: { name: string; bytes: Uint8Array }[];
  missing: MissingPictures;
  /** An article with the headline and body of another is not imported again. */
  skipDuplicates: boolean;
  /** Who suggests tags for it; nobody where nobody would see them. */
  advice?: TagAdvice | undefined;
}

/** What an import is about to do for one article. Files are named below content/articles. */
export type Plan = Imported | Updated | Unchanged | Duplicate | Refused;

/** How many articles came to which end. Each that came in came to one. */
export type Counts = Record<Plan['outcome'], number>;

export interface Imported {
  outcome: 'imported';
  file: string;
  text: string;
  front: FrontMatter;
  print: TextPrint;
  /** An article with the same headline and body. */
  sameAs: string | undefined;
  /** Articles that read nearly the same. */
  like: Like[];
  notes: string[];
  /** Tags that it might have; where they are to be written it has them. */
  suggested?: Suggestion[] | undefined;
}

export interface Updated {
  outcome: 'updated';
  /** A new version of the source, facts that were supplied, or what a broken-off run left behind. */
  by: 'version' | 'facts' | 'leftovers';
  /** The keys of front matter that supplied facts changed. */
  keys: string[];
  /** The copy was made from these very bytes, now or before. */
  isHeld: boolean;
  file: string;
  text: string;
  front: FrontMatter;
  print: TextPrint;
  /** The file as it was before a new version of the source came: it is kept, and can be read on. */
  earlier: string | undefined;
  /** The article's place before it moved. */
  movedFrom: string | undefined;
  /** Files to remove once the article is written. */
  remove: string[];
  /** Tags that it was given because its text names them. */
  suggested?: Suggestion[] | undefined;
}

export interface Unchanged {
  outcome: 'unchanged';
  file: string;
  /** The very bytes, those of an earlier version, another source that says the same, or only a summary of it. */
  because: 'same' | 'earlier' | 'same text' | 'summary';
  /** Its original was missing and is kept again. */
  isRestored: boolean;
}

/** Another article has this headline and body already, and the editor wants no second one. */
export interface Duplicate {
  outcome: 'duplicate';
  /** The article that is there. */
  file: string;
}

export interface Refused {
  outcome: 'refused';
  reason: string;
}

/** The plan for an article that the archive does not hold. */
export function planNew(arrival: Arrival, archive: Archive): Imported | Duplicate | Refused {
  const { raw, facts, origin, missing, skipDuplicates, advice } = arrival;
  const made = toArticle(raw, facts, origin, missing);
  if (!made.ok) return { outcome: 'refused', reason: made.reason };
  const { body, notes } = made;
  const print = printOf(made.front.title, body);
  const sameAs = archive.texts.sameAs(print);
  if (sameAs !== undefined && skipDuplicates) return { outcome: 'duplicate', file: sameAs };
  const suggested = advice?.suggest(made.front, raw);
  const front = advice?.isWritten === true ? withSuggested(made.front, suggested) : made.front;
  const written = toArticleText(front, body);
  if (!written.ok) return { outcome: 'refused', reason: written.reason };
  const file = findFreeFile(articleFolder(front.published), articleSlug(front.title), front, archive);
  const like = archive.texts.like(print, front.published);
  return { outcome: 'imported', file, text: written.text, front, print, sameAs, like, notes, suggested };
}

/** A file in a folder whose address no other article has or had; `self` is the article's own present file. */
export function findFreeFile(
  folder: string,
  slug: string,
  { source }: FrontMatter,
  archive: Archive,
  self?: string,
): string {
  const identity = source?.url ?? [source?.file, source?.item, source?.sha256].filter(Boolean).join('\n');
  let file = `${folder}/${slug}.md`;
  for (let number = 1; archive.isTaken(file, self); number += 1) {
    file = `${folder}/${withSuffix(slug, number === 1 ? identity : `${identity}\n${number}`)}.md`;
  }
  return file;
}

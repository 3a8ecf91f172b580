import type { RootContent } from 'mdast';
import type { SourceText } from '../news/receipt.ts';

/** What a reader took a block of the source for. */
export type Role =
  | 'headline'
  | 'standfirst'
  | 'caption'
  | 'byline'
  | 'date'
  | 'dateline'
  | 'crosshead'
  | 'paragraph'
  | 'credit'
  | 'repeat';

/** A block of the source, and the reader's decision about it. */
export interface SourceBlock extends SourceText {
  role: Role;
  /** The rule by which the role was decided, in words for `--explain`. */
  rule: string;
  /** What else it could be; such a block stays a paragraph. */
  doubt?: string | undefined;
}

/** A value read in the source: printed there as it is (stated), or concluded from what is printed (inferred). */
export interface Finding<T> {
  value: T;
  how: 'stated' | 'inferred';
  rule: string;
}

/** A day without a certain year that the text mentions, for the editor to decide on. */
export interface DateHint {
  /** As printed: `October 4`. */
  printed: string;
  /** What to give as `--published`: `YYYY-10-04`, or with the year where the text has it. */
  flag: string;
}

/** An article as a reader of one format found it, before anything is supplied or written. */
export interface RawArticle {
  /** Every block of the source, in its order. */
  blocks: SourceBlock[];
  title: Finding<string>;
  description: Finding<string> | undefined;
  caption: Finding<string> | undefined;
  credit: Finding<string> | undefined;
  dateline: Finding<string> | undefined;
  authors: Finding<string[]> | undefined;
  published: Finding<string> | undefined;
  body: RootContent[];
  dateHint: DateHint | undefined;
  /** What an editor should know of how it was read. */
  notes: string[];
  /** The guid or number inside a feed or list; a file that is one article has none. */
  item: string | undefined;
  /** The smallest unit that the format delimits in bytes, and the ending of the file that keeps it. */
  original: { bytes: Uint8Array; extension: string };
}

/** An input as it came: the name of its file without folder, and its bytes. */
export interface Input {
  name: string;
  bytes: Uint8Array;
}

/** What the editor has said that helps to read. */
export interface Hints {
  lang: string | undefined;
}

export type Reading = { ok: true; articles: RawArticle[] } | { ok: false; reason: string };

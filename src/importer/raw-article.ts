import type { RootContent } from 'mdast';
import type { SourceText } from '../news/receipt.ts';
import type { Change } from './copy/facts.ts';

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

/** A picture of the source that belongs to the article. */
export interface SourcePicture {
  /** As the source has it: relative, absolute, `data:` or `cid:`. */
  address: string;
  alt: string;
}

/** An article as a reader of one format found it, before anything is supplied or written. */
export interface RawArticle {
  /** Every block of the source, in its order; of a web page those of the article itself. */
  blocks: SourceBlock[];
  /** The blocks of a web page that stand outside its article: listed by `--explain`, never published. */
  outside?: string[] | undefined;
  title: Finding<string>;
  description?: Finding<string> | undefined;
  /** The picture at the head. Its caption and credit may stand without it. */
  picture?: SourcePicture | undefined;
  caption?: Finding<string> | undefined;
  pictureCredit?: Finding<string> | undefined;
  credit?: Finding<string> | undefined;
  dateline?: Finding<string> | undefined;
  authors?: Finding<string[]> | undefined;
  /** A day, or an instant with offset; never a time without one. */
  published?: Finding<string> | undefined;
  updated?: Finding<string> | undefined;
  section?: Finding<string> | undefined;
  tags?: Finding<string[]> | undefined;
  lang?: Finding<string> | undefined;
  /** The paper or site that the article came from. */
  sourceName?: Finding<string> | undefined;
  /** The article's own address, http or https. */
  sourceUrl?: Finding<string> | undefined;
  /** When a saved page or an archive took it. */
  captured?: Finding<string> | undefined;
  rightsHolder?: Finding<string> | undefined;
  rightsNotice?: Finding<string> | undefined;
  license?: Finding<string> | undefined;
  /** What keeps it from its readers, for a time or in part, as the source states it: an embargo, a withdrawal. */
  limits?: Change[] | undefined;
  /** Addresses of links are absolute; pictures are `image` nodes with the address that the source has. */
  body: RootContent[];
  /** What relative addresses of pictures are relative to, where that is known. */
  base?: string | undefined;
  /** Pictures that the source itself brings along, by their addresses. */
  resources?: ReadonlyMap<string, Uint8Array> | undefined;
  /** Only a summary of the article: it never takes the place of a fuller text. */
  isSummary?: boolean | undefined;
  dateHint?: DateHint | undefined;
  /** What an editor should know of how it was read. */
  notes: string[];
  /** The guid, or the number counted from 1, inside a feed or list; a file that is one article has none. */
  item?: string | undefined;
  /** The smallest unit that the format delimits in bytes, and the ending of the file that keeps it. */
  original: { bytes: Uint8Array; extension: string };
}

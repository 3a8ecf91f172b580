import type { RawArticle } from './raw-article.ts';

/** What is known of a unit apart from its bytes. */
export interface Known {
  /** The language that the editor gave. */
  lang?: string | undefined;
  /** The address that it was captured from. */
  url?: string | undefined;
  /** When it was captured: a day or an instant with offset. */
  captured?: string | undefined;
  /** The day of import: nothing later has been published yet. */
  today?: string | undefined;
  /** The encoding that the transport stated: a charset of HTTP. */
  charset?: string | undefined;
}

/** A file, or the smallest part of one that its format delimits in bytes: a line of JSONL, an answer in a WARC. */
export interface Unit {
  /** The name of its file, without folder. */
  name: string;
  bytes: Uint8Array;
  known: Known;
  /** The guid or number inside its file; a whole file has none. */
  item?: string | undefined;
  /** The place in its file as messages name it: `line 17`, `entry news/a.html`. */
  where?: string | undefined;
}

/** An article of a unit, or why there is none. */
export type Found = { ok: true; article: RawArticle } | { ok: false; where?: string | undefined; reason: string };

/** A format whose units are articles, or lists of them that are kept whole. */
export interface Format {
  /** In words, as messages name it: `a web page`. */
  what: string;
  /** Bytes. A longer unit is refused unread. */
  largest: number;
  /** Whether a unit is of this format, by its first bytes; its name decides only between formats that look alike. */
  recognises: (start: Uint8Array, name: string) => boolean;
  /** Never throws on what a unit holds. */
  read: (unit: Unit) => Found[] | Promise<Found[]>;
}

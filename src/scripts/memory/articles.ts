import { toArticlePath } from './addresses.ts';
import { greater, isRecord, toDay, toLanguage, toMoment, toText } from './checks.ts';
import type { Kind } from './shelf.ts';

/** What a list shows of an article, kept with it so that the list needs no network. */
export interface ListedArticle {
  /** `/news/articles/2016/10/truce/` */
  path: string;
  headline: string;
  /** Its source, else its kicker. */
  about: string | undefined;
  /** The day of publication, `2016-10-04`. */
  published: string | undefined;
  /** The language of the headline. */
  lang: string | undefined;
}

/** An article that a reader has saved. */
export interface SavedArticle extends ListedArticle {
  /** The moment of saving. */
  saved: string;
}

/** Where a reader has stopped in an article. */
export interface Place {
  /** The id of the paragraph at the top of the window; the text may have lost it since. */
  id: string | undefined;
  /** How much of the text was above the window, from 0 to 1. */
  share: number;
}

/** An article that a reader has begun or read. */
export interface ReadArticle extends ListedArticle {
  /** The moment at which it was last read in. */
  last: string;
  /** The moment at which it was read to the end. */
  read: string | undefined;
  /** Not of one that was read to the end. */
  place: Place | undefined;
  /** How long it was before the reader's eyes, of one that was not read to the end. */
  seconds: number | undefined;
}

const LONGEST_HEADLINE = 300;
const LONGEST_LABEL = 100;
const A_DAY = 86_400;

/** What a reader saves is never dropped to make room. */
export const SAVED: Kind<SavedArticle> = {
  key: 'saved',
  most: 5000,
  drops: false,
  rank: ({ saved }) => saved,
  toEntry(value, site) {
    const listed = toListed(value, site);
    const saved = isRecord(value) ? toMoment(value['saved']) : undefined;
    return listed && saved !== undefined ? { ...listed, saved } : undefined;
  },
  join: (one, other) => {
    const isOne = one.saved === other.saved ? isPreferred(one, other) : one.saved > other.saved;
    return isOne ? one : other;
  },
};

/** Some years of daily reading, in about a million characters: a browser keeps five. */
export const READ: Kind<ReadArticle> = {
  key: 'read',
  most: 5000,
  drops: true,
  rank: ({ last }) => last,
  toEntry(value, site) {
    const listed = toListed(value, site);
    if (!listed || !isRecord(value)) return undefined;
    const last = toMoment(value['last']);
    if (last === undefined) return undefined;
    const progress = { place: toPlace(value['place']), seconds: toSeconds(value['seconds']) };
    return settled({ ...listed, last, read: toMoment(value['read']), ...progress });
  },
  join(one, other) {
    const isOne = one.last === other.last ? isPreferred(one, other) : one.last > other.last;
    const [later, earlier] = isOne ? [one, other] : [other, one];
    const isSame = one.last === other.last && progressOf(one) > progressOf(other) !== isOne;
    const { place, seconds } = isSame ? earlier : later;
    return settled({ ...later, place, seconds, read: greater(one.read, other.read) });
  },
};

/** Where an article was read to the end, there is nothing to go on with. */
function settled(entry: ReadArticle): ReadArticle {
  return entry.read === undefined ? entry : { ...entry, place: undefined, seconds: undefined };
}

function progressOf({ place, seconds }: ReadArticle): string {
  return JSON.stringify([place?.share, place?.id, seconds]);
}

/** What both of two records say of one article may differ; then any order will do that is always the same. */
function isPreferred(one: ListedArticle, other: ListedArticle): boolean {
  const text = ({ headline, about, published, lang }: ListedArticle): string =>
    JSON.stringify([headline, about, published, lang]);
  return text(one) > text(other);
}

function toListed(value: unknown, site: URL): ListedArticle | undefined {
  if (!isRecord(value)) return undefined;
  const path = toArticlePath(value['path'], site);
  const headline = toText(value['headline'], LONGEST_HEADLINE);
  if (path === undefined || headline === undefined) return undefined;
  const about = toText(value['about'], LONGEST_LABEL);
  return { path, headline, about, published: toDay(value['published']), lang: toLanguage(value['lang']) };
}

function toPlace(value: unknown): Place | undefined {
  if (!isRecord(value)) return undefined;
  const { id, share } = value;
  if (typeof share !== 'number' || !(share >= 0 && share <= 1)) return undefined;
  return { id: typeof id === 'string' && /^p-[\w-]{1,40}$/.test(id) ? id : undefined, share: Math.abs(share) };
}

function toSeconds(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= A_DAY ? Math.abs(value) : undefined;
}

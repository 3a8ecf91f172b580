import { normalise, toLine } from '../../news/text.ts';
import type { Finding, RawArticle, SourcePicture } from '../raw-article.ts';
import { toAddress, toLanguage, toMoment, toNames, toOneLine, toTags, toText } from './stated-values.ts';

/** What a value of front matter or JSON means, whatever its name there. */
export type Meaning =
  | 'title'
  | 'description'
  | 'published'
  | 'updated'
  | 'captured'
  | 'sourceUrl'
  | 'sourceName'
  | 'authors'
  | 'tags'
  | 'section'
  | 'lang'
  | 'picture'
  | 'pictureAlt'
  | 'caption'
  | 'pictureCredit'
  | 'credit'
  | 'dateline'
  | 'rightsHolder'
  | 'rightsNotice'
  | 'license';

/** A value as it is stated, and the name under which it stands. */
export interface Stated {
  value: unknown;
  key: string;
}

export type StatedFields = Partial<Record<Meaning, Stated | undefined>>;

type FieldName = Exclude<Meaning, 'pictureAlt' | 'picture' | 'title'>;

/** The stated fields of an article that are not its text; a title may be missing. */
export type Fields = Pick<RawArticle, FieldName | 'picture'> & { title: Finding<string> | undefined };

/**
 * Stated values as fields of an article, each with the name that it had `where` it stood (`in its front matter`).
 * What cannot be used is left out, and the notes say so. `known` is the language that the editor gave.
 */
export function toFields(stated: StatedFields, where: string, known?: string): { fields: Fields; notes: string[] } {
  const notes: string[] = [];
  const reader = <T>(read: (value: unknown) => T | undefined, what: string) => {
    return (meaning: Meaning): Finding<T> | undefined => {
      const found = stated[meaning];
      if (found === undefined) return undefined;
      const value = read(found.value);
      if (value === undefined) notes.push(`Left out: ${found.key}, ${shown(found.value)}, which is no ${what}.`);
      return value === undefined ? undefined : { value, how: 'stated', rule: `${found.key} ${where}` };
    };
  };
  const line = reader(toOneLine, 'line of text of at most 2,000 characters');
  const address = reader(toAddress, 'address that starts with https:// or http://');
  const lang = reader(toLanguage, 'language tag such as en or pt-BR')('lang');
  const date = (meaning: Meaning): Finding<string> | undefined => {
    const moment = reader((value) => toMoment(value, known ?? lang?.value), 'date')(meaning);
    if (moment?.value.clockLost === true) {
      const name = meaning === 'published' ? 'The time of day' : `The time of day of ${meaning}`;
      notes.push(`${name} was left out: it has no offset such as +02:00.`);
    }
    return moment && { ...moment, value: moment.value.value };
  };
  const names = (read: (value: unknown) => string[]): ((meaning: Meaning) => Finding<string[]> | undefined) =>
    reader((value) => nonEmpty(read(value)), 'list of names');
  const fields: Fields = {
    title: line('title'),
    description: line('description'),
    published: date('published'),
    updated: date('updated'),
    captured: date('captured'),
    sourceUrl: address('sourceUrl'),
    sourceName: line('sourceName'),
    authors: names(toNames)('authors'),
    tags: names(toTags)('tags'),
    section: line('section'),
    lang,
    picture: toPicture(stated),
    caption: line('caption'),
    pictureCredit: line('pictureCredit'),
    credit: line('credit'),
    dateline: line('dateline'),
    rightsHolder: line('rightsHolder'),
    rightsNotice: line('rightsNotice'),
    license: line('license'),
  };
  return { fields, notes };
}

function toPicture({ picture, pictureAlt }: StatedFields): SourcePicture | undefined {
  const address = toOneLine(picture?.value);
  if (address === undefined || /^(?!https?:|data:|cid:)[a-z][a-z\d+.-]{1,20}:/iu.test(address)) return undefined;
  return { address, alt: toOneLine(pictureAlt?.value) ?? '' };
}

/** A standfirst never repeats the first paragraph: whether a summary is no more than its beginning. */
export function repeatsBeginning(summary: string, paragraph: string): boolean {
  const start = normalise(summary).replace(/\s?(?:\.{3}|…|\[…\]|\[\.{3}\])$/u, '');
  return start !== '' && normalise(paragraph).startsWith(start);
}

const MOST_NAMED = 20;

/** A note that names what was left out, each thing once; no note where there is nothing. */
export function leftOutNote(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const named = names.slice(0, MOST_NAMED).map((name) => toLine(name).slice(0, 80));
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return [`${what} left out: ${named.join(', ')}${more}.`];
}

function nonEmpty(names: string[]): string[] | undefined {
  return names.length > 0 ? names : undefined;
}

function shown(value: unknown): string {
  if (typeof value === 'object') return 'a list or map';
  const text = toLine(typeof value === 'number' ? String(value) : (toText(value)?.slice(0, 200) ?? ''));
  return `"${text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text}"`;
}

import { htmlBlocks } from '../html/html-blocks.ts';
import { parsePage } from '../html/parse-page.ts';
import { visible } from '../html/visible.ts';
import { limitsOf } from '../copy/limits.ts';
import { readMoment } from '../read-moment.ts';
import type { Exported } from './json-exports.ts';
import { type NinjsText, ninjsPicture, ninjsTexts } from './ninjs-parts.ts';
import type { Stated, StatedFields } from '../stated/stated-fields.ts';
import { propertyOf, toList, toOneLine, toTags } from '../stated/stated-values.ts';

/** Keys that only an item of ninjs has; the lower-case ones are those of 1.x. */
const MARKS =
  'bodies headlines body_text body_xhtml body_html versioncreated versionCreated pubstatus pubStatus copyrightholder';

/** A tag is made of at most so many of an item's subjects, people, organisations and places. */
const MOST_TAGS = 20;

/** Whether an object is an item of IPTC's ninjs, 1.x to 3.x: the one key that they require, and one that is theirs. */
export function isNinjs(item: unknown): boolean {
  return (
    typeof propertyOf(item, 'uri') === 'string' && MARKS.split(' ').some((key) => propertyOf(item, key) !== undefined)
  );
}

/**
 * Reads an item of IPTC's ninjs (https://iptc.org/std/ninjs/): camelCase of 2.x and 3.x, or lower case and single
 * values of 1.x. Refused where it is no text, or its publisher took it back.
 */
export function readNinjs(item: unknown): Exported {
  const type = toOneLine(propertyOf(item, 'type')) ?? 'text';
  const status = (toOneLine(first(item, ['pubStatus', 'pubstatus'])) ?? 'usable').toLowerCase();
  if (!['text', 'composite', 'article'].includes(type)) {
    return { ok: false, reason: `${/^[aeiou]/u.test(type) ? 'an' : 'a'} ${type}, not an article` };
  }
  if (status !== 'usable') return { ok: false, reason: `its publisher took it back (pubStatus: ${status})` };
  const body = preferred(ninjsTexts(item, 'bodies', 'body'));
  const headline = mainOf(ninjsTexts(item, 'headlines', 'headline'));
  const summary = mainOf(ninjsTexts(item, 'descriptions', 'description'), ['summary', 'abstract', 'description']);
  const stated: StatedFields = {
    ...datesOf(item),
    ...ninjsPicture(item),
    title: headline ? { value: plain(headline), key: headline.key } : at(item, ['title']),
    description: summary && { value: plain(summary), key: summary.key },
    authors: at(item, ['by', 'byline']),
    sourceName: sourceName(item),
    tags: tagsOf(item),
    lang: at(item, ['language']),
    rightsHolder: at(item, ['copyrightHolder', 'copyrightholder']),
    rightsNotice: rightsOf(item),
  };
  return {
    ok: true,
    article: {
      stated,
      located: at(item, ['located']),
      printsSummary: true,
      limits: limitsOf(item),
      text: body && { as: body.isHtml ? 'html' : 'text', value: body.value },
      notes: notesOn(item),
    },
  };
}

/** First made or first published counts; a later version is an update. */
function datesOf(item: unknown): StatedFields {
  const made = at(item, ['firstCreated', 'firstcreated', 'contentCreated', 'contentcreated']);
  const version = at(item, ['versionCreated', 'versioncreated']);
  if (!made) return { published: version };
  const [from, to] = [made, version].map((found) => momentOf(found));
  return { published: made, updated: from !== undefined && to !== undefined && to > from ? version : undefined };
}

/** Milliseconds since 1970; a day alone counts from its first minute. */
function momentOf(found: Stated | undefined): number | undefined {
  const moment = typeof found?.value === 'string' ? readMoment(found.value) : undefined;
  return moment && Date.parse(moment.value);
}

function tagsOf(item: unknown): Stated | undefined {
  const keys = 'subjects subject people person organisations organisation places place'.split(' ');
  const found = keys.filter((key) => Array.isArray(propertyOf(item, key)));
  const tags = [...new Set(found.flatMap((key) => toTags(propertyOf(item, key))))].slice(0, MOST_TAGS);
  return tags.length > 0 ? { value: tags, key: found.join(', ') } : undefined;
}

function sourceName(item: unknown): Stated | undefined {
  const found = at(item, ['infoSources', 'infosource']);
  const name = toList(found?.value).map((source) => toOneLine(propertyOf(source, 'name')) ?? toOneLine(source));
  return found && name[0] !== undefined ? { value: name[0], key: found.key } : undefined;
}

function rightsOf(item: unknown): Stated | undefined {
  const found = [at(item, ['copyrightNotice', 'copyrightnotice']), at(item, ['usageTerms', 'usageterms'])];
  const stated = found.flatMap((one) => (one ? [{ text: toOneLine(one.value), key: one.key }] : []));
  const text = stated.flatMap(({ text: notice }) => notice ?? []).join(' ');
  return text === '' ? undefined : { value: text, key: stated.map(({ key }) => key).join(' and ') };
}

function notesOn(item: unknown): string[] {
  const slugline = toOneLine(propertyOf(item, 'slugline'));
  const note = toOneLine(first(item, ['edNote', 'ednote']));
  return [
    ...(slugline === undefined ? [] : [`Its slugline was left out: ${slugline}.`]),
    ...(note === undefined ? [] : [`The publisher's note to editors was left out: ${note}`]),
  ];
}

/** The text for readers: of several the main one, marked-up before plain. */
function preferred(texts: readonly NinjsText[]): NinjsText | undefined {
  const main = texts.filter(({ role }) => role === undefined || role === 'main');
  const wanted = main.length > 0 ? main : texts;
  return wanted.find(({ isHtml }) => isHtml) ?? wanted[0];
}

function mainOf(texts: readonly NinjsText[], roles: readonly string[] = ['main']): NinjsText | undefined {
  return texts.find(({ role }) => role === undefined || roles.includes(role)) ?? texts[0];
}

function plain({ isHtml, value }: NinjsText): string {
  if (!isHtml) return value;
  const parsed = parsePage(value, { fragment: true });
  // What cannot be parsed is no headline: as it stands it is too long for one, and refused with that reason.
  if (!parsed.ok) return value;
  return htmlBlocks(visible(parsed.tree))
    .map(({ text }) => text)
    .join(' ');
}

function at(item: unknown, keys: readonly string[]): Stated | undefined {
  const key = keys.find((name) => ![undefined, null, ''].some((nothing) => nothing === propertyOf(item, name)));
  return key === undefined ? undefined : { value: propertyOf(item, key), key };
}

function first(item: unknown, keys: readonly string[]): unknown {
  return at(item, keys)?.value;
}

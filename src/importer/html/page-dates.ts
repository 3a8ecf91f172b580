import type { Element } from 'hast';
import type { Finding } from '../raw-article.ts';
import { isNewsDate } from '../../news/dates.ts';
import { readMoment, type StatedMoment } from '../read-moment.ts';
import { findPrintedDay } from '../text/stated-date.ts';
import { attribute, headOf } from './elements.ts';
import { nameLine } from './furniture.ts';
import type { MetaTags } from './meta-tags.ts';

/** A statement of a date, and where it stands. */
export interface StatedDate {
  text: string;
  rule: string;
}

const PUBLISHED =
  'article:published_time og:article:published_time article:published og:pubdate og:published_time datepublished parsely-pub-date sailthru.date pubdate publish-date publishdate publish_date publication_date date.published dc.date.issued dcterms.created dcterms.date dc.date dc.date.created citation_publication_date citation_date cxenseparse:recs:publishtime cxenseparse:publishtime shareaholic:article_published_time originalpublicationdate rnews:datepublished article.published article_date_original displaydate ptime date'.split(
    ' ',
  );
const UPDATED =
  'article:modified_time article:modified og:updated_time datemodified dcterms.modified dc.date.modified last-modified lastmod article.updated revision_date shareaholic:article_modified_time utime'.split(
    ' ',
  );

/** The dates of publication that the metadata of a page state, the most trustworthy first. */
export function metaDates(tags: MetaTags, which: 'published' | 'updated'): StatedDate[] {
  const names = which === 'published' ? PUBLISHED : UPDATED;
  return names.flatMap((name) => (tags.get(name) ?? []).slice(0, 1).map((text) => ({ text, rule: `meta ${name}` })));
}

const DATE_NAME =
  /-(?:date|datetime|timestamp|time|published|pubdate|publish-date|posted-on|post-date|postdate|dateline|storydate|data)-/u;
const UPDATED_NAME = /-(?:updated|modified|date-modified|lastmod)-/u;
const LABEL =
  /^(?:(?:first\s)?(?:published|posted|publish(?:ed)?\sdate|date|pub\.?\sdate|am|le|il|em)(?:\s(?:on|at|by))?\s?:?\s)/iu;

/** The dates that visible elements state: microdata and marked times first, then what stands where dates stand. */
export function printedDates(elements: readonly Element[], which: 'published' | 'updated'): StatedDate[] {
  const marked: StatedDate[] = [];
  const times: StatedDate[] = [];
  const named: StatedDate[] = [];
  for (const element of elements) {
    const property = attribute(element, 'itemProp')?.toLowerCase() ?? '';
    const line = nameLine(element);
    if (element.tagName !== 'time' && !property.includes('date') && !DATE_NAME.test(line) && !UPDATED_NAME.test(line))
      continue;
    const stated = attribute(element, 'dateTime') ?? attribute(element, 'content') ?? attribute(element, 'title');
    const isUpdate = property.includes('datemodified') || (UPDATED_NAME.test(line) && !/-published-/u.test(line));
    if (isUpdate !== (which === 'updated')) continue;
    const printed = headOf(element, 120);
    if (/date(?:published|modified|created)/u.test(property)) {
      for (const text of [stated, printed]) if (text) marked.push({ text, rule: `itemprop ${property}` });
    } else if (element.tagName === 'time') {
      for (const text of [attribute(element, 'dateTime'), printed])
        if (text) times.push({ text, rule: 'a time element' });
    } else if (DATE_NAME.test(line) && printed !== '' && printed.length < 100) {
      for (const text of dateTexts(printed)) named.push({ text, rule: 'the date line' });
    }
  }
  return [...marked, ...times, ...named];
}

/** The stretches of a line that may be a date: all of it, what follows its label, what stands between its bars. */
function dateTexts(line: string): string[] {
  const parts = line.split(/\s?[|•·]\s?|\s[–—-]\s/u);
  return [line, ...parts].map((part) => part.replace(LABEL, '').trim()).filter((part) => /\d/u.test(part));
}

/** Whatever is later than the capture by more than a day was not yet known then. */
const DAY = 86_400_000;

/**
 * The first date that can be read and that the capture does not belie. A day gives way to an instant that another
 * statement gives for the same day, or the one beside it.
 */
export function chooseDate(
  stated: readonly StatedDate[],
  { captured, lang }: { captured: string | undefined; lang: string | undefined },
): { finding: Finding<string>; clockLost: boolean } | undefined {
  const latest =
    captured === undefined ? Number.POSITIVE_INFINITY : Date.parse(captured) + DAY * (captured.includes('T') ? 1 : 2);
  const found = stated.slice(0, 200).flatMap(({ text, rule }) => {
    const moment = readMoment(text, lang) ?? findDay(text, lang);
    if (!moment || Date.parse(moment.value) > latest) return [];
    return [{ value: moment.value, clockLost: moment.clockLost, rule }];
  });
  const [first] = found;
  if (!first) return undefined;
  const near = found.find(
    ({ value }) =>
      value.includes('T') && Math.abs(Date.parse(value.slice(0, 10)) - Date.parse(first.value.slice(0, 10))) <= DAY,
  );
  const { value, rule, clockLost } = first.value.includes('T') ? first : (near ?? first);
  return { finding: { value, how: 'stated', rule }, clockLost };
}

/** The one day with a year that a short line names among other words: `Posted: Fri 6:45 PM, Feb 16, 2018`. */
function findDay(text: string, lang: string | undefined): StatedMoment | undefined {
  const day = text.length < 160 ? findPrintedDay(text, lang) : undefined;
  const value = `${day?.year ?? ''}-${day?.monthDay ?? ''}`;
  return isNewsDate(value) ? { value, clockLost: false } : undefined;
}

/** The days that lines beside the headline name. */
export function lineDates(lines: readonly string[]): StatedDate[] {
  return lines
    .filter((line) => line.length < 160 && /\d{4}/u.test(line))
    .map((text) => ({ text, rule: 'a line under the headline' }));
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day that an address holds: `/2019/11/18/`, `/2019/nov/18/`, `/2019-11-18-`. */
export function addressDate(url: string | undefined): StatedDate[] {
  const found = /\/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:[/_-]|$)/u.exec(url ?? '');
  if (!found) return [];
  const [, year = '', stated = '', day = ''] = found;
  const month = /\d/u.test(stated) ? stated : String(MONTHS.indexOf(stated) + 1);
  return [{ text: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, rule: 'the source address' }];
}

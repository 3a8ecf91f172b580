import { momentOf } from '../../news/dates.ts';
import { toLine } from '../../news/text.ts';
import type { Finding } from '../raw-article.ts';
import { readMoment } from '../read-moment.ts';
import { shortenTo } from '../text/text-shapes.ts';
import type { FeedDate, FeedItem } from './feed-item.ts';

/** The dates of an item as far as they can be believed, and what was left out. */
export interface FeedDates {
  published: Finding<string> | undefined;
  updated: Finding<string> | undefined;
  notes: string[];
}

/** A day in milliseconds: so far apart may two places be that mean the same moment by their calendars. */
const DAY = 86_400_000;

/**
 * Reads the dates of an item. One that lies more than a day after the capture (a day, or an instant with offset) is
 * not believed, one that cannot be read is left out, and of a time without a known zone only the day is taken; each
 * is said in the notes. An `updated` that says what `published` says is left out.
 */
export function readDates({ published, updated, lang }: FeedItem, captured: string | undefined): FeedDates {
  const [first, later] = [published, updated].map((date) => readDate(date, lang?.value, captured));
  const repeats = later?.finding?.value === first?.finding?.value;
  return {
    published: first?.finding,
    updated: repeats ? undefined : later?.finding,
    notes: [...new Set([...(first?.notes ?? []), ...(later?.notes ?? [])])],
  };
}

function readDate(
  date: FeedDate | undefined,
  lang: string | undefined,
  captured: string | undefined,
): { finding?: Finding<string>; notes: string[] } {
  if (!date) return { notes: [] };
  const { printed, rule, how } = date;
  const shown = shortenTo(60, toLine(printed));
  const moment = readMoment(printed, lang);
  if (!moment) return { notes: [`The date "${shown}" (${rule}) cannot be read and was left out.`] };
  if (captured !== undefined && momentOf(moment.value, 'UTC') > momentOf(captured, 'UTC') + DAY) {
    return { notes: [`The date "${shown}" (${rule}) lies after the capture and was left out.`] };
  }
  const notes = moment.clockLost
    ? [`Of the date "${shown}" (${rule}) the time was left out: its zone is not known.`]
    : [];
  return { finding: { value: moment.value, how, rule }, notes };
}

import { keyOf, type Part } from './entry.ts';
import type { Cited } from './facts.ts';
import { type Name, toName } from './names.ts';

interface CslDate {
  'date-parts': [number[]];
}

/** An item of a bibliography as programs exchange it (CSL-JSON, schema 1.0.2). */
export interface CslItem {
  id: string;
  type: 'article-newspaper' | 'webpage';
  title: string;
  author?: Name[];
  'container-title'?: string;
  issued?: CslDate;
  accessed?: CslDate;
  URL?: string;
  language?: string;
  /** Of a copy: who printed the original. */
  'original-publisher'?: string;
  /** Of a copy: when it was taken, and where the original stands. */
  note?: string;
}

/** A citation as a CSL-JSON item. `today` is the day of access, `YYYY-MM-DD`. */
export function toCsl(cited: Cited, part: Part, today: string): CslItem {
  const { work } = cited;
  const copy = part === 'copy' ? cited.copy : undefined;
  const address = copy ? copy.address : work.address;
  const container = copy ? copy.site : work.publication;
  const note = [copy?.captured && `captured: ${copy.captured}`, copy && work.address && `original: ${work.address}`];
  return {
    id: keyOf(cited, part),
    type: copy ? 'webpage' : 'article-newspaper',
    title: work.headline,
    ...(work.authors.length > 0 && { author: work.authors.map(toName) }),
    ...(container !== undefined && { 'container-title': container }),
    ...(work.day !== undefined && { issued: toDate(work.day) }),
    ...(address !== undefined && { URL: address, accessed: toDate(today) }),
    ...(work.lang !== undefined && { language: work.lang }),
    ...(copy && work.publication !== undefined && { 'original-publisher': work.publication }),
    ...(copy && note.some(Boolean) && { note: note.filter(Boolean).join('\n') }),
  };
}

/** The items as a file: CSL-JSON is a list. */
export function toCslJson(cited: Cited, part: Part, today: string): string {
  return `${JSON.stringify([toCsl(cited, part, today)], undefined, 2)}\n`;
}

function toDate(day: string): CslDate {
  return { 'date-parts': [day.split('-').map(Number)] };
}

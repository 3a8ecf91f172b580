import { pickFields } from '../stated/field-names.ts';
import { leftOutNote } from '../stated/stated-fields.ts';
import { propertyOf, toList, toOneLine } from '../stated/stated-values.ts';
import { toRawArticle } from '../stated/to-raw-article.ts';
import { limitsOf } from '../copy/limits.ts';
import { decodeText } from '../text/decode-text.ts';
import type { Format, Found, Unit } from '../unit.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { beginsWithFrontMatter, splitFrontMatter } from './split-front-matter.ts';
import { whyUnreadable } from '../stated/why-unreadable.ts';

const NAME = /\.(?:md|markdown|mdx)$/iu;

/** A web page or another kind of file keeps its own reader, whatever its name says. */
const NO_MARKDOWN = /^\ufeff?\s{0,1000}<(?:!doctype\s|html[\s>]|\?xml\s)/iu;

/** Keys that have a note of their own, or that only our own importer writes. */
const SPOKEN_OF = new Set(
  'draft published redirect_from aliases embargo expires expiryDate withdrawn corrections receipt versions'.split(' '),
);

/** A Markdown file of another tool, or one of ours, by its name or by its front matter. */
export const markdownFile: Format = {
  what: 'a Markdown file',
  largest: 5_000_000,
  recognises: (start, name) => {
    const text = beginning(start);
    return NAME.test(name) ? !NO_MARKDOWN.test(text) : beginsWithFrontMatter(text);
  },
  read: (unit) => [readMarkdown(unit)],
};

function readMarkdown(unit: Unit): Found {
  const refuse = (reason: string): Found => ({ ok: false, where: unit.where, reason });
  const decoded = decodeText(unit.bytes);
  if (!decoded.ok) return refuse(decoded.reason);
  if (!/\S/u.test(decoded.text)) return refuse('empty');
  try {
    const split = splitFrontMatter(decoded.text);
    if (!split.ok) return refuse(split.reason);
    const front = readFrontMatter(split.file);
    if (!front.ok) return refuse(front.reason);
    const { stated, others } = pickFields(front.value);
    const { body, linesBefore } = split.file;
    const components = /\.mdx$/iu.test(unit.name);
    const left = leftOutNote(
      'Other keys',
      others.filter((key) => !SPOKEN_OF.has(key)),
    );
    return toRawArticle(
      {
        stated,
        limits: limitsOf(front.value),
        text: body.trim() === '' ? undefined : { as: 'markdown', value: body, components, linesBefore },
        notes: [...decoded.notes, ...front.notes, ...notesOn(front.value), ...left],
      },
      {
        known: unit.known,
        item: unit.item,
        original: { bytes: unit.bytes, extension: 'md' },
        where: unit.where,
        stated: 'in its front matter',
      },
    );
  } catch (error) {
    return refuse(whyUnreadable(error));
  }
}

/** What the copy does not take over. */
function notesOn(front: object): string[] {
  const old = ['redirect_from', 'aliases'].flatMap((key) => toList(propertyOf(front, key)));
  return leftOutNote(
    'Old addresses or other names',
    old.flatMap((name) => toOneLine(name) ?? []),
  );
}

function beginning(start: Uint8Array): string {
  const decoded = decodeText(start.subarray(0, start.length - (start.length % 2)));
  return decoded.ok ? decoded.text : '';
}

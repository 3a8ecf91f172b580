import { xmlFindings } from '../xmllint.ts';
import { type AtomElement, allBelow, childrenOf, childText, labelOf, partsOf, rootOf } from './atom-elements.ts';
import { ATOM_VALUE_RULES } from './atom-value-rules.ts';
import { findingsOf, type Rule } from './rule.ts';

const NAMESPACE = 'http://www.w3.org/2005/Atom';

/** What may stand in what; text constructs are not in the list, their content has rules of its own. */
const INSIDE: Record<string, string[]> = {
  feed: 'author category contributor entry generator icon id link logo rights subtitle title updated'.split(' '),
  entry: 'author category content contributor id link published rights source summary title updated'.split(' '),
  author: ['name', 'uri', 'email'],
  contributor: ['name', 'uri', 'email'],
};

const ONCE = ['id', 'title', 'updated'];
const AT_MOST_ONCE = 'content generator icon logo published rights source subtitle summary'.split(' ');

/** How a feed is built up (RFC 4287, sections 2 and 4.1; RFC 5005, section 4). */
const ATOM_STRUCTURE_RULES: Rule<AtomElement>[] = [
  {
    section: 'RFC 4287 2',
    says: 'the document is a feed in the namespace of Atom',
    check: (feed) => (feed.name === 'feed' && feed.attribs['xmlns'] === NAMESPACE ? [] : [`<${feed.name}>`]),
  },
  {
    section: 'RFC 4287 4',
    says: 'an element of Atom stands only where it may',
    check: (feed) =>
      [feed, ...allBelow(feed)].flatMap((parent) => {
        const allowed = INSIDE[parent.name];
        const inside = allowed ? childrenOf(parent).filter(({ name }) => !name.includes(':')) : [];
        return inside.flatMap(({ name }) => (allowed?.includes(name) ? [] : [`${name} in ${labelOf(parent)}`]));
      }),
  },
  {
    section: 'RFC 4287 4.1.1 and 4.1.2',
    says: 'a feed and an entry have exactly one id, title and updated',
    check: (feed) =>
      partsOf(feed).flatMap((part) =>
        ONCE.filter((name) => childrenOf(part, name).length !== 1).map((name) => `${name} of ${labelOf(part)}`),
      ),
  },
  {
    section: 'RFC 4287 4.1.1 and 4.1.2',
    says: 'content, summary, subtitle, published, rights and their like stand at most once',
    check: (feed) =>
      partsOf(feed).flatMap((part) =>
        AT_MOST_ONCE.filter((name) => childrenOf(part, name).length > 1).map((name) => `${name} of ${labelOf(part)}`),
      ),
  },
  {
    section: 'RFC 4287 4.1.1 and 4.1.2',
    says: 'every entry has an author, its own or the feed’s',
    check: (feed) =>
      childrenOf(feed, 'author').length > 0
        ? []
        : partsOf(feed)
            .slice(1)
            .filter((entry) => childrenOf(entry, 'author').length === 0)
            .map(labelOf),
  },
  {
    section: 'RFC 4287 4.1.1',
    says: 'a feed says where it is itself',
    check: (feed) => (linksOf(feed, 'self').length === 1 ? [] : [labelOf(feed)]),
  },
  {
    section: 'RFC 4287 4.1.1 and 4.1.2',
    says: 'there is one alternate link for each type and language',
    check: (feed) =>
      partsOf(feed).flatMap((part) => repeated(alternatesOf(part)).map((it) => `${it} ${labelOf(part)}`)),
  },
  {
    section: 'RFC 4287 4.1.2',
    says: 'an entry without content has an alternate link and a summary',
    check: (feed) =>
      childrenOf(feed, 'entry')
        .filter((entry) => childrenOf(entry, 'content').length === 0)
        .filter((entry) => alternatesOf(entry).length === 0 || childText(entry, 'summary') === '')
        .map(labelOf),
  },
  {
    section: 'RFC 4287 4.1.1 and 4.2.6',
    says: 'no two entries have the same id, nor one that of the feed',
    check: (feed) => repeated(partsOf(feed).map((part) => childText(part, 'id'))),
  },
  {
    section: 'RFC 4287 4.2.15',
    says: 'a feed is not older than its entries',
    check: (feed) =>
      childrenOf(feed, 'entry')
        .filter((entry) => at(entry, 'updated') > at(feed, 'updated'))
        .map(labelOf),
  },
  {
    section: 'RFC 4287 4.2.9 and 4.2.15',
    says: 'nothing is updated before it is published',
    check: (feed) =>
      childrenOf(feed, 'entry')
        .filter((entry) => at(entry, 'published') > at(entry, 'updated'))
        .map(labelOf),
  },
  {
    section: 'RFC 5005 4',
    says: 'at most one link leads to the archive before, and not to the feed itself',
    check: (feed) => {
      const before = linksOf(feed, 'prev-archive');
      const isItself = before.some((href) => linksOf(feed, 'self').includes(href));
      return before.length > 1 || isItself ? [labelOf(feed)] : [];
    },
  },
];

/** The rules of an Atom feed. */
export const ATOM_RULES: Rule<AtomElement>[] = [...ATOM_STRUCTURE_RULES, ...ATOM_VALUE_RULES];

/**
 * What is wrong with a text as an Atom feed by RFC 4287, and by RFC 5005 of its links to older entries, one line each.
 * What is not well-formed XML is not read further. Stricter than the RFC where its SHOULD is what readers rely on.
 */
export function atomFindings(xml: string): string[] {
  const malformed = xmlFindings(xml).map((finding) => `XML 1.0, well-formed: ${finding}`);
  return malformed.length > 0 ? malformed : findingsOf(ATOM_RULES, rootOf(xml));
}

/** A link without a relation is an alternate one (RFC 4287, section 4.2.7.2). */
function linksOf(part: AtomElement, rel: string): string[] {
  return childrenOf(part, 'link')
    .filter(({ attribs }) => (attribs['rel'] ?? 'alternate') === rel)
    .map(({ attribs }) => attribs['href'] ?? '');
}

function alternatesOf(part: AtomElement): string[] {
  return childrenOf(part, 'link')
    .filter(({ attribs }) => (attribs['rel'] ?? 'alternate') === 'alternate')
    .map(({ attribs }) => `${attribs['type'] ?? ''} ${attribs['hreflang'] ?? ''}`);
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Not a number where there is no such moment, and then nothing is before or after it. */
function at(part: AtomElement, name: string): number {
  return Date.parse(childText(part, name));
}

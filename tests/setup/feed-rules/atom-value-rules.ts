import { type AtomElement, allBelow, childrenOf, childText, labelOf, named, partsOf, textOf } from './atom-elements.ts';
import { htmlFindings } from './html-content.ts';
import type { Rule } from './rule.ts';
import { isAbsoluteIri, isLanguageTag, isMediaType, isMoment, isWebIri } from './values.ts';

const TEXTS = ['title', 'subtitle', 'summary', 'rights'];
const PERSONS = ['author', 'contributor'];

/** Link relations of RFC 4287, RFC 5005 and the registry of RFC 8288 that a news feed has a use for. */
const RELATIONS = new Set(
  'alternate related self enclosure via first last next previous prev-archive next-archive current license'.split(' '),
);

/** What stands in a feed's elements (RFC 4287, sections 2, 3 and 4.2). */
export const ATOM_VALUE_RULES: Rule<AtomElement>[] = [
  {
    section: 'RFC 4287 2 and 3.1.1',
    says: 'xml:lang is a language tag, and the feed has one',
    check: (feed) =>
      [feed, ...allBelow(feed)]
        .filter(({ attribs, name }) => !isLanguageTag(attribs['xml:lang'] ?? (name === 'feed' ? '' : 'en')))
        .map((element) => `${element.attribs['xml:lang'] ?? 'none'} of ${element.name}`),
  },
  {
    section: 'RFC 4287 3.1.1',
    says: 'a text is text or HTML, and holds no elements',
    check: (feed) =>
      named(feed, ...TEXTS).flatMap(({ element, label }) =>
        ['text', 'html'].includes(element.attribs['type'] ?? 'text') && childrenOf(element).length === 0 ? [] : [label],
      ),
  },
  {
    section: 'RFC 4287 4.2.14',
    says: 'a title is not empty',
    check: (feed) => partsOf(feed).flatMap((part) => (childText(part, 'title') === '' ? [labelOf(part)] : [])),
  },
  {
    section: 'RFC 4287 3.2',
    says: 'a person has one name, at most one address of the web and of mail, and nothing unreadable in them',
    check: (feed) => named(feed, ...PERSONS).flatMap(({ element, label }) => (isPerson(element) ? [] : [label])),
  },
  {
    section: 'RFC 4287 3.3',
    says: 'a date is a moment of RFC 3339 with upper-case T and Z',
    check: (feed) =>
      named(feed, 'published', 'updated').flatMap(({ element, label }) =>
        isMoment(textOf(element)) ? [] : [`${textOf(element)} in ${label}`],
      ),
  },
  {
    section: 'RFC 4287 4.2.6',
    says: 'an id is an absolute IRI, without white space around it',
    check: (feed) =>
      named(feed, 'id').flatMap(({ element }) => (isAbsoluteIri(textOf(element)) ? [] : [`“${textOf(element)}”`])),
  },
  {
    section: 'RFC 4287 4.2.2',
    says: 'a category has a term, once an entry, and is empty',
    check: (feed) =>
      partsOf(feed).flatMap((part) => {
        const categories = childrenOf(part, 'category');
        const terms = categories.map(({ attribs }) => attribs['term']?.trim() ?? '');
        const isWhole = categories.every(isEmpty) && !terms.includes('') && new Set(terms).size === terms.length;
        return isWhole ? [] : [labelOf(part)];
      }),
  },
  {
    section: 'RFC 4287 4.2.7',
    says: 'a link has an absolute address, and is empty',
    check: (feed) =>
      linksOf(feed).flatMap((link) => {
        const { href = '' } = link.attribs;
        return isWebIri(href) && isEmpty(link) ? [] : [`href="${href}"`];
      }),
  },
  {
    section: 'RFC 4287 4.2.7.2 and RFC 8288 2.1',
    says: 'a relation is a registered one or an absolute IRI',
    check: (feed) =>
      linksOf(feed).flatMap(({ attribs: { rel = 'alternate' } }) =>
        RELATIONS.has(rel) || isAbsoluteIri(rel) ? [] : [rel],
      ),
  },
  {
    section: 'RFC 4287 4.2.7.3 and 4.2.7.4',
    says: 'a link’s type is a media type, its hreflang a language tag',
    check: (feed) =>
      linksOf(feed).flatMap(({ attribs: { type = 'text/html', hreflang = 'en' } }) => [
        ...(isMediaType(type) ? [] : [`type="${type}"`]),
        ...(isLanguageTag(hreflang) ? [] : [`hreflang="${hreflang}"`]),
      ]),
  },
  {
    section: 'RFC 4287 4.1.3',
    says: 'a content is text or escaped HTML, holds no elements, and is not empty',
    check: (feed) =>
      named(feed, 'content').flatMap(({ element, label }) => {
        const isKnown = ['text', 'html'].includes(element.attribs['type'] ?? 'text');
        return isKnown && childrenOf(element).length === 0 && textOf(element).trim() !== '' ? [] : [label];
      }),
  },
  {
    section: 'RFC 4287 3.1.1.2 and 4.1.3.3',
    says: 'HTML is without errors, code, style and relative addresses',
    check: (feed) =>
      named(feed, 'content', ...TEXTS)
        .filter(({ element }) => element.attribs['type'] === 'html')
        .flatMap(({ element, label }) => htmlFindings(textOf(element).trim()).map((it) => `${it} in ${label}`)),
  },
];

function linksOf(feed: AtomElement): AtomElement[] {
  return partsOf(feed).flatMap((part) => childrenOf(part, 'link'));
}

function isPerson(person: AtomElement): boolean {
  const [uris, mails] = [childrenOf(person, 'uri'), childrenOf(person, 'email')];
  return (
    childrenOf(person, 'name').length === 1 &&
    childText(person, 'name') !== '' &&
    uris.length <= 1 &&
    uris.every((uri) => isAbsoluteIri(textOf(uri))) &&
    mails.length <= 1 &&
    mails.every((mail) => /^[^\s@]+@[^\s@]+$/u.test(textOf(mail)))
  );
}

function isEmpty(element: AtomElement): boolean {
  return element.children.length === 0;
}

import type { Finding } from '../raw-article.ts';
import { type FeedDate, type FeedItem, type FeedReading, type FeedText, readItems } from './feed-item.ts';
import { findEnclosed } from './feed-pictures.ts';
import { atomText, toLineOfText } from './feed-text.ts';
import { firstOf, stated, toAuthors, toField, toLanguage, toTags } from './feed-values.ts';
import { toWebAddress } from './web-address.ts';
import { attribute, baseOf, childrenOf, childWithText, textIn, type XmlElement } from './xml-element.ts';

/** Relations may be written with the address of the list that names them. */
const REGISTRY = /^https?:\/\/www\.iana\.org\/assignments\/relation\//u;

/** The names that an element of Atom has, in a feed that declares its vocabulary and in one that forgot to. */
function namesOf(name: string): [string, string] {
  return [`atom:${name}`, `core:${name}`];
}

/** What a feed, or the source of an entry, gives to entries that do not say it themselves. */
interface Shared extends Pick<FeedItem, 'authors' | 'lang' | 'license' | 'rightsNotice' | 'sourceName'> {
  link: string | undefined;
}

/** Reads the entries of Atom 0.3 and 1.0. `url`: where the feed was taken from. */
export function readAtom(feed: XmlElement, url: string | undefined): FeedReading {
  const link = findLink(feed, 'alternate', url) ?? findLink(feed, 'self', url) ?? url;
  // Read once: a feed may have thousands of entries to look for them among.
  const shared: Shared = { ...readShared(feed, 'feed'), lang: findLang(feed), link };
  return readItems(childrenOf(feed, ...namesOf('entry')), (entry, number) => toItem(entry, number, shared));
}

function readShared(element: XmlElement | undefined, what: string): Omit<Shared, 'lang' | 'link'> {
  return {
    authors: namedIn(element, what === 'entry' ? 'author' : `the ${what}'s author`),
    license: element && findLicense(element),
    rightsNotice: firstOf(
      () => lineOf(element, 'rights', `the ${what}'s rights`),
      () => lineOf(element, 'copyright', `the ${what}'s rights`),
    ),
    sourceName: what === 'entry' ? undefined : lineOf(element, 'title', `the ${what}'s title`),
  };
}

function toItem(entry: XmlElement, number: number, feed: Shared): FeedItem {
  const own = readShared(entry, 'entry');
  const source = readShared(childrenOf(entry, ...namesOf('source'))[0], 'source');
  const address = findLink(entry, 'alternate', feed.link);
  const outside = address ?? feed.link;
  const categories = childrenOf(entry, ...namesOf('category'), 'dc:subject');
  const { tags, notes } = toTags(
    categories.map((tag) => attribute(tag, 'label') || attribute(tag, 'term') || textIn(tag)),
    'category',
  );
  const enclosed = findEnclosed(entry, outside);
  const texts = findTexts(entry, outside);
  return {
    number,
    guid: toField(textIn(childWithText(entry, ...namesOf('id')))),
    title: atomText(childWithText(entry, ...namesOf('title')), outside, { rule: 'title', summary: 'no' }),
    texts,
    sourceUrl: address === undefined ? undefined : { value: address, how: 'stated', rule: 'link' },
    sourceName: source.sourceName ?? feed.sourceName,
    // RFC 4287, 4.2.1: the authors of the entry, else of the feed that it came from, else of this feed.
    authors: own.authors ?? findCreators(entry) ?? source.authors ?? feed.authors,
    ...findDates(entry),
    tags,
    lang: findLang(entry) ?? feed.lang,
    rightsNotice: own.rightsNotice ?? source.rightsNotice ?? feed.rightsNotice,
    license: own.license ?? source.license ?? feed.license,
    picture: enclosed.picture,
    notes: [...notes, ...enclosed.notes, ...unreadContent(entry, texts)],
  };
}

/** The language of a feed or entry: of an entry first that of its text. */
function findLang(element: XmlElement): Finding<string> | undefined {
  const [content] = childrenOf(element, ...namesOf('content'));
  return firstOf(
    () => toLanguage(textIn(childWithText(element, 'dc:language')), 'dc:language'),
    () => toLanguage((content && attribute(content, 'xml:lang')) ?? '', 'xml:lang'),
    () => toLanguage(attribute(element, 'xml:lang'), 'xml:lang'),
  );
}

function findTexts(entry: XmlElement, outside: string | undefined): FeedText[] {
  const read = (name: string, summary: FeedText['summary']): FeedText | undefined =>
    atomText(childWithText(entry, ...namesOf(name)), outside, { rule: name, summary });
  const media = [entry, ...childrenOf(entry, 'media:group')].flatMap((at) => childrenOf(at, 'media:description'));
  const described = media.map((element) => atomText(element, outside, { rule: 'media:description', summary: 'yes' }));
  return [read('content', 'no'), read('summary', 'yes'), ...described].filter((text) => text !== undefined);
}

function unreadContent(entry: XmlElement, texts: readonly FeedText[]): string[] {
  const [content] = childrenOf(entry, ...namesOf('content'));
  if (!content || texts.some(({ rule }) => rule === 'content')) return [];
  const src = toWebAddress(attribute(content, 'src'), baseOf(content, undefined));
  if (src !== undefined) return [`The text is not in the feed, but at ${src}`];
  return textIn(content) === ''
    ? []
    : [`The content is no text (${toField(attribute(content, 'type')) ?? 'base64'}) and was left out.`];
}

/** The address of the first link of a relation, one to a web page before others. */
function findLink(element: XmlElement, relation: string, outside: string | undefined): string | undefined {
  const relations = relation === 'alternate' ? ['', 'alternate'] : [relation];
  const links = childrenOf(element, ...namesOf('link')).flatMap((link) => {
    if (!relations.includes(attribute(link, 'rel').toLowerCase().replace(REGISTRY, ''))) return [];
    const href = attribute(link, 'href');
    const address = href === '' ? undefined : toWebAddress(href, baseOf(link, outside) ?? outside);
    return address === undefined ? [] : [{ address, type: attribute(link, 'type').toLowerCase() }];
  });
  return (links.find(({ type }) => type === '' || type.includes('html')) ?? links[0])?.address;
}

function lineOf(element: XmlElement | undefined, name: string, rule: string): Finding<string> | undefined {
  const text = atomText(childWithText(element, ...namesOf(name)), undefined, { rule, summary: 'no' });
  return text && stated(toLineOfText(text), rule);
}

function namedIn(element: XmlElement | undefined, rule: string): Finding<string[]> | undefined {
  const authors = childrenOf(element, ...namesOf('author'));
  return toAuthors(
    authors.map((author) => textIn(childWithText(author, ...namesOf('name')))),
    rule,
  );
}

function findCreators(entry: XmlElement): Finding<string[]> | undefined {
  return toAuthors(
    childrenOf(entry, 'dc:creator').map((name) => textIn(name)),
    'dc:creator',
  );
}

function findDates(entry: XmlElement): Pick<FeedItem, 'published' | 'updated'> {
  const find = (...names: readonly string[]): FeedDate | undefined => {
    const date = childWithText(entry, ...names);
    return date && { printed: textIn(date), rule: date.name.replace(/^[a-z]{1,9}:/u, ''), how: 'stated' };
  };
  const published = find(...namesOf('published'), ...namesOf('issued'), ...namesOf('created'), 'dc:date');
  const updated = find(...namesOf('updated'), ...namesOf('modified'));
  return { published: published ?? (updated && { ...updated, how: 'inferred' }), updated };
}

function findLicense(element: XmlElement): Finding<string> | undefined {
  const links = childrenOf(element, ...namesOf('link'));
  const link = links.find((at) => attribute(at, 'rel').toLowerCase() === 'license');
  const [license] = childrenOf(element, 'cc:license');
  return firstOf(
    () => link && stated(attribute(link, 'href'), 'the link to the licence'),
    () => license && stated(textIn(license) || attribute(license, 'rdf:resource'), 'license'),
  );
}

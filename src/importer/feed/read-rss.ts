import type { Finding } from '../raw-article.ts';
import { type FeedDate, type FeedItem, type FeedReading, type FeedText, readItems } from './feed-item.ts';
import { findEnclosed } from './feed-pictures.ts';
import { atomText, rssText } from './feed-text.ts';
import { firstOf, stated, toAuthors, toField, toLanguage, toTags } from './feed-values.ts';
import { toWebAddress } from './web-address.ts';
import { attribute, baseOf, childrenOf, childWithText, langOf, textIn, type XmlElement } from './xml-element.ts';

/** What the items of a channel share. */
interface Channel extends Pick<FeedItem, 'lang' | 'license' | 'rightsNotice' | 'sourceName'> {
  /** Its own address, else that of the feed. */
  link: string | undefined;
}

/** Reads the items of RSS 0.9, 1.0, 1.1 and 2.0, wherever they stand in it. `url`: where the feed was taken from. */
export function readRss(root: XmlElement, url: string | undefined): FeedReading {
  const element = childrenOf(root, 'core:channel')[0] ?? root;
  const link = toWebAddress(textIn(childWithText(element, 'core:link')), baseOf(element, url) ?? url) ?? url;
  const lists = childrenOf(element, 'core:items');
  const places = new Set([...childrenOf(root, 'core:channel'), element, ...lists, root]);
  const items = [...places].flatMap((place) => childrenOf(place, 'core:item'));
  // Read once: a channel may have thousands of items to look for them among.
  const channel: Channel = {
    link,
    lang: firstOf(
      () => toLanguage(textIn(childWithText(element, 'core:language', 'dc:language')), "the feed's language"),
      () => toLanguage(langOf(element) ?? '', 'xml:lang'),
    ),
    license: findLicense(element),
    rightsNotice: stated(textIn(childWithText(element, 'core:copyright', 'dc:rights')), "the feed's rights"),
    sourceName: stated(textIn(childWithText(element, 'core:title', 'dc:title')), "the feed's title"),
  };
  return readItems(items, (item, number) => toItem(item, number, channel));
}

function toItem(item: XmlElement, number: number, channel: Channel): FeedItem {
  const guid = childWithText(item, 'core:guid', 'atom:id', 'dc:identifier');
  const sourceUrl = findAddress(item, channel);
  const outside = sourceUrl?.value ?? channel.link;
  const { tags, notes } = toTags(
    childrenOf(item, 'core:category', 'dc:subject').map((tag) => textIn(tag)),
    'category',
  );
  const enclosed = findEnclosed(item, outside);
  return {
    number,
    guid: toField(textIn(guid) || attribute(item, 'rdf:about')),
    title: findTitle(item),
    texts: findTexts(item, outside),
    sourceUrl,
    sourceName: findSource(item) ?? channel.sourceName,
    authors: findAuthors(item),
    published: findDate(item, ['core:pubdate', 'dc:date', 'atom:published', 'dcterms:created', 'dcterms:issued']),
    updated: findDate(item, ['atom:updated', 'dcterms:modified']),
    tags,
    lang: findLang(item) ?? channel.lang,
    rightsNotice:
      stated(textIn(childWithText(item, 'dc:rights', 'media:copyright', 'atom:rights')), "the item's rights") ??
      channel.rightsNotice,
    license: findLicense(item) ?? channel.license,
    picture: enclosed.picture,
    notes: [...notes, ...enclosed.notes],
  };
}

/** A headline of RSS is plain text: `&lt;b&gt;` in it shows as `<b>`. */
function findTitle(item: XmlElement): FeedText | undefined {
  const title = childWithText(item, 'core:title', 'dc:title', 'atom:title', 'media:title');
  return title && { kind: 'text', value: textIn(title), rule: 'title', line: title.line, summary: 'no' };
}

function findTexts(item: XmlElement, outside: string | undefined): FeedText[] {
  const read = (name: string, summary: FeedText['summary']): FeedText | undefined => {
    const kind = { rule: name.replace('core:', ''), summary };
    const element = childWithText(item, name);
    return name.startsWith('atom:') ? atomText(element, outside, kind) : rssText(element, outside, kind);
  };
  return [
    read('content:encoded', 'no'),
    read('xhtml:body', 'no'),
    read('xhtml:div', 'no'),
    read('atom:content', 'no'),
    read('core:description', 'perhaps'),
    read('atom:summary', 'yes'),
    read('dc:description', 'yes'),
    read('media:description', 'yes'),
  ].filter((text) => text !== undefined);
}

function findAddress(item: XmlElement, { link }: Channel): Finding<string> | undefined {
  const addressIn = (element: XmlElement, text: string, rule: string): Finding<string> | undefined => {
    const value = toWebAddress(text, baseOf(element, link) ?? link);
    const how = toWebAddress(text) === undefined ? 'inferred' : 'stated';
    return text === '' || value === undefined ? undefined : { value, how, rule };
  };
  const own = childWithText(item, 'core:link');
  const alternate = childrenOf(item, 'atom:link').find((at) => ['', 'alternate'].includes(attribute(at, 'rel')));
  const guid = childWithText(item, 'core:guid');
  const isPermaLink = guid && attribute(guid, 'ispermalink').toLowerCase() !== 'false';
  return firstOf(
    () => own && addressIn(own, textIn(own), 'link'),
    () => alternate && addressIn(alternate, attribute(alternate, 'href'), 'atom:link'),
    () => (isPermaLink && toWebAddress(textIn(guid)) !== undefined ? addressIn(guid, textIn(guid), 'guid') : undefined),
    () =>
      toWebAddress(attribute(item, 'rdf:about'))
        ? addressIn(item, attribute(item, 'rdf:about'), 'rdf:about')
        : undefined,
  );
}

function findSource(item: XmlElement): Finding<string> | undefined {
  const [atomSource] = childrenOf(item, 'atom:source');
  return firstOf(
    () => stated(textIn(childWithText(item, 'core:source')), "the item's source"),
    () => stated(textIn(childWithText(atomSource, 'atom:title')), "the item's source"),
  );
}

function findAuthors(item: XmlElement): Finding<string[]> | undefined {
  const texts = (...names: readonly string[]): string[] => childrenOf(item, ...names).map((name) => textIn(name));
  const named = childrenOf(item, 'atom:author').map((author) => textIn(childWithText(author, 'atom:name')));
  return firstOf(
    () => toAuthors(texts('dc:creator'), 'dc:creator'),
    () => toAuthors(named, 'atom:author'),
    () => toAuthors(texts('core:author'), 'author'),
    () => toAuthors(texts('itunes:author'), 'itunes:author'),
  );
}

function findDate(item: XmlElement, names: readonly string[]): FeedDate | undefined {
  const date = childWithText(item, ...names);
  return date && { printed: textIn(date), rule: date.name.replace('core:', ''), how: 'stated' };
}

function findLang(item: XmlElement): Finding<string> | undefined {
  return firstOf(
    () => toLanguage(textIn(childWithText(item, 'dc:language', 'core:language')), "the item's language"),
    () => toLanguage(attribute(item, 'xml:lang'), 'xml:lang'),
  );
}

function findLicense(element: XmlElement): Finding<string> | undefined {
  const [license] = childrenOf(element, 'cc:license', 'dcterms:license');
  const link = childrenOf(element, 'atom:link').find((at) => attribute(at, 'rel') === 'license');
  return firstOf(
    () => license && stated(textIn(license) || attribute(license, 'rdf:resource'), 'license'),
    () => link && stated(attribute(link, 'href'), 'the link to the licence'),
  );
}

import { type AtomFeed, generateAtomFeed } from 'feedsmith';
import { type HtmlOf, toFeedContent } from './feed-content.ts';
import type { FeedEntry } from './feed-entry.ts';
import type { FeedProps } from './feeds.ts';

/** A feed as Atom (RFC 4287); `prev-archive` leads to older entries (RFC 5005). */
export function writeAtom(feed: FeedProps, htmlOf: HtmlOf): string {
  const xml = generateAtomFeed({
    id: feed.self,
    title: text(feed.title),
    ...(feed.subtitle === undefined ? {} : { subtitle: text(feed.subtitle) }),
    updated: feed.updated,
    authors: [{ name: kept(feed.publisher) }],
    xml: { lang: feed.lang },
    links: [
      { rel: 'self', type: 'application/atom+xml', href: feed.self },
      { rel: 'alternate', type: 'text/html', href: feed.home },
      ...(feed.older === undefined ? [] : [{ rel: 'prev-archive', type: 'application/atom+xml', href: feed.older }]),
    ],
    entries: feed.entries.map((entry) => toEntry(entry, feed, htmlOf)),
  });
  return xml.replaceAll(`${MARK}apos;`, 'apos;');
}

/**
 * The library takes each `&apos;` for one of its own and makes `'` of it, in the middle of a text too: in a text that
 * holds one it is torn apart by a sign of private use until the library has written.
 */
const MARK = '\ue000';

function kept(value: string): string {
  return value.replaceAll('&apos;', `&${MARK}apos;`);
}

function toEntry(entry: FeedEntry, feed: FeedProps, htmlOf: HtmlOf): AtomFeed.Entry<string> {
  const authors = entry.authors.map(({ name, url }) => ({
    name: kept(name),
    ...(url === undefined ? {} : { uri: url }),
  }));
  const content = toFeedContent(entry, htmlOf);
  const { rights } = entry;
  return {
    id: entry.address,
    title: text(entry.title),
    published: entry.published,
    updated: entry.updated,
    ...(authors.length === 0 ? {} : { authors }),
    categories: entry.tags.map((term) => ({ term })),
    links: [
      { rel: 'alternate', type: 'text/html', href: entry.address, hreflang: entry.lang },
      ...(entry.source?.url === undefined ? [] : [{ rel: 'via', type: 'text/html', href: entry.source.url }]),
      // RFC 4946; what is said in words stands in `rights`.
      ...(rights?.url === undefined ? [] : [{ rel: 'license', href: rights.url }]),
    ],
    ...(entry.summary === undefined ? {} : { summary: text(entry.summary) }),
    ...(rights?.line === undefined ? {} : { rights: text(rights.line) }),
    content: 'text' in content ? text(content.text) : { type: 'html', value: kept(content.html) },
    ...(entry.lang === feed.lang ? {} : { xml: { lang: entry.lang } }),
  };
}

// The library leaves out titles and contents that are given as strings: always say their type.
function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value: kept(value) };
}

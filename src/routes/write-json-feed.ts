import { generateJsonFeed, type JsonFeed } from 'feedsmith';
import { type HtmlOf, toFeedContent } from './feed-content.ts';
import type { FeedEntry, FeedRights } from './feed-entry.ts';
import type { FeedProps } from './feeds.ts';

/** A feed as JSON Feed 1.1; `next_url` leads to older items. */
export function writeJsonFeed(feed: FeedProps, htmlOf: HtmlOf): string {
  const generated = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.lang,
    ...(feed.subtitle === undefined ? {} : { description: feed.subtitle }),
    ...(feed.older === undefined ? {} : { next_url: feed.older }),
    authors: [{ name: feed.publisher, url: feed.home }],
    items: feed.entries.map((entry) => toItem(entry, htmlOf)),
  });
  // The library leaves out a list that is empty; a feed must have it even so.
  return `${JSON.stringify(feed.entries.length === 0 ? Object.assign({ items: [] }, generated) : generated)}\n`;
}

function toItem(entry: FeedEntry, htmlOf: HtmlOf): JsonFeed.Item<string> {
  const content = toFeedContent(entry, htmlOf);
  return {
    id: entry.address,
    url: entry.address,
    ...(entry.source?.url === undefined ? {} : { external_url: entry.source.url }),
    title: entry.title,
    ...('text' in content ? { content_text: content.text } : { content_html: content.html }),
    ...(entry.summary === undefined ? {} : { summary: entry.summary }),
    date_published: entry.published,
    date_modified: entry.updated,
    authors: entry.authors.map(({ name, url }) => (url === undefined ? { name } : { name, url })),
    tags: entry.tags,
    language: entry.lang,
    ...(entry.rights && { _rights: toExtension(entry.rights) }),
  };
}

/** JSON Feed has no member for rights, but allows others whose names begin with `_` (1.1, Extensions). */
function toExtension({ holder, notice, license, url }: FeedRights): Omit<FeedRights, 'line'> {
  return { holder, notice, license, url };
}

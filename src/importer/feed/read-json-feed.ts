import { z } from 'zod';
import { cleanSigns } from './clean-signs.ts';
import { type FeedItem, type FeedPicture, type FeedReading, type FeedText, readItems } from './feed-item.ts';
import { firstOf, stated, toAuthors, toField, toLanguage, toTags } from './feed-values.ts';
import { toWebAddress } from './web-address.ts';

/** What is not as JSON Feed has it counts as not there: a wrong field must not cost its item. */
const text = z.string().optional().catch(undefined);
const person = z.object({ name: text }).catch({});
const people = z.array(person).optional().catch(undefined);

/** An item of JSON Feed 1.0 and 1.1, https://www.jsonfeed.org/version/1.1/. */
const itemSchema = z.object({
  id: z.union([z.string(), z.number()]).optional().catch(undefined),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  authors: people,
  author: person.optional(),
  tags: z.array(z.string().catch('')).optional().catch(undefined),
  language: text,
  attachments: z
    .array(z.object({ url: text, mime_type: text, title: text }).catch({}))
    .optional()
    .catch(undefined),
});

const feedSchema = z.object({
  title: text,
  home_page_url: text,
  feed_url: text,
  language: text,
  authors: people,
  author: person.optional(),
  items: z.array(z.unknown()),
});

type Feed = z.output<typeof feedSchema>;
type Item = z.output<typeof itemSchema>;

/** Reads the items of a JSON Feed. `url`: where the feed was taken from. */
export function readJsonFeed(json: string, url: string | undefined): FeedReading {
  const { value, removed } = parseJson(json);
  if (value === undefined) return { ok: false, reason: 'not valid JSON, or it breaks off; fetch the feed again' };
  const feed = feedSchema.safeParse(value);
  if (!feed.success) return { ok: false, reason: 'a JSON Feed without "items", a list of its articles' };
  const reading = readItems(feed.data.items, (item, number) => {
    const known = itemSchema.safeParse(item);
    return toItem(known.success ? known.data : itemSchema.parse({}), number, feed.data, url);
  });
  return reading.ok ? { ...reading, removed } : reading;
}

function parseJson(json: string): { value: unknown; removed: number } {
  let removed = 0;
  try {
    const value: unknown = JSON.parse(json, (_, part: unknown) => {
      if (typeof part !== 'string') return part;
      const cleaned = cleanSigns(part);
      removed += cleaned.removed;
      return cleaned.text;
    });
    return { value, removed };
  } catch {
    return { value: undefined, removed };
  }
}

function toItem(item: Item, number: number, feed: Feed, url: string | undefined): FeedItem {
  const feedLink = toWebAddress(feed.home_page_url ?? '', url) ?? toWebAddress(feed.feed_url ?? '', url) ?? url;
  // `external_url` is the page that the item is about; its own text belongs to `url`.
  const own = toWebAddress(item.url ?? '', feedLink);
  const address = toWebAddress(item.external_url ?? '', feedLink) ?? own;
  const base = own ?? address ?? feedLink;
  const { tags, notes } = toTags(item.tags ?? [], 'tags');
  const { picture, notes: left } = findPicture(item, base);
  return {
    number,
    guid: toField(String(item.id ?? '')),
    title: toText(item.title, 'text', { rule: 'title', summary: 'no' }),
    texts: [
      toText(item.content_html, 'html', { rule: 'content_html', summary: 'no', base }),
      toText(item.content_text, 'text', { rule: 'content_text', summary: 'no' }),
      toText(item.summary, 'text', { rule: 'summary', summary: 'yes' }),
    ].filter((found) => found !== undefined),
    sourceUrl:
      address === undefined
        ? undefined
        : { value: address, how: 'stated', rule: address === own ? 'url' : 'external_url' },
    sourceName: stated(feed.title ?? '', "the feed's title"),
    authors: firstOf(
      () => toAuthors(namesIn(item), 'authors'),
      () => toAuthors(namesIn(feed), "the feed's authors"),
    ),
    published: toDate(item.date_published, 'date_published'),
    updated: toDate(item.date_modified, 'date_modified'),
    tags,
    lang: firstOf(
      () => toLanguage(item.language ?? '', "the item's language"),
      () => toLanguage(feed.language ?? '', "the feed's language"),
    ),
    picture,
    notes: [...notes, ...left],
  };
}

function toText(
  value: string | undefined,
  kind: FeedText['kind'],
  rest: Pick<FeedText, 'rule' | 'summary' | 'base'>,
): FeedText | undefined {
  return value === undefined || value.trim() === '' ? undefined : { kind, value, ...rest };
}

function toDate(printed: string | undefined, rule: string): FeedItem['published'] {
  return printed === undefined || printed.trim() === '' ? undefined : { printed, rule, how: 'stated' };
}

function namesIn({ authors, author }: Pick<Item, 'authors' | 'author'>): string[] {
  return [...(authors ?? []), ...(author ? [author] : [])].flatMap(({ name }) => name ?? []);
}

function findPicture(item: Item, base: string | undefined): { picture: FeedPicture | undefined; notes: string[] } {
  const attached = (item.attachments ?? []).flatMap(({ url, mime_type: type, title }) => {
    const address = toWebAddress(url ?? '', base);
    return address === undefined ? [] : [{ address, alt: title ?? '', isPicture: type?.startsWith('image/') === true }];
  });
  const named = [item.image, item.banner_image].flatMap((url) => toWebAddress(url ?? '', base) ?? []);
  const address = named[0];
  const picture = address === undefined ? attached.find(({ isPicture }) => isPicture) : { address, alt: '' };
  return {
    picture: picture && { address: picture.address, alt: picture.alt },
    notes: attached
      .filter(({ isPicture }) => !isPicture)
      .slice(0, 10)
      .map((left) => `A recording or file beside the text was left out: ${left.address}`),
  };
}

import { htmlFindings } from './html-content.ts';
import { isRecord, itemsOf, labelOf, type Members, partsOf, unfit } from './json-members.ts';
import { findingsOf, type Rule } from './rule.ts';
import { isLanguageTag, isMediaType, isMoment, isWebIri } from './values.ts';

const FEED_MEMBERS =
  'version title home_page_url feed_url description user_comment next_url icon favicon authors language expired hubs items';
const ITEM_MEMBERS =
  'id url external_url title content_html content_text summary image banner_image date_published date_modified authors tags language attachments';
const ADDRESSES = 'home_page_url feed_url next_url icon favicon url external_url image banner_image'.split(' ');
const TEXTS = 'title description user_comment summary content_html content_text'.split(' ');

/** The rules of a feed of JSON Feed 1.1 (jsonfeed.org/version/1.1), each with the heading under which it stands. */
export const JSON_FEED_RULES: Rule<Members>[] = [
  {
    section: 'JSON Feed 1.1, Top-level',
    says: 'version is the address of version 1.1',
    check: ({ version }) => (version === 'https://jsonfeed.org/version/1.1' ? [] : [String(version)]),
  },
  {
    section: 'JSON Feed 1.1, Top-level',
    says: 'a feed has a title and a list of items, each an object',
    check: ({ title, items }: Members): string[] => {
      const isWhole = typeof title === 'string' && Array.isArray(items) && items.every(isRecord);
      return isWhole ? [] : ['the feed'];
    },
  },
  {
    section: 'JSON Feed 1.1, Top-level and Items',
    says: 'a member is one of the format, or an extension whose name begins with an underscore',
    check: (feed) =>
      partsOf(feed).flatMap((part) => {
        const known = (part === feed ? FEED_MEMBERS : ITEM_MEMBERS).split(' ');
        const others = Object.keys(part).filter((name) => !known.includes(name) && !name.startsWith('_'));
        return others.map((name) => `${name} of ${labelOf(part)}`);
      }),
  },
  {
    section: 'JSON Feed 1.1, Top-level and Items',
    says: 'a text is a string and not empty',
    check: (feed) => unfit(feed, TEXTS, (value) => typeof value === 'string' && value.trim() !== ''),
  },
  {
    section: 'JSON Feed 1.1, Top-level and Items',
    says: 'an address is an absolute one',
    check: (feed) => unfit(feed, ADDRESSES, (value) => typeof value === 'string' && isWebIri(value)),
  },
  {
    section: 'JSON Feed 1.1, Top-level',
    says: 'next_url does not lead to the feed itself, and an expired feed says so with true or false',
    check: ({ next_url: next, feed_url: self, expired = false }) =>
      typeof expired === 'boolean' && (next === undefined || next !== self) ? [] : ['the feed'],
  },
  {
    section: 'JSON Feed 1.1, Items',
    says: 'an id is a string, not empty, and stands once in a feed',
    check: (feed: Members): string[] => {
      const ids = itemsOf(feed).map(({ id }) => id);
      return ids.filter((id, index) => typeof id !== 'string' || id === '' || ids.indexOf(id) !== index).map(String);
    },
  },
  {
    section: 'JSON Feed 1.1, Items',
    says: 'an item has content_html or content_text',
    check: (feed) =>
      itemsOf(feed)
        .filter(({ content_html: html, content_text: text }) => html === undefined && text === undefined)
        .map(labelOf),
  },
  {
    section: 'JSON Feed 1.1, Items',
    says: 'a date is a moment of RFC 3339',
    check: (feed) =>
      unfit(feed, ['date_published', 'date_modified'], (value) => typeof value === 'string' && isMoment(value)),
  },
  {
    section: 'JSON Feed 1.1, Items',
    says: 'nothing is modified before it is published',
    check: (feed) =>
      itemsOf(feed)
        .filter(
          ({ date_published: first, date_modified: last }) => Date.parse(String(first)) > Date.parse(String(last)),
        )
        .map(labelOf),
  },
  {
    section: 'JSON Feed 1.1, Top-level and Items',
    says: 'authors is a list of objects, each with a name, an address or a picture',
    check: (feed) => unfit(feed, ['authors'], (value) => Array.isArray(value) && value.every(isAuthor)),
  },
  {
    section: 'JSON Feed 1.1, Items',
    says: 'tags is a list of strings, none empty',
    check: (feed) =>
      unfit(
        feed,
        ['tags'],
        (value) => Array.isArray(value) && value.every((tag) => typeof tag === 'string' && tag.trim() !== ''),
      ),
  },
  {
    section: 'JSON Feed 1.1, Top-level and Items (RFC 5646)',
    says: 'language is a language tag',
    check: (feed) => unfit(feed, ['language'], (value) => typeof value === 'string' && isLanguageTag(value)),
  },
  {
    section: 'JSON Feed 1.1, Attachments',
    says: 'an attachment has an absolute address and a media type, and its sizes are numbers',
    check: (feed) => unfit(feed, ['attachments'], (value) => Array.isArray(value) && value.every(isAttachment)),
  },
  {
    section: 'JSON Feed 1.1, Items (content_html)',
    says: 'HTML is without errors, code, style and relative addresses',
    check: (feed) =>
      itemsOf(feed).flatMap((item) => {
        const { content_html: html } = item;
        return typeof html === 'string' ? htmlFindings(html).map((it) => `${it} in ${labelOf(item)}`) : [];
      }),
  },
];

/** What is wrong with a text as a JSON Feed 1.1, one line each. What is no object of JSON (RFC 8259) is not read further. */
export function jsonFeedFindings(text: string): string[] {
  try {
    const feed: unknown = JSON.parse(text);
    return isRecord(feed) ? findingsOf(JSON_FEED_RULES, feed) : ['RFC 8259 4, the feed is an object'];
  } catch (error) {
    return [`RFC 8259 2, the feed is JSON: ${String(error)}`];
  }
}

function isAuthor(author: unknown): boolean {
  if (!isRecord(author)) return false;
  const { name, url, avatar } = author;
  return (
    [name, url, avatar].some((value) => value !== undefined) &&
    (name === undefined || (typeof name === 'string' && name.trim() !== '')) &&
    [url, avatar].every((value) => value === undefined || (typeof value === 'string' && isWebIri(value)))
  );
}

function isAttachment(attachment: unknown): boolean {
  if (!isRecord(attachment)) return false;
  const { url, mime_type: type, size_in_bytes: size = 0, duration_in_seconds: duration = 0 } = attachment;
  const isFile = typeof url === 'string' && isWebIri(url) && typeof type === 'string' && isMediaType(type);
  return isFile && [size, duration].every((number) => typeof number === 'number' && number >= 0);
}

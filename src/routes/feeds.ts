import type { Article } from '../news/article.ts';
import { latestOf, momentOf, toRfc3339 } from '../news/dates.ts';
import { sha256 } from '../news/digest.ts';
import type { Edition } from '../news/edition.ts';
import { fill } from '../news/interface/phrase.ts';
import { interfaceLanguage, phrasesOf } from '../news/interface/phrases.ts';
import { correctionsPath, feedPath, type SitePath, toAddress } from '../news/paths.ts';
import { closedParts, MOST_IN_A_PART } from './closed-parts.ts';
import { correctionsOf } from './corrections.ts';
import { type FeedEntry, toFeedEntry } from './feed-entry.ts';

/** A feed, before it is written in a format. All addresses are absolute, all moments RFC 3339. */
export interface FeedProps {
  title: string;
  subtitle: string | undefined;
  lang: string;
  /** The page that the feed follows. */
  home: string;
  self: string;
  /** The feed of the articles before these (RFC 5005 `prev-archive`, JSON Feed `next_url`). */
  older: string | undefined;
  /** Whether this is a closed part of the past, which does not change by new articles. */
  archive: boolean;
  publisher: string;
  updated: string;
  entries: FeedEntry[];
}

/** Signs of the name of a closed part: of ten thousand no two have the same one. */
const NAME_LENGTH = 12;

/** The first moment of a feed that has no entry yet: a feed must have one, and nothing is invented. */
const NEVER = '1970-01-01T00:00:00Z';

/** The newest entries, or a closed part of the others, newest first. */
interface Part {
  /** Part of the address; the newest have none. */
  name: string | undefined;
  entries: FeedEntry[];
}

export type Feed = Pick<FeedProps, 'title' | 'subtitle'> & { of: SitePath; articles: readonly Article[] };

/**
 * The feeds of a page in both formats: the newest fifty articles, and closed parts of the past, so that following `older`
 * reaches every article.
 */
export function toFeeds(
  edition: Edition,
  feed: Feed,
): { page: 'atom' | 'jsonFeed'; path: SitePath; props: FeedProps }[] {
  const { timeZone } = edition.site;
  const entries = feed.articles
    .flatMap((article) => toFeedEntry(edition, article))
    .sort((a, b) => momentOf(b.published, timeZone) - momentOf(a.published, timeZone));
  const isOne = entries.length <= MOST_IN_A_PART;
  const parts = isOne ? [] : closedParts(entries.toReversed(), ({ address }) => address).map(toPart);
  const newest: Part = { name: undefined, entries: entries.slice(0, MOST_IN_A_PART) };
  const older = (at: number): string | undefined => parts[at - 1]?.name;
  return [
    ...toFormats(edition, feed, newest, older(parts.length)),
    ...parts.flatMap((part, at) => toFormats(edition, feed, part, older(at))),
  ];
}

/** A part is not numbered either: it has its name of its oldest entry. */
function toPart(entries: FeedEntry[]): Part {
  return { name: sha256(entries.at(-1)?.address ?? '').slice(0, NAME_LENGTH), entries };
}

/** The feed of corrections: each an entry that names its article. */
export function toCorrectionsFeeds(edition: Edition): ReturnType<typeof toFeeds> {
  const { site } = edition;
  const lang = interfaceLanguage(site.lang);
  const { frame, corrections } = phrasesOf(lang);
  const entries = correctionsOf(edition.articles).map(({ date, text, article, number }): FeedEntry => {
    const address = toAddress(site.url, article.path);
    const moment = toRfc3339(date, site.timeZone);
    return {
      address: `${address}#correction-${number}`,
      title: fill(corrections.titled, { headline: article.front.title }),
      lang,
      published: moment,
      updated: moment,
      authors: [],
      tags: [],
      summary: undefined,
      html: undefined,
      text,
      corrections: [],
      readOn: undefined,
      source: undefined,
      rights: undefined,
    };
  });
  const feed = { of: correctionsPath, title: `${frame.corrections} · ${site.name}`, subtitle: undefined, articles: [] };
  return toFormats(edition, feed, { name: undefined, entries }, undefined);
}

function toFormats(
  { site }: Edition,
  { of, title, subtitle }: Feed,
  { name, entries }: Part,
  older: string | undefined,
): ReturnType<typeof toFeeds> {
  const formats = [
    { page: 'atom', format: 'xml' },
    { page: 'jsonFeed', format: 'json' },
  ] as const;
  return formats.map(({ page, format }) => {
    const path = feedPath(of, format, name);
    return {
      page,
      path,
      props: {
        title,
        subtitle,
        lang: site.lang,
        home: toAddress(site.url, of),
        self: toAddress(site.url, path),
        older: older === undefined ? undefined : toAddress(site.url, feedPath(of, format, older)),
        archive: name !== undefined,
        publisher: site.name,
        updated: newestOf(entries, site.timeZone),
        entries,
      },
    };
  });
}

function newestOf(entries: readonly FeedEntry[], timeZone: string): string {
  const last = latestOf(
    entries.map(({ updated }) => updated),
    timeZone,
  );
  return last === undefined ? NEVER : toRfc3339(last, timeZone);
}

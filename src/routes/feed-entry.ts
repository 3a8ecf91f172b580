import { type Article, lastChanged } from '../news/article.ts';
import { latestOf, showDay, toRfc3339 } from '../news/dates.ts';
import type { Edition } from '../news/edition.ts';
import type { Author, FrontMatter, Rights } from '../news/front-matter.ts';
import { fill } from '../news/interface/phrase.ts';
import { interfaceLanguage, phrasesOf } from '../news/interface/phrases.ts';
import { toAddress, toIri } from '../news/paths.ts';
import { rightsOf, shownText } from '../news/publication.ts';
import { rightsLine } from '../news/rights-line.ts';

/** An article or a correction in a feed. */
export interface FeedEntry {
  address: string;
  title: string;
  lang: string;
  published: string;
  updated: string;
  authors: Author[];
  tags: string[];
  summary: string | undefined;
  /** Digest of the HTML to carry; undefined where no text may be shown. */
  html: string | undefined;
  /** Plain text in its place. */
  text: string | undefined;
  /** What was wrong and what is right, in the order of the page: many readers see no more than the feed. */
  corrections: { label: string; text: string }[];
  /** Below an excerpt: that it is one, and where to read on. */
  readOn: { text: string; link: { href: string; label: string } | undefined } | undefined;
  /** Of a copy: its original. */
  source: { name: string; url: string | undefined } | undefined;
  rights: FeedRights | undefined;
}

/** Whose a text is, and what may be done with it. */
export interface FeedRights extends Pick<Rights, 'holder' | 'notice' | 'license' | 'url'> {
  /** All that can be said in a line. */
  line: string | undefined;
}

/** An article as an entry: nothing where it has neither a date nor a day of capture, or was withdrawn. */
export function toFeedEntry({ site }: Pick<Edition, 'site'>, { front, path, lang, body }: Article): FeedEntry[] {
  const date = front.published ?? front.source?.captured;
  if (date === undefined || front.withdrawn) return [];
  const spoken = interfaceLanguage(lang, site.lang);
  const words = phrasesOf(spoken).article;
  const shown = shownText(front, site);
  const address = toAddress(site.url, path);
  const name = front.source?.name ?? front.source?.file;
  const original = front.source?.url && toIri(front.source.url);
  const link =
    original === undefined
      ? undefined
      : {
          href: original,
          label: fill(words.readAt, { source: name ?? new URL(original).hostname }),
        };
  return [
    {
      address,
      title: front.title,
      lang,
      published: toRfc3339(date, site.timeZone),
      updated: toRfc3339(latestOf([date, lastChanged(front, site.timeZone)], site.timeZone) ?? date, site.timeZone),
      authors: authorsOf(front, name),
      tags: front.tags,
      summary: shown === 'nothing' ? undefined : front.description,
      html: { full: body.feed, excerpt: body.excerpt, nothing: undefined }[shown],
      text: shown === 'nothing' ? `${front.title} (${original ?? address})` : undefined,
      corrections: front.corrections.map((correction) => ({
        label: fill(words.correction, { day: showDay(correction.date, spoken) }),
        text: correction.text,
      })),
      readOn: shown === 'excerpt' ? { text: words.excerpt, link } : undefined,
      source: name === undefined ? undefined : { name, url: original },
      rights: toRights(rightsOf(front, site), spoken),
    },
  ];
}

/** An entry without authors would count as the publisher's own text in either format, which a copy is not. */
function authorsOf({ authors }: FrontMatter, source: string | undefined): Author[] {
  if (authors.length === 0 && source !== undefined) return [{ name: source, url: undefined }];
  return authors.map(({ name, url }) => ({ name, url: url && toIri(url) }));
}

function toRights({ holder, notice, license, url }: Rights, lang: string): FeedRights | undefined {
  if ([holder, notice, license, url].every((part) => part === undefined)) return undefined;
  const said = [rightsLine({ holder, notice }, lang), license].filter((part) => part !== undefined);
  return { line: said.join(' ') || undefined, holder, notice, license, url: url && toIri(url) };
}

import { tagSlug } from '../slug.ts';
import { countryName, countryNames, type CountrySign, tagNamesOf } from './countries.ts';
import { joinPhrases } from './join-phrases.ts';
import type { KnownTag, KnownTags } from './known-tags.ts';
import { countOf, type Mentions, noMentions, weightOf } from './mentions.ts';
import type { Hit, NameIndex } from './name-index.ts';
import { findPhrases } from './phrases.ts';
import { readWords, type Word, wordsIn } from './read-words.ts';
import { spotCountries, spotTags } from './spot-tags.ts';

/** An article for which tags are looked for. */
export interface Untagged {
  headline: string;
  dateline: string | undefined;
  /** Plain text; the first one is the lead. */
  paragraphs: readonly string[];
  /** BCP 47. */
  lang: string;
  /** The language of the site, in which its tags are. */
  siteLang: string;
  /** Its day as front matter has it. */
  published: string | undefined;
  /** The tags that it has. */
  tags: readonly string[];
  /** Whom it is from: authors and paper. */
  from: readonly string[];
}

/** A tag that an article might have. */
export interface Suggestion {
  name: string;
  /** A tag of the archive, a country, or a phrase with capitals. */
  kind: 'archive' | 'country' | 'phrase';
  /** How often the article names it, as far as it was read; 0 for a country that only its dateline names. */
  count: number;
}

/** More would be a list of all that an article names. */
export const MOST_SUGGESTED = 6;

/** How often an article names what it is about, at the least. Chosen by one half of Reuters' articles (`npm run bench -- tags`). */
const OFTEN = { tag: 2, smallTag: 3, country: 3, phrase: 2 } as const;

/** What comes up only after so many words is background. */
const EARLY = 250;

/** Longer phrases are sentences in capitals. */
const LONGEST_NAME = 80;

interface Candidate extends Suggestion {
  slug: string;
  mentions: Mentions;
  tag: KnownTag | undefined;
}

/** An article's words, and which of them are names that are known. */
interface Reading {
  words: Word[];
  tags: Hit<KnownTag | undefined>[];
  countries: Hit<CountrySign>[];
  countryNames: NameIndex<CountrySign>;
}

/**
 * Up to six tags that an article might have, as far as it names them often enough or where it matters: first those that
 * the archive knows, then countries, then capitalised phrases; of each kind first what it is most about. Never one
 * that it has under whatever name, nor one that tags.yaml tells apart from one that it has.
 */
export function suggestTags(article: Untagged, known: KnownTags): Suggestion[] {
  const { headline, paragraphs, lang, published } = article;
  const words = readWords(headline, paragraphs);
  const names = countryNames(lang, published === undefined ? undefined : Number(published.slice(0, 4)));
  const reading = { words, tags: known.findIn(words), countries: names.find(words), countryNames: names };
  const candidates = [
    ...archiveTags(reading),
    ...countriesOf(reading, article, known),
    ...phrasesOf(reading, lang, known),
  ];
  return choose(candidates, article, known).map(({ name, kind, count }) => ({ name, kind, count }));
}

function archiveTags({ words, tags }: Reading): Candidate[] {
  const about = [...spotTags(words, tags)].filter(([, mentions]) => isAboutTag(mentions));
  return inOrder(about.map(([tag, mentions]) => toCandidate('archive', tag.name, mentions, tag)));
}

/** What is written small is a word like others: it must be said more often to be what the article is about. */
function isAboutTag(mentions: Mentions): boolean {
  const { headline, lead, body, small, shouted, inFull, first } = mentions;
  const count = countOf(mentions);
  if (small > 0 && small >= lead + body) return count >= OFTEN.smallTag && headline + lead > 0;
  if (headline > shouted || inFull > 0) return true;
  return lead + body > 0 && count >= OFTEN.tag && first < EARLY;
}

function countriesOf(reading: Reading, { lang, siteLang, dateline }: Untagged, known: KnownTags): Candidate[] {
  const spotted = spotCountries(reading.words, reading.countries);
  const place = wordsIn(dateline ?? '');
  const [filed] = spotCountries(place, reading.countryNames.find(place)).keys();
  const isAbout = ({ headline, lead, ...rest }: Mentions): boolean =>
    headline > 0 || lead > 0 || countOf({ headline, lead, ...rest }) >= OFTEN.country;
  const about = [...spotted].filter(([country, mentions]) => country === filed || isAbout(mentions));
  if (filed && !spotted.has(filed)) about.push([filed, noMentions()]);
  return inOrder(
    about.map(([country, mentions]) => {
      const tag = [...tagNamesOf(country, siteLang), ...tagNamesOf(country, lang)]
        .map((name) => known.find(name))
        .find((it) => it !== undefined);
      return toCandidate('country', tag?.name ?? countryName(country, siteLang), mentions, tag);
    }),
  );
}

function phrasesOf({ words, tags, countries }: Reading, lang: string, known: KnownTags): Candidate[] {
  // The last word says what a phrase names: `Ronald Reagan` is the archive's `Reagan`.
  const ends = new Set(tags.flatMap(({ meaning, end }) => (meaning ? [end - 1] : [])));
  const nations = new Set<number>();
  for (const { meaning, start, end } of countries)
    if (meaning.by !== 'city') for (let at = start; at < end; at += 1) nations.add(at);
  const isNew = ({ start, end }: { start: number; end: number }): boolean => {
    if (ends.has(end - 1)) return false;
    for (let at = start; at < end; at += 1) if (!nations.has(at)) return true;
    return false;
  };
  const named = joinPhrases(findPhrases(words, lang).filter(isNew), words).filter(
    ({ text, mentions: { headline, shouted, ...rest } }) =>
      text.length <= LONGEST_NAME &&
      known.find(text) === undefined &&
      (headline > shouted || countOf({ headline, shouted, ...rest }) >= OFTEN.phrase),
  );
  return inOrder(named.map(({ text, mentions }) => toCandidate('phrase', text, mentions, undefined)));
}

function toCandidate(kind: Suggestion['kind'], name: string, mentions: Mentions, tag: KnownTag | undefined): Candidate {
  return { name, slug: tag?.slug ?? tagSlug(name), kind, count: countOf(mentions), mentions, tag };
}

/** What an article is most about comes first, else what it names first: no two things are named at one place. */
function inOrder(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted(({ mentions: a }, { mentions: b }) => weightOf(b) - weightOf(a) || a.first - b.first);
}

/** The first six that the article neither has nor must not be taken to have, and that are not whom it is from. */
function choose(candidates: readonly Candidate[], { tags, from }: Untagged, known: KnownTags): Candidate[] {
  const slugs = (name: string): string[] => [tagSlug(name), known.find(name)?.slug ?? tagSlug(name)];
  const has = new Set([...tags.flatMap(slugs), ...from.flatMap((name) => [name, withoutArticle(name)]).map(tagSlug)]);
  const never = new Set(tags.flatMap((name) => [...(known.find(name)?.never ?? [])]));
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (chosen.length === MOST_SUGGESTED) break;
    const { slug, tag } = candidate;
    const isOther = never.has(slug) || [...(tag?.never ?? [])].some((other) => has.has(other));
    if (has.has(slug) || isOther) continue;
    has.add(slug);
    for (const other of tag?.never ?? []) never.add(other);
    chosen.push(candidate);
  }
  return chosen;
}

function withoutArticle(name: string): string {
  return name.replace(/^the\s/iu, '');
}

import { evidenceOf, type Subject, type VectorSpace } from '../news/related/vectors.ts';
import { wordOf } from '../news/related/word-numbers.ts';

/** A tag or word that several articles of a chain have. */
export interface CommonTerm {
  /** As the articles write it. */
  name: string;
  isTag: boolean;
  /** Whether it is written as names are: only where a script has capitals can that be told. */
  isName: boolean;
  /** How much it adds to the nearness of two of the articles, in the mean. */
  weight: number;
  /** How many articles of the chain have it, and how many of all. */
  within: number;
  everywhere: number;
}

/** Three words are a company and what it does; a story has more in common. */
const FIRST_WORDS = 3;

/**
 * What makes a chain a story, chosen on one half of Reuters' stories of 1987 and read on the other (tests/bench/threads.ts):
 * how much its articles have in common beyond three words; how many words that is made of in effect; how much of it is
 * the chain's own; how much of it are names. Tables, columns and notices that are all alike fail in one of them.
 */
const STORY = { beyond: 0.18, words: 7, own: 0.1, named: 0.28 };

/**
 * Whether what articles have in common is a story, and no mere form or firm; `scale` is how much words weigh, 1 in a
 * large archive.
 */
export function isStory(terms: readonly CommonTerm[], scale: number): boolean {
  const sum = (of: (term: CommonTerm) => number, some = terms): number =>
    some.reduce((total, term) => total + of(term), 0);
  const whole = sum(({ weight }) => weight);
  const squares = sum(({ weight }) => weight * weight);
  const named = sum(
    ({ weight }) => weight,
    terms.filter(({ isName }) => isName),
  );
  const hasCapitals = terms.some(({ name }) => name.toLowerCase() !== name.toUpperCase());
  return (
    sum(({ weight }) => weight, terms.slice(FIRST_WORDS)) >= STORY.beyond * scale &&
    whole * whole >= STORY.words * squares &&
    sum(({ weight, within, everywhere }) => (weight * within) / everywhere) >= STORY.own * whole &&
    (!hasCapitals || named >= STORY.named * whole)
  );
}

/** What at least two of some articles have in common, the heaviest first; `numbers` are theirs in the space. */
export function commonTerms(
  space: VectorSpace,
  articles: readonly Subject[],
  numbers: readonly number[],
): CommonTerm[] {
  const found = new Map<number, { sum: number; squares: number; names: string[]; isTag: boolean }>();
  articles.forEach((article, index) => {
    const number = numbers[index] ?? -1;
    const { words } = evidenceOf(article);
    for (let at = space.starts[number] ?? 0; at < (space.starts[number + 1] ?? 0); at += 1) {
      const [term, weight, place] = [space.terms[at] ?? 0, space.weights[at] ?? 0, space.places[at] ?? 0];
      const isTag = at < (space.firstWords[number] ?? 0);
      const known = found.get(term) ?? { sum: 0, squares: 0, names: [], isTag };
      known.sum += weight;
      known.squares += weight * weight;
      known.names.push(isTag ? (article.tags[place]?.name ?? '') : wordOf(words[place] ?? 0));
      found.set(term, known);
    }
  });
  const pairs = articles.length * (articles.length - 1);
  const calendar = calendarOf(articles[0]?.lang ?? 'en');
  return (
    [...found]
      .filter(([, { names }]) => names.length > 1)
      // Each pair's product of weights, all pairs at once.
      .map(([term, { sum, squares, names, isTag }]) => {
        return { term, names, name: plainest(names), isTag, weight: (sum * sum - squares) / pairs };
      })
      .sort((a, b) => b.weight - a.weight || Number(b.isTag) - Number(a.isTag) || (a.name < b.name ? -1 : 1))
      .map(({ term, names, name, isTag, weight }) => {
        const isName = isTag || (isWrittenAsName(name) && !calendar.has(name.toLowerCase()));
        return { name, isTag, isName, weight, within: names.length, everywhere: space.articlesWith[term] ?? 0 };
      })
  );
}

/** Of several ways to write a word the one with the fewest capitals: headlines and beginnings of sentences have more. */
function plainest(names: readonly string[]): string {
  const capitals = (name: string): number => name.match(/\p{Lu}/gu)?.length ?? 0;
  const [first = ''] = [...new Set(names)].sort((a, b) => capitals(a) - capitals(b) || (a < b ? -1 : 1));
  return first;
}

/** `Syria`, `McCarthy`, and initials such as `OPEC`; a longer word in capitals is one of a headline. */
function isWrittenAsName(name: string): boolean {
  return /^\p{Lu}.*\p{Ll}|^\p{Lu}{2,5}$/u.test(name);
}

const calendars = new Map<string, Set<string>>();

/** The months and weekdays of a language, long and short: names too, but of no story. */
function calendarOf(lang: string): ReadonlySet<string> {
  const known = calendars.get(lang);
  if (known) return known;
  const styles = [{ month: 'long' }, { month: 'short' }, { weekday: 'long' }, { weekday: 'short' }] as const;
  const words = styles.flatMap((style) => {
    const format = new Intl.DateTimeFormat(lang, { ...style, timeZone: 'UTC', calendar: 'gregory' });
    // The first days of January are of every weekday.
    return Array.from({ length: 12 }, (_, at) => ('month' in style ? Date.UTC(2024, at) : Date.UTC(2024, 0, 1 + at)))
      .map((moment) => format.format(moment).toLowerCase())
      .map((word) => word.replace(/\.$/u, ''));
  });
  const made = new Set(words);
  calendars.set(lang, made);
  return made;
}

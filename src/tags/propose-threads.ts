import { tagSlug } from '../news/slug.ts';
import { type Chain, findThreads, type Told } from './find-threads.ts';
import { nameThreads } from './name-threads.ts';

/** A thread that some articles could be given. */
export interface Proposal {
  name: string;
  /** Those that have no thread, oldest first. */
  articles: Told[];
  /** What they have in common, as they write it, the heaviest first. */
  because: string[];
  /** How many articles of the chain have the thread already; none of a new one. */
  known: number;
}

const REASONS = 4;

/**
 * The threads that articles without one could have: new ones, and those that others of the same chain have already.
 * What is in a thread stays there; where a chain meets several, the one that most of it has is proposed.
 */
export function proposeThreads(articles: readonly Told[]): Proposal[] {
  const chains = findThreads(articles);
  const taken = new Set(articles.flatMap(({ front }) => (front.thread === undefined ? [] : [tagSlug(front.thread)])));
  const fresh = chains.filter((chain) => chain.articles.every(isFree));
  const names = nameThreads(fresh, taken);
  return [
    ...fresh.map((chain, index) => toProposal(chain, names[index] ?? '', 0)),
    ...chains.flatMap((chain) => {
      const [known] = threadsIn(chain);
      return known && chain.articles.some(isFree) ? [toProposal(chain, known.name, known.count)] : [];
    }),
  ];
}

function toProposal({ articles, terms }: Chain, name: string, known: number): Proposal {
  const names = terms.map((term) => term.name);
  const because = names.filter((one, at) => names.findIndex((other) => tagSlug(other) === tagSlug(one)) === at);
  return { name, articles: articles.filter(isFree), because: because.slice(0, REASONS), known };
}

function isFree({ front }: Told): boolean {
  return front.thread === undefined;
}

/** The threads that articles of a chain have, the commonest first, each as most of them write it. */
function threadsIn({ articles }: Chain): { name: string; count: number }[] {
  const names = articles.flatMap(({ front }) => front.thread ?? []);
  const commonest = (all: readonly string[]): { name: string; count: number }[] =>
    [...Map.groupBy(all, (name) => name)]
      .map(([name, some]) => ({ name, count: some.length }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return [...Map.groupBy(names, tagSlug).values()]
    .map((ways) => ({ name: commonest(ways)[0]?.name ?? '', count: ways.length }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

import { isSameName, isShouted } from '../news/related/word-forms.ts';
import { tagSlug } from '../news/slug.ts';
import type { CommonTerm } from './common-terms.ts';
import type { Chain } from './find-threads.ts';

/** A tag names a story that so great a share of its articles have, and that is about little else. */
const MOST = 0.75;
const OWN = 0.75;

/**
 * A name for each chain: the rarest tag that is its own, else the heaviest name and word that it has in common, as in
 * `Aleppo truce`. No two are one thread, and none is one of those `taken`, given by their slugs: more words tell them
 * apart, and at last a number.
 */
export function nameThreads(chains: readonly Chain[], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken);
  return chains.map((chain) => {
    const name = namesFor(chain).find((candidate) => candidate !== '' && !used.has(tagSlug(candidate))) ?? '';
    used.add(tagSlug(name));
    return name;
  });
}

function* namesFor({ terms, articles }: Chain): Generator<string> {
  const [tag] = terms
    .filter((term) => term.isTag && term.within >= articles.length * MOST && term.within >= term.everywhere * OWN)
    .sort((a, b) => a.everywhere - b.everywhere || b.weight - a.weight);
  if (tag) yield tag.name;
  const words = distinct(terms.filter(({ isTag }) => !isTag));
  const [names, others] = [words.filter(({ isName }) => isName), words.filter(({ isName }) => !isName)];
  const pick = (many: number, few: number): string =>
    [...names.slice(0, many), ...others.slice(0, few)].map(({ name }) => name).join(' ');
  const plain = names.length === 0 ? pick(0, 2) : others.length === 0 ? pick(2, 0) : pick(1, 1);
  const base = plain === '' ? (terms[0]?.name ?? '') : plain;
  yield base;
  yield pick(2, 1);
  yield pick(2, 2);
  yield pick(3, 3);
  for (let number = 2; ; number += 1) yield `${base} ${number}`;
}

/** Each word in one form; those that only headlines in capitals have come last: how they are written is not known. */
function distinct(terms: readonly CommonTerm[]): CommonTerm[] {
  const kept: CommonTerm[] = [];
  for (const term of terms.toSorted((a, b) => Number(isShouted(a.name)) - Number(isShouted(b.name)))) {
    if (!kept.some(({ name }) => isSameName(name, term.name))) kept.push(term);
  }
  return kept;
}

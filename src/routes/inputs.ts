import type { Article } from '../news/article.ts';
import { sha256 } from '../news/digest.ts';
import type { Edition } from '../news/edition.ts';
import { yearsOld } from './article.ts';
import type { Neighbours } from './neighbours.ts';

/**
 * What articles' pages are made from, as hashes: where that of a page is the same as before, so is all that it shows, and
 * nobody has to make that to find it out. A hash covers more than the page shows, never less.
 */
export class Inputs {
  readonly #edition: Edition;
  readonly #setting: string;
  readonly #hashes = new Map<Article, string>();

  constructor(edition: Edition) {
    const { site, base, vocabulary } = edition;
    this.#edition = edition;
    this.#setting = sha256(JSON.stringify([site, base, vocabulary?.listed]));
  }

  /** Of an article's page, which tells of those around it, too. */
  ofPage(article: Article, neighbours: Neighbours): string {
    return sha256([this.ofTwin(article), yearsOld(this.#edition, article), this.#around(neighbours)].join(' '));
  }

  /** Of an article's twin, which tells of nothing else. */
  ofTwin(article: Article): string {
    return sha256(this.#setting + this.#hashOf(article));
  }

  /** All of what stands around an article, with the hashes of other articles in their place. */
  #around({ related, versions, thread, translations, newer, older, ...others }: Neighbours): string {
    const { first, previous, next, ...place } = thread ?? {};
    // Whatever else there will be must be told, too.
    others satisfies Record<string, never>;
    const hash = (article: Article | undefined): string | undefined => article && this.#hashOf(article);
    return JSON.stringify([
      related.map(({ article, reason, ...more }) => {
        more satisfies Record<string, never>;
        return [hash(article), reason];
      }),
      versions && { ...versions, shown: versions.shown.map(hash) },
      thread && [place, hash(first), hash(previous), hash(next)],
      translations.map(hash),
      [hash(newer), hash(older)],
    ]);
  }

  /** Of an article, but for what only tells which others are like it. */
  #hashOf(article: Article): string {
    const known = this.#hashes.get(article);
    if (known !== undefined) return known;
    const made = sha256(JSON.stringify({ ...article, evidence: undefined }));
    this.#hashes.set(article, made);
    return made;
  }
}

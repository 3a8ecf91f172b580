import { bodyOf } from '../markdown/article-file.ts';
import { shinglesOf, SketchIndex } from '../news/near-duplicates.ts';
import { sketchLikeness, toSketch } from '../news/related/sketch.ts';
import type { Proofed } from './galley.ts';
import { keysOf, readAnyFile } from './same-article.ts';

/**
 * The articles that are there, as what a lost file may have become. Git sees such a thing only where both changes are in one
 * commit.
 */
export class PresentArticles {
  readonly #byKey = new Map<string, Proofed[]>();
  readonly #sketches = new SketchIndex<number>();
  readonly #articles: readonly Proofed[];
  readonly #isNew: (article: Proofed) => boolean;

  /** `isNew` tells those that nobody has committed yet: where several may be meant, it is one of these. */
  constructor(articles: readonly Proofed[], isNew: (article: Proofed) => boolean) {
    [this.#articles, this.#isNew] = [articles, isNew];
    for (const [index, article] of articles.entries()) {
      const { text, record } = article;
      for (const key of keysOf({ front: record.front, body: bodyOf(text)?.body ?? '' })) {
        const others = this.#byKey.get(key);
        if (others) others.push(article);
        else this.#byKey.set(key, [article]);
      }
      this.#sketches.add(index, record.evidence.sketch.hashes);
    }
  }

  /** The one article that the text of a lost file has become; nothing where there is none, or no telling which. */
  find(text: string): Proofed | undefined {
    const file = readAnyFile(text);
    const same = keysOf(file)
      .map((key) => this.#only(this.#byKey.get(key) ?? []))
      .find((article) => article !== undefined);
    return same ?? this.#like(file.body);
  }

  #like(body: string): Proofed | undefined {
    const sketch = toSketch(shinglesOf(body));
    const near = this.#sketches.candidates(sketch.hashes).flatMap((index) => this.#articles[index] ?? []);
    return this.#only(
      near.filter(({ record }) => sketchLikeness(sketch, record.evidence.sketch, undefined) !== undefined),
    );
  }

  #only(articles: readonly Proofed[]): Proofed | undefined {
    const fresh = articles.filter(this.#isNew);
    const [only, ...others] = fresh.length > 0 ? fresh : articles;
    return others.length > 0 ? undefined : only;
  }
}

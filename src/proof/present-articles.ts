import { urlKey } from '../importer/archive/archive.ts';
import { bodyOf, readArticleFile } from '../markdown/article-file.ts';
import { shinglesOf, SketchIndex } from '../news/near-duplicates.ts';
import { sketchLikeness, toSketch } from '../news/related/sketch.ts';
import type { Proofed } from './galley.ts';

/**
 * The articles that are there, as what a lost file may have become: the same address of a source, the same proven text, the
 * same body, or nearly the same words. Git sees such a thing only where both changes are in one commit.
 */
export class PresentArticles {
  readonly #byKey: Map<string, Proofed[]>;
  readonly #sketches = new SketchIndex<number>();
  readonly #articles: readonly Proofed[];
  readonly #isNew: (article: Proofed) => boolean;

  /** `isNew` tells those that nobody has committed yet: where several may be meant, it is one of these. */
  constructor(articles: readonly Proofed[], isNew: (article: Proofed) => boolean) {
    [this.#articles, this.#isNew] = [articles, isNew];
    const keyed = articles.flatMap((article) =>
      keysOf(article.text, article.record.front).map((key) => ({ key, article })),
    );
    this.#byKey = new Map();
    for (const { key, article } of keyed) {
      const others = this.#byKey.get(key);
      if (others) others.push(article);
      else this.#byKey.set(key, [article]);
    }
    for (const [index, { record }] of articles.entries()) this.#sketches.add(index, record.evidence.sketch.hashes);
  }

  /** The one article that the text of a lost file has become; nothing where there is none, or no telling which. */
  find(text: string): Proofed | undefined {
    const read = readArticleFile('', text);
    const keys = keysOf(text, read.ok ? read.value.front : {});
    const same = keys.map((key) => this.#only(this.#byKey.get(key) ?? [])).find((article) => article !== undefined);
    return same ?? this.#like(bodyOf(text)?.body ?? text);
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

/** What two files of one article have in common, the surest first. */
function keysOf(
  text: string,
  { source, receipt }: Partial<Pick<Proofed['record']['front'], 'source' | 'receipt'>>,
): string[] {
  const body = bodyOf(text)?.body.trim() ?? '';
  return [
    ...(source?.url === undefined ? [] : [`url ${urlKey(source.url) ?? ''}`]),
    ...(receipt === undefined ? [] : [`receipt ${receipt.text}`]),
    ...(body === '' ? [] : [`body ${body}`]),
  ];
}

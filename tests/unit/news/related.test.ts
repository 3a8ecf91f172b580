import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { relatedArticles } from '../../../src/news/related.ts';
import { makeArticle } from '../routes/edition.ts';

function relatedFiles(article: Article, all: readonly Article[]): string[] {
  return (
    relatedArticles(all)
      .get(article)
      ?.map(({ article: other }) => other.file) ?? []
  );
}

function tagged(file: string, tags: string[], keys: Record<string, unknown> = {}): Article {
  return makeArticle(file, { tags, ...keys });
}

describe('articles to read next', () => {
  it('share a rare tag rather than a common one', () => {
    const here = tagged('here.md', ['Syria', 'Plutonium']);
    const rare = tagged('rare.md', ['Plutonium']);
    const common = ['a', 'b', 'c', 'd'].map((name) => tagged(`${name}.md`, ['Syria']));
    expect(relatedFiles(here, [...common, rare, here])[0]).toBe('rare.md');
  });

  it('share more tags rather than fewer of the same rarity', () => {
    const here = tagged('here.md', ['A', 'B', 'C']);
    const all = [here, tagged('one.md', ['C']), tagged('two.md', ['A', 'B'])];
    expect(relatedFiles(here, all)).toEqual(['two.md', 'one.md']);
  });

  it('are those nearest in time, then by address, where tags do not decide', () => {
    const here = tagged('here.md', ['A'], { published: '2016-10-10' });
    const all = [
      tagged('undated.md', ['A']),
      tagged('far.md', ['A'], { published: '2016-01-01' }),
      tagged('b-after.md', ['A'], { published: '2016-10-12' }),
      tagged('a-before.md', ['A'], { published: '2016-10-08' }),
      here,
    ];
    expect(relatedFiles(here, all)).toEqual(['a-before.md', 'b-after.md', 'far.md', 'undated.md']);
  });

  it('weigh the same whatever the order in which their tags are written', () => {
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 2, 0],
    ];
    // Each name is as rare as its double, so that both candidates share the same rarities. The counts are such that
    // their sums differ in the last digit with the order of the sum.
    for (const counts of [
      [1, 2, 3],
      [1, 3, 5],
      [1, 4, 10],
    ]) {
      const rest = counts.flatMap((count, rarity) =>
        Array.from({ length: count }, (_, index) =>
          tagged(`${rarity}-${index}.md`, [`T${rarity}`, `Double ${rarity}`], { lang: 'fr' }),
        ),
      );
      const pairs = orders.flatMap((first) => orders.map((second) => [first, second] as const));
      for (const [first, second] of pairs) {
        const [names, doubles] = [first.map((rarity) => `T${rarity}`), second.map((rarity) => `Double ${rarity}`)];
        const here = tagged('here.md', [...names, ...doubles], { published: '2016-10-10' });
        const far = tagged('a-far.md', names, { published: '2015-10-10' });
        const near = tagged('b-near.md', doubles, { published: '2016-10-11' });
        expect(relatedFiles(here, [here, far, near, ...rest])).toEqual(['b-near.md', 'a-far.md']);
      }
    }
  });

  it('are none where nothing is shared', () => {
    const here = tagged('here.md', ['A']);
    expect(relatedFiles(here, [here, tagged('other.md', ['B']), tagged('bare.md', [])])).toEqual([]);
  });

  it('are in the same language, and never the article itself', () => {
    const here = tagged('here.md', ['A']);
    const all = [here, tagged('french.md', ['A'], { lang: 'fr' }), tagged('other.md', ['a'])];
    expect(relatedFiles(here, all)).toEqual(['other.md']);
  });

  it('are five at most', () => {
    const all = Array.from({ length: 12 }, (_, index) => tagged(`${index}.md`, ['A']));
    for (const related of relatedArticles(all).values()) expect(related).toHaveLength(5);
  });

  it('come with the reason, the rarest tag first', () => {
    const here = tagged('here.md', ['Syria', 'Plutonium']);
    const other = tagged('other.md', ['plutonium', 'SYRIA']);
    const all = [here, other, tagged('third.md', ['Syria'])];
    expect(
      relatedArticles(all)
        .get(here)?.[0]
        ?.shared.map(({ name }) => name),
    ).toEqual(['Plutonium', 'Syria']);
  });

  it('are the same in whatever order the articles are read', () => {
    const tags = ['A', 'B', 'C', 'D', 'E'];
    const all = Array.from({ length: 40 }, (_, index) =>
      tagged(
        `${index}.md`,
        tags.filter((_tag, bit) => ((index * 7 + 3) >> bit) % 2 === 1),
        {
          published: `2016-10-${String(1 + (index % 28)).padStart(2, '0')}`,
        },
      ),
    );
    const expected = all.map((article) => relatedFiles(article, all));
    const orders = [
      all.toReversed(),
      all.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
      [...all.slice(17), ...all.slice(0, 17)],
    ];
    for (const order of orders) expect(all.map((article) => relatedFiles(article, order))).toEqual(expected);
  });
});

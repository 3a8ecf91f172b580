import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { relatedArticles } from '../../../src/news/related.ts';
import { toEvidence } from '../../../src/news/related/evidence.ts';
import { makeArticle } from '../routes/edition.ts';

function relatedFiles(article: Article, all: readonly Article[]): string[] {
  return (
    relatedArticles(all)
      .get(article)
      ?.map(({ article: other }) => other.file) ?? []
  );
}

function tagged(file: string, tags: string[], keys: Record<string, unknown> = {}): Article {
  return makeArticle(file, { title: 'Report', tags, ...keys });
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
    const all = Array.from({ length: 9 }, (_, index) => tagged(`${index}.md`, ['A']));
    for (const related of relatedArticles(all).values()) expect(related).toHaveLength(5);
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

/** An article with a text; what fills it is found in no other, as in real reports. */
function written(file: string, title: string, text: string, keys: Record<string, unknown> = {}): Article {
  const article = makeArticle(file, { title, ...keys });
  return { ...article, evidence: toEvidence(title, [text], article.lang) };
}

const CRANE =
  'The harbour board of Northport voted to keep the crane on the quay. Pilots in Northport steer by the crane.';
const SURVEY = 'Engineers climbed the old crane in Northport with lamps. The Northport survey found its iron sound.';
const BAKERY = 'A bakery burned down on Mill Street. Firemen saved the flour, and nobody was hurt by the flames.';
const CHOIR = 'The choir of Saint Anne sang in the market. Two hundred people listened until the rain began.';

const PAPER = [
  written('crane.md', 'Board Keeps the Crane', CRANE, { published: '2025-06-12' }),
  written('survey.md', 'Survey Begins', SURVEY, { published: '2025-06-16' }),
  written('bakery.md', 'Fire at a Bakery', BAKERY, { published: '2025-06-13' }),
  written('choir.md', 'A Choir Sings', CHOIR, { published: '2025-06-13' }),
];
const [crane = makeArticle('none.md'), survey = crane, bakery = crane] = PAPER;

describe('articles without tags', () => {
  it('are found by what their texts are about', () => {
    expect(relatedFiles(crane, PAPER)).toEqual(['survey.md']);
    expect(relatedFiles(survey, PAPER)).toEqual(['crane.md']);
  });

  it('are not forced on the reader of one that stands alone', () => {
    expect(relatedFiles(bakery, PAPER)).toEqual([]);
  });

  it('are not related by the small words of the language', () => {
    const small = ['They should have been there before us.', 'Before us they have been there. Should they?'];
    const all = [...PAPER.slice(2), ...small.map((text, index) => written(`${index}.md`, `T${index}x`, text))];
    expect([...relatedArticles(all).values()].flat()).toEqual([]);
  });

  it('are not related across languages, and are within one however it is written', () => {
    const welsh = written('welsh.md', 'Survey', SURVEY, { lang: 'cy' });
    const british = written('british.md', 'Survey', SURVEY, { lang: 'en-GB' });
    expect(relatedFiles(crane, [...PAPER.slice(2), crane, welsh])).toEqual([]);
    expect(relatedFiles(crane, [...PAPER.slice(2), crane, british])).toEqual(['british.md']);
  });

  it('are found in a script without spaces', () => {
    const here = written('here.md', '一', '北港的起重机将保留在码头上', { lang: 'zh' });
    const near = written('near.md', '二', '北港的起重机需要检查', { lang: 'zh' });
    const far = written('far.md', '三', '面包店昨天夜里失火了', { lang: 'zh' });
    const quiet = written('quiet.md', '四', '老师们昨晚唱了歌', { lang: 'zh' });
    expect(relatedFiles(here, [here, near, far, quiet])).toEqual(['near.md']);
  });
});

describe('an edition of many articles', () => {
  const TOPICS = ['harbour', 'choir', 'bakery', 'election', 'flood', 'school', 'museum', 'railway', 'forest', 'clinic'];
  const edition = Array.from({ length: 200 }, (_, index) => {
    const topic = TOPICS[index % TOPICS.length] ?? '';
    const text = `Report ${String(index)} on the ${topic}board, ${topic}men and ${topic}fund of district${String(index % 7)}.`;
    const published = `2024-${String(1 + (index % 12)).padStart(2, '0')}-10`;
    return written(`${String(index)}.md`, `Report number${String(index)}`, text, { published });
  });

  it('shows the same related articles as before on every page that an added one has nothing to do with', () => {
    const earlier = relatedArticles(edition);
    const before = edition.map((article) => earlier.get(article)?.map(({ article: other }) => other.file));
    const more = [
      ...edition,
      written('more.md', 'Quiet Day', 'Nothing happened in Eastfield.', { published: '2024-05-05' }),
    ];
    const lists = relatedArticles(more);
    const after = edition.map((article) => lists.get(article)?.map(({ article: other }) => other.file));
    expect(before.flat().length).toBeGreaterThan(edition.length);
    expect(after).toEqual(before);
  });

  it('relates each to reports on its own topic', () => {
    const lists = relatedArticles(edition);
    const topicOf = (article: Article): number => Number.parseInt(article.file, 10) % TOPICS.length;
    for (const [article, related] of lists) {
      expect(related.map(({ article: other }) => topicOf(other))).toEqual(related.map(() => topicOf(article)));
      expect(related.length).toBeGreaterThan(0);
    }
  });
});

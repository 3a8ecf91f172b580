import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { type Related, relatedArticles } from '../../../src/news/related.ts';
import { showDistance } from '../../../src/news/related/distance.ts';
import { toEvidence } from '../../../src/news/related/evidence.ts';
import { makeArticle } from '../routes/edition.ts';

function tagged(file: string, tags: string[], keys: Record<string, unknown> = {}): Article {
  return makeArticle(file, { title: 'Report', tags, ...keys });
}

function written(file: string, title: string, text: string, published: string): Article {
  return { ...makeArticle(file, { title, published }), evidence: toEvidence(title, [text], 'en') };
}

function firstRelated(article: Article, all: readonly Article[]): Related | undefined {
  return relatedArticles(all).get(article)?.[0];
}

const CRANE =
  'The harbour board of Northport voted to keep the crane on the quay. Pilots in Northport steer by the crane.';
const SURVEY = 'Engineers climbed the old crane in Northport with lamps. The Northport survey found its iron sound.';

const crane = written('crane.md', 'BOARD KEEPS THE CRANE', CRANE, '2025-06-12');
const survey = written('survey.md', 'SURVEY OF THE CRANE', SURVEY, '2025-06-16');
const PAPER = [
  crane,
  survey,
  written('bakery.md', 'Fire at a Bakery', 'A bakery burned down on Mill Street.', '2025-06-13'),
  written('choir.md', 'A Choir Sings', 'The choir of Saint Anne sang in the market.', '2025-06-13'),
];

describe('the reason to read on', () => {
  it('names the shared tags, the rarest first, and how much later the other came', () => {
    const here = tagged('here.md', ['Syria', 'Plutonium'], { published: '2016-10-04' });
    const other = tagged('other.md', ['plutonium', 'SYRIA'], { published: '2016-10-08' });
    const all = [here, other, tagged('third.md', ['Syria'])];
    expect(firstRelated(here, all)?.reason).toEqual({ by: 'tags', names: ['Plutonium', 'Syria'], days: 4 });
    expect(firstRelated(other, all)?.reason).toEqual({ by: 'tags', names: ['plutonium', 'SYRIA'], days: -4 });
  });

  it('names words that both texts hold, as they are written inside a sentence', () => {
    const reason = firstRelated(crane, PAPER)?.reason;
    expect(reason).toMatchObject({ by: 'words', days: 4 });
    expect(reason?.names.toSorted()).toEqual(['Northport', 'crane']);
    for (const name of reason?.names ?? []) for (const text of [CRANE, SURVEY]) expect(text).toContain(name);
  });

  it('writes a word as it stands inside a sentence, though one article only begins a sentence with it', () => {
    const one = written('one.md', 'FERRIES STOP', 'Ferries stopped at Ostwick. Crews at Ostwick waited.', '2025-06-12');
    const other = written(
      'other.md',
      'Strike',
      'At Ostwick the ferries lay still. Ostwick had no bread.',
      '2025-06-13',
    );
    for (const [here, there] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(firstRelated(here, [...PAPER, one, other])?.article).toBe(there);
      expect(firstRelated(here, [...PAPER, one, other])?.reason.names.toSorted()).toEqual(['Ostwick', 'ferries']);
    }
  });

  it('gives no time where one of the two is undated', () => {
    const all = [tagged('here.md', ['A'], { published: '2016-10-04' }), tagged('other.md', ['A'])];
    for (const [related] of relatedArticles(all).values()) expect(related?.reason.days).toBeUndefined();
  });

  it.each([
    [0, 'the same day'],
    [1, '1 day later'],
    [-4, '4 days earlier'],
    [45, '45 days later'],
    [-61, '2 months earlier'],
    [365, '12 months later'],
    [-1461, '4 years earlier'],
  ])('says %i days as "%s"', (days, shown) => {
    expect(showDistance(days, 'en')).toBe(shown);
  });
});

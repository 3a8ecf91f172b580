import { describe, expect, it } from 'vitest';
import { placesIn, threadsOf } from '../../../src/news/threads.ts';
import { makeArticle, makeEdition } from '../routes/edition.ts';

const made = (file: string, thread: string | undefined, published?: string): ReturnType<typeof makeArticle> =>
  makeArticle(file, { ...(thread !== undefined && { thread }), ...(published !== undefined && { published }) });

/** The files of each thread's articles in their order, by slug and name. */
function threads(...articles: ReturnType<typeof makeArticle>[]): [string, string, string[]][] {
  const found = threadsOf(makeEdition(articles, { timeZone: 'Pacific/Auckland' }));
  return [...found.values()].map((thread) => [thread.slug, thread.name, thread.articles.map(({ file }) => file)]);
}

describe('a running story', () => {
  it('is told from its first article on, those without a date last', () => {
    expect(
      threads(
        made('undated.md', 'The lock'),
        made('c.md', 'The lock', '2016-10-04'),
        made('a.md', 'The lock', '2015-01-02'),
        made('b.md', 'The lock', '2016-10-03'),
        made('z.md', undefined, '2016-10-03'),
      ),
    ).toEqual([['the-lock', 'The lock', ['a.md', 'b.md', 'c.md', 'undated.md']]]);
  });

  it('goes by moments where there are any, and by address where these are equal', () => {
    // A day alone is its noon in the zone of the site: 2016-10-03T23:00Z in Auckland.
    expect(
      threads(
        made('b.md', 'The lock', '2016-10-04'),
        made('a.md', 'The lock', '2016-10-04'),
        made('after.md', 'The lock', '2016-10-04T00:00:00Z'),
        made('before.md', 'The lock', '2016-10-03T22:00:00Z'),
      ).map(([, , files]) => files),
    ).toEqual([['before.md', 'a.md', 'b.md', 'after.md']]);
  });

  it('has the name that most of its articles write, in whatever order they come', () => {
    const articles = [
      made('a.md', 'the  LOCK', '2016-10-01'),
      made('b.md', 'The lock', '2016-10-02'),
      made('c.md', 'The lock', '2016-10-03'),
    ];
    const expected = [['the-lock', 'The lock', ['a.md', 'b.md', 'c.md']]];
    expect(threads(...articles)).toEqual(expected);
    expect(threads(...articles.toReversed())).toEqual(expected);
  });

  it.each([
    ['Шлюз на реке', 'шлюз-на-реке'],
    ['السفينة الشراعية', 'السفينة-الشراعية'],
    ['叙利亚', '叙利亚'],
  ])('has an address that can be read: %s', (name, slug) => {
    expect(threads(made('a.md', name)).map(([its]) => its)).toEqual([slug]);
  });

  it('is never mixed up with one whose name differs in a sign', () => {
    const found = threads(made('a.md', 'Flight 17'), made('b.md', 'Flight #17'), made('c.md', 'Flight: 17'));
    expect(new Set(found.map(([slug]) => slug)).size).toBe(3);
  });

  it('knows for each article which part it is', () => {
    const [first, second, other] = [
      made('a.md', 'The lock', '2016-10-01'),
      made('b.md', 'The lock', '2016-10-02'),
      made('c.md', undefined, '2016-10-02'),
    ];
    const places = placesIn(threadsOf(makeEdition([first, second, other])).values());
    expect([first, second, other].map((article) => places.get(article)?.part)).toEqual([1, 2, undefined]);
    expect(places.get(second)?.name).toBe('The lock');
  });
});

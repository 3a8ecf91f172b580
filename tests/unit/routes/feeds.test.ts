import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/news/edition.ts';
import { frontPath } from '../../../src/news/paths.ts';
import { type FeedProps, toCorrectionsFeeds, toFeeds } from '../../../src/routes/feeds.ts';
import { makeArticle, makeArticles, makeEdition } from './edition.ts';

const WITHDRAWN = { date: '2016-12-31', reason: 'Wrong.' };

function feedsOf(edition: Edition, page: 'atom' | 'jsonFeed' = 'atom'): FeedProps[] {
  const feed = { of: frontPath, title: 'T', subtitle: undefined, articles: edition.articles };
  return toFeeds(edition, feed).flatMap((route) => (route.page === page ? [route.props] : []));
}

function entriesOf(...articles: ReturnType<typeof makeArticle>[]): FeedProps['entries'] {
  return feedsOf(makeEdition(articles))[0]?.entries ?? [];
}

describe('a feed', () => {
  it.each([0, 1, 49, 50, 51, 99, 100, 101, 237])(
    'of %i articles has the newest fifty, and following it to the older ones reaches all',
    (count) => {
      for (const page of ['atom', 'jsonFeed'] as const) {
        const articles = makeArticles(count);
        const feeds = new Map(feedsOf(makeEdition(articles), page).map((feed) => [feed.self, feed]));
        const [newest] = feeds.values();
        const addresses = articles.map(({ path }) => `https://paper.example/news${path}`);
        expect(newest?.entries.map(({ address }) => address)).toEqual(addresses.slice(0, 50));
        const read: string[] = [];
        for (let feed = newest; feed; feed = feeds.get(feed.older ?? '')) {
          const fresh = feed.entries.map(({ address }) => address).filter((address) => !read.includes(address));
          read.push(...fresh);
          feeds.delete(feed.self);
        }
        expect(read).toEqual(addresses);
        expect([...feeds.keys()]).toEqual([]);
      }
    },
  );

  /** The closed parts as they are written, by their addresses, the oldest first. */
  const closedOf = (articles: ReturnType<typeof makeArticles>): Map<string, FeedProps> =>
    new Map(feedsOf(makeEdition(articles)).flatMap((feed) => (feed.archive ? [[feed.self, feed]] : [])));

  it('never changes a closed part when something new is printed', () => {
    const articles = makeArticles(287);
    const before = [...closedOf(articles.slice(10))];
    expect(before.length).toBeGreaterThan(2);
    expect([...closedOf(articles)].slice(0, before.length)).toEqual(before);
  });

  it('changes few closed parts when old articles go, or come between others', () => {
    const articles = makeArticles(1500);
    const all = closedOf(articles);
    const changedIn = (without: typeof articles): number =>
      [...closedOf(without)].filter(([address, feed]) => JSON.stringify(feed) !== JSON.stringify(all.get(address)))
        .length;
    const places = Array.from({ length: 29 }, (_, index) => 50 * (index + 1));
    const changes = places.map((place) => changedIn(articles.toSpliced(place, 1)));
    expect(Math.min(...changes)).toBeGreaterThan(0);
    expect(Math.max(...changes, changedIn(articles.slice(0, -200)))).toBeLessThan(10);
    const sizes = [...all.values()].map(({ entries }) => entries.length);
    expect(sizes.filter((size) => size < 40 || size > 50)).toEqual([]);
    expect(sizes.length).toBeGreaterThan(30);
  });

  it('has an undated copy at the day of its capture, and nothing that has no day at all', () => {
    const captured = makeArticle('undated/b.md', { source: { name: 'AP', captured: '2016-06-15' } });
    const [first, ...dated] = makeArticles(3).map(({ file }, index) =>
      makeArticle(file, { published: `2016-0${8 - index * 2}-01` }),
    );
    const articles = [captured, makeArticle('undated/a.md'), ...(first ? [first] : []), ...dated];
    expect(entriesOf(...articles).map(({ published }) => published.slice(0, 10))).toEqual([
      '2016-08-01',
      '2016-06-15',
      '2016-06-01',
      '2016-04-01',
    ]);
  });

  it('does not carry what was withdrawn', () => {
    expect(entriesOf(makeArticle('a.md', { published: '2016-10-04', withdrawn: WITHDRAWN }))).toEqual([]);
  });

  it('carries all of the text, an excerpt, or only a headline with its address, as the rights say', () => {
    const article = (publish: string): ReturnType<typeof makeArticle> =>
      makeArticle(`${publish}.md`, { published: '2016-10-04', description: 'Secret', rights: { publish } });
    const [excerpt, full, headline] = entriesOf(article('excerpt'), article('full'), article('headline'));
    expect([full?.html, full?.summary]).toEqual(['feed full.md', 'Secret']);
    expect(excerpt?.html).toBe('excerpt excerpt.md');
    expect([headline?.html, headline?.summary]).toEqual([undefined, undefined]);
    expect(headline?.text).toBe('Headline of headline.md (https://paper.example/news/articles/headline/)');
  });

  it('points from a copy to its source', () => {
    const source = { name: 'AP', url: 'https://ap.example/1' };
    const [entry] = entriesOf(makeArticle('a.md', { published: '2016-10-04', source }));
    expect(entry?.source).toEqual(source);
  });

  it('moves on with an update and a correction, never back', () => {
    const corrections = [{ date: '2016-11-01', text: 'Right now.' }];
    const [entry] = entriesOf(makeArticle('a.md', { published: '2016-10-04', updated: '2016-10-05', corrections }));
    expect(entry?.published).toBe('2016-10-04T12:00:00+00:00');
    expect(entry?.updated).toBe('2016-11-01T12:00:00+00:00');
    const versions = [{ captured: '2016-10-04', sha256: '0'.repeat(64) }];
    const source = { captured: '2016-10-09' };
    const [again] = entriesOf(makeArticle('c.md', { published: '2016-10-04', source, versions }));
    expect(again?.updated).toBe('2016-10-09T12:00:00+00:00');
    const [once] = entriesOf(makeArticle('d.md', { published: '2016-10-04', source }));
    expect(once?.updated).toBe('2016-10-04T12:00:00+00:00');
    const [early] = entriesOf(makeArticle('b.md', { published: '2016-10-04', updated: '2015-01-01' }));
    expect(early?.updated).toBe('2016-10-04T12:00:00+00:00');
  });

  it('is as new as its newest entry, and without entries invents no moment of its own', () => {
    const edition = makeEdition(makeArticles(3));
    expect(feedsOf(edition)[0]?.updated).toBe('2016-12-31T12:00:00+00:00');
    expect(feedsOf(makeEdition([]))).toEqual(feedsOf(makeEdition([])));
  });

  it('puts instants and days in one order, days at noon of the site’s zone', () => {
    const dates = ['2016-10-04T08:00:00Z', '2016-10-04', '2016-10-04T18:00:00Z'];
    const articles = dates.map((published, index) => makeArticle(`${index}.md`, { published }));
    expect(entriesOf(...articles).map(({ address }) => address.at(-2))).toEqual(['2', '1', '0']);
  });
});

describe('the feed of corrections', () => {
  const article = makeArticle('2016/10/a.md', {
    published: '2016-10-04',
    corrections: [
      { date: '2016-10-05', text: 'First.' },
      { date: '2016-10-07', text: 'Second.' },
    ],
  });

  it('names the article and says what is right, newest first, each under an address of its own', () => {
    const [feed] = toCorrectionsFeeds(makeEdition([article, ...makeArticles(2)]));
    expect(feed?.props.entries.map(({ text }) => text)).toEqual(['Second.', 'First.']);
    expect(feed?.props.entries.every(({ title }) => title.includes(article.front.title))).toBe(true);
    expect(new Set(feed?.props.entries.map(({ address }) => address)).size).toBe(2);
  });

  it('keeps the address of a correction when another follows', () => {
    const addressOf = (text: string, it: typeof article): string | undefined =>
      toCorrectionsFeeds(makeEdition([it]))[0]?.props.entries.find((entry) => entry.text === text)?.address;
    const before = makeArticle(article.file, { corrections: article.front.corrections.slice(0, 1) });
    expect(addressOf('First.', before)).toBeDefined();
    expect(addressOf('First.', article)).toBe(addressOf('First.', before));
  });
});

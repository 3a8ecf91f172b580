import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { describe, expect, inject, test } from 'vitest';
import { listFiles, readText } from '../setup/dist.ts';
import { atomFindings } from '../setup/feed-rules/atom-rules.ts';
import { jsonFeedFindings } from '../setup/feed-rules/json-feed-rules.ts';
import { FIXTURE_URL } from '../setup/fixture.ts';

const dist = inject('fixtureDist');

function atom(file: string): ReturnType<typeof parseAtomFeed> {
  return parseAtomFeed(readText(dist, file));
}

function entryOf(
  file: string,
  slug: string,
): NonNullable<ReturnType<typeof parseAtomFeed>['entries']>[number] | undefined {
  return atom(file).entries?.find(({ id }) => id?.endsWith(`/${slug}/`));
}

describe.each(['fixtureDist', 'sampleDist'] as const)('in %s', (edition) => {
  const built = inject(edition);
  const files = listFiles(built);

  test('every Atom feed keeps all rules of RFC 4287, and its texts those of HTML', () => {
    const feeds = files.filter((file) => file.endsWith('feed.xml'));
    expect(feeds.flatMap((file) => atomFindings(readText(built, file)).map((it) => `${file}: ${it}`))).toEqual([]);
    expect(feeds.length).toBeGreaterThan(10);
  });

  test('every JSON Feed keeps all rules of version 1.1, and its texts those of HTML', () => {
    const feeds = files.filter((file) => file.endsWith('feed.json'));
    expect(feeds.flatMap((file) => jsonFeedFindings(readText(built, file)).map((it) => `${file}: ${it}`))).toEqual([]);
    expect(feeds.length).toBeGreaterThan(10);
  });

  test('every Atom feed has entries with a title, a date and a text, and absolute addresses only', () => {
    const feeds = files.filter((file) => file.endsWith('feed.xml'));
    for (const file of feeds) {
      const { id, title, updated, entries = [], links = [] } = parseAtomFeed(readText(built, file));
      expect([id, title, updated].every(Boolean), file).toBe(true);
      expect(links.map(({ rel }) => rel)).toEqual(expect.arrayContaining(['self', 'alternate']));
      for (const entry of entries) {
        expect(entry.title?.value, file).toMatch(/\S/u);
        expect(entry.content?.value, `${file} ${entry.id ?? ''}`).toMatch(/\S/u);
        expect(entry.published, file).toMatch(/^\d{4}-\d\d-\d\dT/u);
        expect(entry.id).toMatch(/^https:\/\//u);
        expect(relativeAddresses(entry.content?.value ?? '')).toEqual([]);
      }
    }
    expect(feeds.length).toBeGreaterThan(10);
  });

  test('every article has the same authors in both formats, and a copy is never the publisher’s', () => {
    for (const file of files.filter((name) => name.endsWith('feed.json'))) {
      const { items = [] } = parseJsonFeed(JSON.parse(readText(built, file)));
      const { entries = [] } = parseAtomFeed(readText(built, file.replace(/json$/u, 'xml')));
      expect(items.map(({ authors = [] }) => authors.map(({ name }) => name))).toEqual(
        entries.map(({ authors = [] }) => authors.map(({ name }) => name)),
      );
      for (const { external_url: original, authors } of items) if (original) expect(authors, file).toBeDefined();
    }
  });

  test('every JSON Feed holds what the Atom feed beside it holds', () => {
    const feeds = files.filter((file) => file.endsWith('feed.json'));
    for (const file of feeds) {
      const { items = [] } = parseJsonFeed(JSON.parse(readText(built, file)));
      const { entries = [] } = parseAtomFeed(readText(built, file.replace(/json$/u, 'xml')));
      expect(items.map(({ id, title, content_html: html, content_text: text }) => [id, title, html ?? text])).toEqual(
        entries.map(({ id, title, content }) => [id, title?.value, content?.value]),
      );
      for (const { date_published: date } of items) expect(date, file).toMatch(/^\d{4}-\d\d-\d\dT/u);
    }
    expect(feeds).toHaveLength(files.filter((file) => file.endsWith('feed.xml')).length);
  });
});

function relativeAddresses(html: string): string[] {
  return [...html.matchAll(/(?:href|src)="([^"]*)"/gu)]
    .map(([, address = '']) => address)
    .filter((address) => !/^(?:https?:|mailto:)/u.test(address));
}

test('a feed carries the full text', () => {
  expect(entryOf('feed.xml', 'plain')?.content?.value).toContain('the question will be put again in the autumn.');
});

test('a headline that looks like markup is text in a feed', () => {
  const hostile = entryOf('feed.xml', 'hostile')?.title;
  expect(hostile?.type).toBe('text');
  expect(hostile?.value).toBe(`</title><script>alert("title")</script> "quoted" & <b>bold</b> ]]> --> 'end'`);
});

test('the newest article comes first, and one updated or corrected later says when', () => {
  const { entries = [], updated } = atom('feed.xml');
  const dates = entries.map(({ published }) => published ?? '');
  expect(dates).toEqual(dates.toSorted().reverse());
  expect(entries[0]?.id).toBe(`${FIXTURE_URL}articles/2025/06/everything/`);
  expect(entries[0]?.published).toBe('2025-06-14T04:40:00.000Z');
  expect(entries[0]?.updated).toBe('2025-06-16T10:00:00.000Z');
  expect(updated).toBe('2025-06-16T10:00:00.000Z');
});

test('a day without a time is noon in the zone of the site', () => {
  expect(entryOf('feed.xml', 'plain')?.published).toBe('2025-06-12T10:00:00.000Z');
  expect(entryOf('feed.xml', 'odd-tags')?.published).toBe('2024-12-05T11:00:00.000Z');
});

test('an undated article counts by its day of capture, and one with neither is in no feed', () => {
  expect(entryOf('feed.xml', 'undated-captured')?.published).toBe('2024-03-09T11:00:00.000Z');
  expect(entryOf('feed.xml', 'undated')).toBeUndefined();
  expect(entryOf('tags/harbour/feed.xml', 'undated')).toBeUndefined();
});

test('a copy is its author’s in a feed, leads to its source, and states its rights', () => {
  const entry = entryOf('feed.xml', 'everything');
  expect(entry?.authors?.map(({ name }) => name)).toEqual(['Ada Fixture', 'Bruno Example']);
  expect(entry?.links).toContainEqual(
    expect.objectContaining({ rel: 'via', href: 'https://herald.example/2025/06/night-ferry' }),
  );
  expect(entry?.rights?.value).toBe('© The Coast Herald 2025. CC BY 4.0');
  expect(entry?.links).toContainEqual(
    expect.objectContaining({ rel: 'license', href: 'https://creativecommons.org/licenses/by/4.0/' }),
  );
});

test('an article of which only an excerpt or the headline may be published gives no more to a feed', () => {
  expect(entryOf('feed.xml', 'excerpt-only')?.content?.value).toMatch(
    /^<p id="p-[0-9a-z]{6}">The school on the island .*late lunch\.<\/p>\n<p>These are the first paragraphs\. <a href="https:\/\/letter\.example\/school">Read the article at The Island Letter<\/a><\/p>$/su,
  );
  expect(entryOf('feed.xml', 'headline-only')?.content?.value).toBe(
    'Courier Reports Sale of the Rope Works (https://courier.example/2025/rope-works)',
  );
});

test('a topic has feeds of its own articles', () => {
  const ids = atom('tags/weather/feed.xml').entries?.map(({ id }) => id?.split('/').at(-2));
  expect(ids).toEqual(['short-headline', 'aliases', 'verbatim-copy']);
});

test('the feed of corrections has one entry for each, which names its article', () => {
  const { entries = [] } = atom('corrections/feed.xml');
  expect(entries.map(({ title }) => title?.value)).toContain('Correction: Council Finds Money for the Swimming Bath');
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  expect(entries).toHaveLength(4);
});

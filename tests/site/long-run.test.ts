import { rmSync } from 'node:fs';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { byTag, listFiles, readPage, readText, textOf, theOne } from '../setup/dist.ts';
import { FIXTURE_URL } from '../setup/fixture.ts';
import { Desk, makeScratchFolder } from '../setup/scratch.ts';

/** More articles than one page or one feed holds: all of one topic, four of each day of a month. */
const COUNT = 120;

function slugOf(number: number): string {
  return `story-${String(number).padStart(3, '0')}`;
}

describe('an edition of more articles than a page holds', () => {
  const folder = makeScratchFolder();
  const desk = new Desk('nothing', folder);
  const { dist } = desk;
  beforeAll(async () => {
    for (let number = 0; number < COUNT; number += 1) {
      const day = String(1 + Math.floor(number / 4)).padStart(2, '0');
      const head = `title: Story ${number}\npublished: 2026-09-${day}\ntags: [Everything]`;
      desk.write(`2026/09/${slugOf(number)}.md`, `---\n${head}\n---\n\nThe text of story ${number}.\n`);
    }
    await desk.build();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The articles of the pages that following "Older articles" from a page reaches, and how many pages there are. */
  function follow(first: string): { pages: number; articles: string[] } {
    const articles: string[] = [];
    let pages = 0;
    for (let file: string | undefined = first; file !== undefined && pages < COUNT; pages += 1) {
      const page = readPage(dist, file);
      articles.push(...byTag(page, 'article').map((teaser) => byTag(teaser, 'a')[0]?.attribs['href'] ?? ''));
      const next: string | undefined = byTag(page, 'a').find(({ attribs }) => attribs['rel'] === 'next')?.attribs[
        'href'
      ];
      file = next?.replace('/news/', '');
    }
    return { pages, articles };
  }

  function readFeed(file: string): { ids: string[]; older: string | undefined } {
    const { entries = [], links = [] } = parseAtomFeed(readText(dist, file));
    const older = links.find(({ rel }) => rel === 'prev-archive')?.href;
    return { ids: entries.map(({ id }) => id ?? ''), older: older?.replace(FIXTURE_URL, '') };
  }

  test.each(['tags/everything/', 'archive/2026/09/'])(
    'from %s a reader reaches every article once, newest first',
    (first) => {
      const { pages, articles } = follow(first);
      expect(pages).toBe(3);
      expect(new Set(articles).size).toBe(COUNT);
      expect(articles).toHaveLength(COUNT);
      expect(articles[0]).toMatch(/story-11[6-9]\/$/u);
      expect(articles.at(-1)).toMatch(/story-00[0-3]\/$/u);
    },
  );

  test('each page of a list says which it is, in its title too', () => {
    const page = readPage(dist, 'tags/everything/1/');
    expect(textOf(theOne(page, 'class', 'pager'))).toBe('Newer articles Page 1');
    expect(textOf(theOne(readPage(dist, 'tags/everything/'), 'class', 'pager'))).toBe('Older articles');
    const back = byTag(page, 'a').find((link) => textOf(link) === 'Newest articles');
    expect(back?.attribs['href']).toBe('/news/tags/everything/');
    expect(byTag(page, 'title').map(textOf)).toEqual(['Everything, page 1 · The Fixture Gazette']);
    expect(byTag(page, 'h1').map(textOf)).toEqual(['Everything']);
  });

  test.each(['', 'tags/everything/'])('the feed of "/%s" holds the newest fifty and leads to all others', (of) => {
    const seen: string[] = [];
    let parts = 0;
    let file: string | undefined = `${of}feed.xml`;
    while (file !== undefined && parts < 10) {
      const { ids, older } = readFeed(file);
      expect(ids.length).toBeLessThanOrEqual(50);
      if (parts === 0) expect(ids).toHaveLength(50);
      seen.push(...ids);
      file = older;
      parts += 1;
    }
    expect(new Set(seen).size).toBe(COUNT);
    expect(parts).toBe(3);
  });

  test('a JSON feed leads to its older part, which is there', () => {
    const { next_url: next } = parseJsonFeed(JSON.parse(readText(dist, 'feed.json')));
    expect(next).toMatch(/feed-\w+\.json$/u);
    const older = readText(dist, next?.slice(FIXTURE_URL.length) ?? '');
    expect(parseJsonFeed(JSON.parse(older)).items?.length).toBeGreaterThanOrEqual(40);
  });

  test('the part of a feed that is closed stays as it is when articles are added', async () => {
    const closed = listFiles(dist).filter((file) => /(?:^|everything\/)feed-\w+\.(?:xml|json)$/u.test(file));
    expect(closed).toHaveLength(8);
    const before = closed.map((file) => readText(dist, file));
    desk.write('2026/09/late.md', '---\ntitle: A Late One\npublished: 2026-09-30\ntags: [Everything]\n---\n\nText.\n');
    await desk.build();
    expect(readText(dist, 'feed.xml')).toContain('A Late One');
    expect(closed.map((file) => readText(dist, file))).toEqual(before);
  });

  test('a long year lists its months only, and each month its articles', () => {
    expect(byTag(readPage(dist, 'archive/2026/'), 'article')).toEqual([]);
    const links = byTag(readPage(dist, 'archive/2026/'), 'a').map(({ attribs }) => attribs['href']);
    expect(links).toContain('/news/archive/2026/09/');
    expect(listFiles(dist)).not.toContain('archive/2026/2/index.html');
  });
});

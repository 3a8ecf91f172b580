import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { frontPath } from '../../../src/news/paths.ts';
import { type FeedProps, toFeeds } from '../../../src/routes/feeds.ts';
import { writeAtom } from '../../../src/routes/write-atom.ts';
import { writeJsonFeed } from '../../../src/routes/write-json-feed.ts';
import { makeArticle, makeArticles, makeEdition } from './edition.ts';

const HOSTILE = '</title><script>alert(1)</script> ]]> --> "quoted" & &amp; &apos; &#39; <![CDATA[x';
const source = { name: 'A & B <AP>', url: 'https://ap.example/?a=1&b=2' };

const EDITION = makeEdition([
  ...makeArticles(60),
  makeArticle('2017/01/hostile.md', {
    title: HOSTILE,
    description: HOSTILE,
    published: '2017-01-02',
    tags: ['R&D <b>'],
    source,
  }),
  makeArticle('2017/01/short.md', { published: '2017-01-01', rights: { publish: 'headline' }, lang: 'fr' }),
]);

const html = (digest: string): string => `<p>${digest} &amp; <em>more</em> ]]&gt;&apos;</p>`;

function newest(page: 'atom' | 'jsonFeed'): FeedProps {
  const feed = { of: frontPath, title: HOSTILE, subtitle: 'One & two', articles: EDITION.articles };
  const [route] = toFeeds(EDITION, feed).filter((it) => it.page === page);
  if (!route) throw new Error('There is no feed.');
  return route.props;
}

/** All elements that this feed may hold (RFC 4287). */
const ATOM = 'feed author name id link subtitle title updated entry category content published summary'.split(' ');

function namesIn(xml: string): Set<string> {
  const names = new Set<string>();
  new Parser({ onopentagname: (name) => names.add(name) }, { xmlMode: true }).end(xml);
  return names;
}

describe('an Atom feed', () => {
  const xml = writeAtom(newest('atom'), html);
  const read = parseAtomFeed(xml);

  it('says every title and text to the letter, hostile ones too', () => {
    expect(read.title?.value).toBe(HOSTILE);
    expect(read.entries?.[0]?.title?.value).toBe(HOSTILE);
    expect(read.entries?.[0]?.summary?.value).toBe(HOSTILE);
    expect(namesIn(xml)).toEqual(new Set(ATOM));
  });

  it('has a title and a content in each of its entries', () => {
    const entries = read.entries ?? [];
    expect(entries).toHaveLength(50);
    for (const { title, content } of entries)
      expect([Boolean(title?.value), Boolean(content?.value)]).toEqual([true, true]);
    expect(entries[0]?.content).toMatchObject({ type: 'html', value: html('feed 2017/01/hostile.md') });
    expect(entries[1]?.content).toMatchObject({ type: 'text' });
  });

  it('does not pass a copy off as the publisher’s own', () => {
    expect(read.entries?.[0]?.authors?.map(({ name }) => name)).toEqual([source.name]);
    expect(read.entries?.[0]?.links?.find(({ rel }) => rel === 'via')?.href).toBe(source.url);
  });

  it('leads to the older entries', () => {
    expect(read.links?.find(({ rel }) => rel === 'prev-archive')?.href).toBe('https://paper.example/news/feed-1.xml');
    expect(read.links?.find(({ rel }) => rel === 'self')?.href).toBe('https://paper.example/news/feed.xml');
  });

  it('has a permanent and unique id in each entry', () => {
    const ids = (read.entries ?? []).map(({ id }) => id);
    expect(new Set(ids).size).toBe(50);
    expect(ids[0]).toBe('https://paper.example/news/articles/2017/01/hostile/');
  });
});

describe('a JSON feed', () => {
  const text = writeJsonFeed(newest('jsonFeed'), html);
  const read = parseJsonFeed(text);

  it('says every title and text to the letter', () => {
    expect(read.title).toBe(HOSTILE);
    expect(read.items?.[0]).toMatchObject({
      title: HOSTILE,
      summary: HOSTILE,
      content_html: html('feed 2017/01/hostile.md'),
    });
    expect(read.items?.[1]).toMatchObject({ language: 'fr' });
    expect(read.items?.[1]?.content_text).toContain('https://paper.example/news/articles/2017/01/short/');
  });

  it('has a content in each item and leads to the older ones', () => {
    expect(read.items?.every((item) => Boolean(item.content_html ?? item.content_text))).toBe(true);
    expect(read.next_url).toBe('https://paper.example/news/feed-1.json');
  });

  it('is a list for feed readers even while nothing stands in it yet', () => {
    const empty: unknown = JSON.parse(writeJsonFeed({ ...newest('jsonFeed'), entries: [] }, html));
    expect(empty).toMatchObject({ items: [] });
  });
});

import { describe, expect, test } from 'vitest';
import { feed } from '../../../../src/importer/feed/feed.ts';
import { articleIn, articlesIn, atom, json, rss } from './feeds.ts';

function isFeed(text: string, name = 'file.txt'): boolean {
  return feed.recognises(new TextEncoder().encode(text), name);
}

describe('a feed is known by its first element, whatever its file is called', () => {
  test.each([
    ['RSS', rss('')],
    [
      'RSS behind comments, instructions and a DOCTYPE',
      `\ufeff\n<?xml version="1.0"?><!-- <html> --><?x y?><!DOCTYPE rss SYSTEM "a.dtd">\n<rss/>`,
    ],
    ['RDF with a prefix', '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'],
    ['Atom with a prefix', '<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>'],
    ['RSS 1.1', '<Channel xmlns="http://purl.org/net/rss1.1#"/>'],
    ['JSON Feed', json([])],
    ['JSON Feed with escaped slashes', '{ "version": "https:\\/\\/jsonfeed.org\\/version\\/1.1"'],
    ['RSS with a DOCTYPE longer than what is looked at', `<!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(5000)}`],
  ])('%s is one', (_, text) => {
    expect(isFeed(text)).toBe(true);
  });

  test.each([
    ['a web page', '<!doctype html><html><feed>'],
    ['another XML', '<?xml version="1.0"?><urlset><rss/></urlset>'],
    ['another JSON', '{"version":"1.1","items":[]}'],
    ['a text about feeds', 'The first element is <rss> or <feed>.'],
  ])('%s is none', (_, text) => {
    expect(isFeed(text)).toBe(false);
  });

  test('a web page under the name of a feed is taken for the error page that it is', () => {
    expect(isFeed('<!doctype html><html>', 'news.xml')).toBe(true);
    expect(isFeed('<!doctype html><html>', 'news.html')).toBe(false);
  });
});

describe('articles of one feed', () => {
  test('keep their guids; those that share one and differ in text are named apart', async () => {
    const item = (title: string): string => `<item><guid isPermaLink="false">g</guid><title>${title}</title></item>`;
    const articles = await articlesIn(rss(item('One') + item('Two') + item('One') + item('Three')));
    expect(articles.map(({ item: name }) => name)).toEqual(['g', 'g#2', 'g', 'g#3']);
    expect(articles[1]?.notes).toContain('Another item of the feed has the same guid; this one is known as "g#2".');
  });

  test('are numbered from 1 where they have no guid, in the order of the feed', async () => {
    const articles = await articlesIn(atom('<entry><title>B</title></entry><entry><title>A</title></entry>'));
    expect(articles.map(({ title, item }) => [title.value, item])).toEqual([
      ['B', '1'],
      ['A', '2'],
    ]);
  });

  test('keep the whole feed as their original', async () => {
    const source = new TextEncoder().encode(rss('<item><title>A</title></item><item><title>B</title></item>'));
    const articles = await articlesIn(source);
    expect(articles.map(({ original }) => original.bytes === source)).toEqual([true, true]);
  });
});

describe('dates of an item', () => {
  const dated = (date: string): string => rss(`<item><title>T</title><pubDate>${date}</pubDate></item>`);
  const FUTURE = 'Tue, 04 Mar 2098 14:30:00 GMT';

  test('that lie after the capture are not believed', async () => {
    const article = await articleIn(dated(FUTURE), { captured: '2026-11-22' });
    expect(article.published).toBeUndefined();
    expect(article.notes).toContain(`The date "${FUTURE}" (pubdate) lies after the capture and was left out.`);
    expect(article.captured).toMatchObject({ value: '2026-11-22', how: 'stated' });
  });

  test('on the day of capture are believed in every time zone', async () => {
    const article = await articleIn(dated('Sun, 22 Nov 2026 23:30:00 -1100'), { captured: '2026-11-22' });
    expect(article.published?.value).toBe('2026-11-22T23:30:00-11:00');
  });

  test('are taken as stated where no capture is known', async () => {
    expect((await articleIn(dated(FUTURE))).published?.value).toBe('2098-03-04T14:30:00+00:00');
  });

  test('in a zone that nobody knows keep their day', async () => {
    const article = await articleIn(dated('Tue, 04 Mar 2025 14:30:00 XYZ'));
    expect(article.published?.value).toBe('2025-03-04');
    expect(article.notes.join()).toContain('the time was left out');
  });

  test('that cannot be read are left out, and said', async () => {
    const article = await articleIn(dated('31 Feb 2025'));
    expect(article.published).toBeUndefined();
    expect(article.notes).toContain('The date "31 Feb 2025" (pubdate) cannot be read and was left out.');
  });
});

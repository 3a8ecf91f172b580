import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { toOutput } from '../../../src/build/print-pages.ts';
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

/** A feed of the edition: the newest entries, or a closed part. */
function feedAt(page: 'atom' | 'jsonFeed', at = 0): FeedProps {
  const feed = { of: frontPath, title: HOSTILE, subtitle: 'One & two', articles: EDITION.articles };
  const route = toFeeds(EDITION, feed).filter((it) => it.page === page)[at];
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
  const xml = writeAtom(feedAt('atom'), html);
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
    expect(read.links?.find(({ rel }) => rel === 'prev-archive')?.href).toBe(feedAt('atom', 1).self);
    expect(read.links?.find(({ rel }) => rel === 'self')?.href).toBe('https://paper.example/news/feed.xml');
  });

  it('has a permanent and unique id in each entry', () => {
    const ids = (read.entries ?? []).map(({ id }) => id);
    expect(new Set(ids).size).toBe(50);
    expect(ids[0]).toBe('https://paper.example/news/articles/2017/01/hostile/');
  });
});

describe('a JSON feed', () => {
  const text = writeJsonFeed(feedAt('jsonFeed'), html);
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
    expect(read.next_url).toBe(feedAt('jsonFeed', 1).self);
  });

  it('is a list for feed readers even while nothing stands in it yet', () => {
    const empty: unknown = JSON.parse(writeJsonFeed({ ...feedAt('jsonFeed'), entries: [] }, html));
    expect(empty).toMatchObject({ items: [] });
  });
});

describe('an entry of a corrected article', () => {
  const corrections = [
    { date: '2016-10-05', text: HOSTILE },
    { date: '2016-10-06', text: 'The band came from Southport.' },
  ];
  const edition = makeEdition([
    makeArticle('b.md', { published: '2016-10-03', corrections, rights: { publish: 'headline' } }),
    makeArticle('a.md', { published: '2016-10-04', corrections, lang: 'fr' }),
  ]);
  const [feed] = toFeeds(edition, { of: frontPath, title: 'T', subtitle: undefined, articles: edition.articles });
  if (!feed) throw new Error('There is no feed.');
  const atom = parseAtomFeed(writeAtom(feed.props, html)).entries ?? [];
  const items = parseJsonFeed(writeJsonFeed(feed.props, html)).items ?? [];

  it('begins with what was wrong, in the language of the article, for readers who see no page', () => {
    const content = atom[0]?.content?.value ?? '';
    expect(items[0]?.content_html).toBe(content);
    expect(content).toContain(html('feed a.md'));
    const paragraphs = content.split('\n');
    expect(paragraphs[1]).toBe(
      '<p><strong>Rectificatif du 6 octobre 2016.</strong> <bdi>The band came from Southport.</bdi></p>',
    );
    expect(paragraphs.slice(2).join('\n')).toBe(html('feed a.md'));
  });

  it('says it as text, whatever it holds, and where the article has none to show, too', () => {
    const names: string[] = [];
    let read = '';
    const parser = new Parser({ onopentagname: (name) => names.push(name), ontext: (text) => (read += text) });
    parser.end(atom[0]?.content?.value?.split('\n')[0] ?? '');
    expect(names).toEqual(['p', 'strong', 'bdi']);
    expect(read).toBe(`Rectificatif du 5 octobre 2016. ${HOSTILE}`);
    expect(atom[1]?.content).toMatchObject({
      type: 'text',
      value:
        `Correction, October 5, 2016. ${HOSTILE}\n\nCorrection, October 6, 2016. The band came from Southport.\n\n` +
        'Headline of b.md (https://paper.example/news/articles/b/)',
    });
    expect(items[1]?.content_text).toBe(atom[1]?.content?.value);
  });

  it('is another file as soon as there is another correction', () => {
    const keyOf = (list: typeof corrections): string => {
      const own = makeEdition([
        makeArticle('a.md', { published: '2016-10-04', updated: '2016-12-01', corrections: list }),
      ]);
      const [route] = toFeeds(own, { of: frontPath, title: 'T', subtitle: undefined, articles: own.articles });
      return route ? toOutput(route).key : '';
    };
    expect(keyOf(corrections)).not.toBe(keyOf(corrections.slice(1)));
  });
});

describe('an entry of which only an excerpt may be published', () => {
  it('says so below it, and leads to the original', () => {
    const edition = makeEdition([
      makeArticle('a.md', { published: '2016-10-04', source, rights: { publish: 'excerpt' } }),
    ]);
    const [feed] = toFeeds(edition, { of: frontPath, title: 'T', subtitle: undefined, articles: edition.articles });
    const [entry] = feed ? (parseAtomFeed(writeAtom(feed.props, html)).entries ?? []) : [];
    expect(entry?.content?.value).toBe(
      `${html('excerpt a.md')}\n<p>These are the first paragraphs. ` +
        '<a href="https://ap.example/?a=1&#x26;b=2">Read the article at A &#x26; B &#x3C;AP></a></p>',
    );
  });
});

describe('the rights of an entry', () => {
  const rights = {
    holder: 'The Wire',
    notice: 'All rights reserved',
    license: 'CC BY 4.0',
    url: 'https://l.example/by|4',
  };
  const write = (own: Record<string, unknown>): ReturnType<typeof writeAtom>[] => {
    const edition = makeEdition([makeArticle('a.md', { published: '2016-10-04', rights: own })]);
    const [feed] = toFeeds(edition, { of: frontPath, title: 'T', subtitle: undefined, articles: edition.articles });
    return feed ? [writeAtom(feed.props, html), writeJsonFeed(feed.props, html)] : [];
  };

  it('are all that is known of them: notice, holder and licence, with its address where a machine finds it', () => {
    const [xml = '', json = ''] = write(rights);
    const [entry] = parseAtomFeed(xml).entries ?? [];
    expect(entry?.rights?.value).toBe('All rights reserved © The Wire. CC BY 4.0');
    expect(entry?.links).toContainEqual({ rel: 'license', href: 'https://l.example/by%7C4' });
    expect(JSON.parse(json)).toMatchObject({ items: [{ _rights: { ...rights, url: 'https://l.example/by%7C4' } }] });
  });

  it('name the holder once, and are left out where nothing is known', () => {
    expect(parseAtomFeed(write({ ...rights, notice: '© the wire 2016.' })[0] ?? '').entries?.[0]?.rights?.value).toBe(
      '© the wire 2016. CC BY 4.0',
    );
    const [xml = '', json = ''] = write({});
    expect(xml).not.toMatch(/<rights|"license"/u);
    expect(json).not.toContain('_rights');
  });
});

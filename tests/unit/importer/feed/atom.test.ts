import { describe, expect, test } from 'vitest';
import { articleIn, articlesIn, atom, bodyOf, receiptOf } from './feeds.ts';

const ENTRY = `
  <entry>
    <id>tag:gazette.example,2025:17</id>
    <title type="html">Bridge &lt;em&gt;Opens&lt;/em&gt; &amp;amp; Closes</title>
    <link rel="self" href="https://gazette.example/api/17"/><link href="/2025/03/bridge"/>
    <link rel="license" href="https://licences.example/by"/>
    <published>2025-03-04T14:30:00+02:00</published><updated>2025-03-05T08:00:00Z</updated>
    <author><name>Ann Poe</name><email>ann@gazette.example</email></author>
    <category term="bridges" label="Bridges"/><category term="harbor"/>
    <rights>(c) Gazette</rights>
    <summary>The short version.</summary>
    <content type="html">&lt;p&gt;The bridge opened.&lt;/p&gt;</content>
  </entry>`;

const XHTML = 'xmlns:h="http://www.w3.org/1999/xhtml"';

describe('an entry of Atom', () => {
  test('becomes an article with headline, full text and all that the feed says of it', async () => {
    const article = await articleIn(atom(ENTRY, 'xml:lang="en"'));
    expect(article).toMatchObject({
      title: { value: 'Bridge Opens & Closes', how: 'stated' },
      item: 'tag:gazette.example,2025:17',
      sourceUrl: { value: 'https://gazette.example/2025/03/bridge' },
      sourceName: { value: 'Harbor Gazette' },
      published: { value: '2025-03-04T14:30:00+02:00', how: 'stated' },
      updated: { value: '2025-03-05T08:00:00+00:00' },
      authors: { value: ['Ann Poe'] },
      tags: { value: ['Bridges', 'harbor'] },
      rightsNotice: { value: '(c) Gazette' },
      license: { value: 'https://licences.example/by' },
      notes: [],
    });
    expect(bodyOf(article)).toBe('The bridge opened.');
    expect(receiptOf(article)).toMatchObject({ blocks: 2, kept: 2 });
  });

  test('its language is that of the entry, else of the feed', async () => {
    const articles = await articlesIn(
      atom('<entry xml:lang="fr"><title>Un</title></entry><entry><title>One</title></entry>', 'xml:lang="en"'),
    );
    expect(articles[0]?.lang?.value).toBe('fr');
    expect(articles[1]?.lang?.value).toBe('en');
  });

  test('XHTML with a prefix is read as HTML, paragraph by paragraph, and scripts in it are no text', async () => {
    const article = await articleIn(
      atom(
        `<entry><title>T</title><content type="xhtml"><h:div ${XHTML}><h:p>5 &lt; 6, <h:b>two</h:b>&#160;three</h:p><h:script>&lt;/script>&lt;p>x</h:script><h:p>Four.</h:p></h:div></content></entry>`,
      ),
    );
    expect(article.blocks.map(({ text }) => text)).toEqual(['T', '5 < 6, two three', 'Four.']);
    expect(receiptOf(article)).toMatchObject({ blocks: 3, kept: 3 });
  });

  test('a text says what it says: tags in it are shown', async () => {
    const article = await articleIn(
      atom('<entry><title>A &lt;b&gt; C</title><content>1 &lt;p&gt; 2 &amp;amp; 3</content></entry>'),
    );
    expect(article.title.value).toBe('A <b> C');
    expect(article.blocks.at(-1)?.text).toBe('1 <p> 2 &amp; 3');
  });

  test('a text that is elsewhere is looked for nowhere: the summary stands in, and the editor is told', async () => {
    const article = await articleIn(
      atom(
        '<entry><title>T</title><content src="https://gazette.example/full">not this</content><summary>Short.</summary></entry>',
      ),
    );
    expect(bodyOf(article)).toBe('Short.');
    expect(article.notes).toEqual([
      'The feed has only a summary.',
      'The text is not in the feed, but at https://gazette.example/full',
    ]);
  });

  test('a picture given as content is no text', async () => {
    const article = await articleIn(
      atom('<entry><title>T</title><content type="image/png">iVBORw0KGgo=</content></entry>'),
    );
    expect(article.blocks.map(({ text }) => text)).toEqual(['T']);
    expect(article.notes).toContain('The content is no text (image/png) and was left out.');
  });

  test('an entry with only the moment of its last change was published then, as far as one can infer', async () => {
    const article = await articleIn(atom('<entry><title>T</title><updated>2025-03-05T08:00:00Z</updated></entry>'));
    expect(article.published).toEqual({ value: '2025-03-05T08:00:00+00:00', how: 'inferred', rule: 'updated' });
    expect(article.updated).toBeUndefined();
  });

  test('authors are those of the entry, else of the feed that it came from, else of this feed', async () => {
    const named = (name: string): string => `<author><name>${name}</name></author>`;
    const articles = await articlesIn(
      atom(
        `${named('Feed')}<entry><title>1</title>${named('Own')}<source>${named('Source')}</source></entry>
         <entry><title>2</title><source><title>Weekly</title>${named('Source')}</source></entry><entry><title>3</title></entry>`,
      ),
    );
    expect(articles.map(({ authors }) => authors?.value)).toEqual([['Own'], ['Source'], ['Feed']]);
    expect(articles.map(({ sourceName }) => sourceName?.value)).toEqual(['Harbor Gazette', 'Weekly', 'Harbor Gazette']);
  });
});

describe('addresses in an entry', () => {
  const linking = (html: string, attributes = ''): string =>
    `<entry ${attributes}><title>T</title><link href="https://gazette.example/news/1"/><content type="xhtml"><h:div ${XHTML}>${html}</h:div></content></entry>`;

  test('are relative to the bases of all elements around them, and only within those', async () => {
    const article = await articleIn(
      atom(
        linking('<h:p xml:base="b/"><h:a href="c">in</h:a></h:p> <h:a href="c">out</h:a>', 'xml:base="a/"'),
        'xml:base="https://base.example/"',
      ),
    );
    expect(bodyOf(article)).toBe('[in](https://base.example/a/b/c)\n\n[out](https://base.example/a/c)');
  });

  test('are relative to the link of the entry where no base is given', async () => {
    const article = await articleIn(atom(linking('<h:a href="2">next</h:a>')));
    expect(bodyOf(article)).toBe('[next](https://gazette.example/news/2)');
  });

  test('that lead nowhere a reader may go leave their text', async () => {
    const article = await articleIn(
      atom(linking('<h:a href="javascript:alert(1)">one</h:a> <h:a href="data:text/html,x">two</h:a>')),
    );
    expect(bodyOf(article)).toBe('one two');
  });

  test('a base on another host only resolves links: the entry keeps its own address', async () => {
    const article = await articleIn(atom(linking('<h:a href="x">y</h:a>', 'xml:base="https://evil.example/"')));
    expect(article.sourceUrl?.value).toBe('https://gazette.example/news/1');
    expect(bodyOf(article)).toBe('[y](https://evil.example/x)');
  });

  test('a base that is a script is none', async () => {
    const article = await articleIn(atom(linking('<h:a href="x">y</h:a>', 'xml:base="javascript:alert(1)//"')));
    expect(bodyOf(article)).toBe('[y](https://gazette.example/news/x)');
  });
});

test('Atom 0.3, and Atom that forgot its vocabulary, are read too', async () => {
  const entry =
    '<entry><title>T</title><content TYPE mode="escaped">&lt;p&gt;Text&lt;/p&gt;</content><issued>2004-05-06T07:08:09Z</issued></entry>';
  const old = entry.replace('TYPE', 'type="text/html"');
  const articles = [
    await articleIn(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>G</title>${old}</feed>`),
    await articleIn(`<feed><title>G</title>${old}</feed>`),
    await articleIn(
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>G</a:title>${old.replaceAll('<', '<a:').replaceAll('<a:/', '</a:')}</a:feed>`,
    ),
  ];
  for (const article of articles) {
    expect(article).toMatchObject({ published: { value: '2004-05-06T07:08:09+00:00' }, sourceName: { value: 'G' } });
    expect(bodyOf(article)).toBe('Text');
  }
});

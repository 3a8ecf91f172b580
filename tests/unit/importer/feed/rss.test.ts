import { describe, expect, test } from 'vitest';
import { articleIn, articlesIn, bodyOf, escaped, readFeed, receiptOf, rss } from './feeds.ts';

const STORY = `
  <item>
    <title>Bridge Opens &amp; Closes</title>
    <link>https://gazette.example/2025/03/bridge</link>
    <guid isPermaLink="false">gazette-17</guid>
    <pubDate>Tue, 04 Mar 2025 14:30:00 +0200</pubDate>
    <dc:creator>Ann Poe</dc:creator><dc:creator>Max Roe</dc:creator>
    <category>Bridges</category><category>Harbor</category><category>bridges</category>
    <description>The short version.</description>
    <content:encoded><![CDATA[<p>The bridge <b>opened</b> at noon.</p><p>It <a href="closed.html">closed</a> at one.</p>]]></content:encoded>
  </item>`;

describe('an item of RSS', () => {
  test('becomes an article with headline, full text and all that the feed says of it', async () => {
    const article = await articleIn(
      rss(STORY, '<title>Harbor Gazette</title><language>en-us</language><copyright>(c) Gazette</copyright>'),
    );
    expect(article).toMatchObject({
      title: { value: 'Bridge Opens & Closes', how: 'stated', rule: 'title' },
      item: 'gazette-17',
      sourceUrl: { value: 'https://gazette.example/2025/03/bridge', how: 'stated', rule: 'link' },
      sourceName: { value: 'Harbor Gazette' },
      published: { value: '2025-03-04T14:30:00+02:00', how: 'stated', rule: 'pubdate' },
      authors: { value: ['Ann Poe', 'Max Roe'], rule: 'dc:creator' },
      tags: { value: ['Bridges', 'Harbor'] },
      lang: { value: 'en-US' },
      rightsNotice: { value: '(c) Gazette' },
      notes: [],
      original: { extension: 'xml' },
    });
    expect(bodyOf(article)).toBe(
      'The bridge **opened** at noon.\n\nIt [closed](https://gazette.example/2025/03/closed.html) at one.',
    );
  });

  test('has the headline and the blocks of its text in the receipt, and the summary is no text of it', async () => {
    const article = await articleIn(rss(STORY));
    expect(article.blocks.map(({ text, role }) => [role, text])).toEqual([
      ['headline', 'Bridge Opens & Closes'],
      ['paragraph', 'The bridge opened at noon.'],
      ['paragraph', 'It closed at one.'],
    ]);
    expect(receiptOf(article)).toMatchObject({ blocks: 3, kept: 3, moved: [], changed: [], dropped: [] });
  });

  test('says on which line of the feed each block stands', async () => {
    const [first, second] = await articlesIn(`<rss><channel>
      <item><title>One</title>
        <description>First.

          Second.</description></item>
      <item><title>Two</title></item></channel></rss>`);
    expect(first?.blocks.map(({ line }) => line)).toEqual([2, 3, 5]);
    expect(second?.blocks.map(({ line }) => line)).toEqual([6]);
  });

  test('a headline is text, whatever it looks like, and nothing in it is decoded twice', async () => {
    const titles = [
      '&lt;script&gt;alert(1)&lt;/script&gt;',
      '&amp;lt;script&amp;gt;',
      '<![CDATA[Q&amp;A]]>',
      'Caf&eacute;',
    ];
    const articles = await articlesIn(rss(titles.map((title) => `<item><title>${title}</title></item>`).join('')));
    expect(articles.map(({ title }) => title.value)).toEqual([
      '<script>alert(1)</script>',
      '&lt;script&gt;',
      'Q&amp;A',
      'Café',
    ]);
    expect(articles[2]?.notes).toContain('The headline holds "&amp;", as the feed has it.');
  });

  test('a text in HTML is read once: what was escaped twice is shown, not run', async () => {
    const article = await articleIn(
      rss(
        `<item><title>T</title><description>${escaped('<p>See &lt;script&gt;x&lt;/script&gt;<script>y</script></p>')}</description></item>`,
      ),
    );
    expect(article.blocks.at(-1)?.text).toBe('See <script>x</script>');
    expect(bodyOf(article)).toBe('See \\<script>x\\</script>');
  });

  test('a description without tags is plain text, in paragraphs', async () => {
    const text = 'Nice <gorilla> at AT&T.\nSecond line.\n\nNext paragraph with 5 < 6.';
    const article = await articleIn(rss(`<item><title>T</title><description>${escaped(text)}</description></item>`));
    expect(article.blocks.slice(1).map((block) => block.text)).toEqual([
      'Nice <gorilla> at AT&T. Second line.',
      'Next paragraph with 5 < 6.',
    ]);
    expect(receiptOf(article)).toMatchObject({ blocks: 3, kept: 3 });
  });

  test('HTML that stands in the description as elements is read like escaped HTML', async () => {
    const article = await articleIn(
      rss('<item><title>T</title><description>One <p>two <i>three</i></p></description></item>'),
    );
    expect(bodyOf(article)).toBe('One\n\ntwo _three_');
  });

  test('an editor is told when the feed has only a summary, or only a headline', async () => {
    const articles = await articlesIn(
      rss('<item><title>A</title><description>Short.</description></item><item><title>B</title></item>'),
    );
    expect(articles.map(({ notes }) => notes)).toEqual([
      ['The feed has only a summary.'],
      ['The feed has only a headline.'],
    ]);
  });

  test('a full text without words gives way to the summary, and the editor is told', async () => {
    const html = '<content:encoded>&lt;img src="a.jpg"></content:encoded>';
    const article = await articleIn(rss(`<item><title>A</title>${html}<description>Short.</description></item>`));
    expect(bodyOf(article)).toBe('Short.');
    expect(article.notes).toEqual([
      'The content:encoded has no words and was left out.',
      'The feed has only a summary.',
    ]);
  });

  test('without a headline the first sentence is the title, and the text stays whole', async () => {
    const article = await articleIn(rss('<item><description>The bridge is open. It will close.</description></item>'));
    expect(article.title).toMatchObject({ value: 'The bridge is open.', how: 'inferred' });
    expect(article.blocks.map(({ text }) => text)).toEqual(['The bridge is open. It will close.']);
  });

  test('a headline that no line can hold is cut to its first sentence, and the receipt says so', async () => {
    const article = await articleIn(rss(`<item><title>It opens. ${'And closes. '.repeat(300)}</title></item>`));
    expect(article.title).toMatchObject({ value: 'It opens.', how: 'inferred' });
    expect(receiptOf(article).dropped).toMatchObject([{ reason: 'too long for a headline' }]);
  });

  test('an item with neither headline nor text is refused by its number, the others are read', async () => {
    const found = await readFeed(
      rss('<item><title>A</title></item><item><guid>x</guid></item><item><title>C</title></item>'),
    );
    expect(found.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(found[1]).toEqual({ ok: false, where: 'item 2', reason: 'it has neither a headline nor a text' });
  });

  test('an e-mail address is no name, the name in brackets behind it is', async () => {
    const articles = await articlesIn(
      rss(
        '<item><title>A</title><author>ann@gazette.example (Ann Poe)</author></item><item><title>B</title><author>ann@gazette.example</author></item>',
      ),
    );
    expect(articles.map(({ authors }) => authors?.value)).toEqual([['Ann Poe'], undefined]);
  });

  test('a guid that is an address is the address of an item without a link, unless the feed denies it', async () => {
    const guid = 'https://gazette.example/7';
    const articles = await articlesIn(
      rss(
        `<item><title>A</title><guid>${guid}</guid></item><item><title>B</title><guid isPermaLink="false">${guid}/b</guid></item>`,
      ),
    );
    expect(articles.map(({ sourceUrl }) => sourceUrl?.value)).toEqual([guid, undefined]);
  });

  test('an item from another paper names that paper', async () => {
    const article = await articleIn(
      rss('<item><title>A</title><source url="https://w.example/f">Weekly</source></item>'),
    );
    expect(article.sourceName?.value).toBe('Weekly');
  });

  test('the picture beside the text comes with its words, a recording is only mentioned', async () => {
    const article = await articleIn(
      rss(`<item><title>A</title><enclosure url="https://gazette.example/a.mp3" type="audio/mpeg"/>
        <media:content url="/a.jpg" medium="image"><media:title>A bridge</media:title><media:description>The bridge at noon</media:description><media:credit>M. Roe</media:credit></media:content></item>`),
    );
    expect(article).toMatchObject({
      picture: { address: 'https://gazette.example/a.jpg', alt: 'A bridge' },
      caption: { value: 'The bridge at noon' },
      pictureCredit: { value: 'M. Roe' },
    });
    expect(article.notes).toContain('A recording or file beside the text was left out: https://gazette.example/a.mp3');
  });

  test('a picture that the text shows is not shown above it too', async () => {
    const html = escaped('<p>Text</p><img src="https://gazette.example/a.jpg?w=300" alt="">');
    const article = await articleIn(
      rss(
        `<item><title>A</title><enclosure url="https://gazette.example/a.jpg" type="image/jpeg"/><description>${html}</description></item>`,
      ),
    );
    expect(article.picture).toBeUndefined();
  });
});

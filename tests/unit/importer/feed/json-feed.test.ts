import { expect, test } from 'vitest';
import { articleIn, articlesIn, bodyOf, json, readFeed, receiptOf, refusalOf } from './feeds.ts';

test('an item of a JSON Feed becomes an article with all that the feed says of it', async () => {
  const article = await articleIn(
    json(
      [
        {
          id: 17,
          title: 'Bridge <Opens>',
          url: 'https://gazette.example/blog/17',
          external_url: 'https://daily.example/bridge',
          content_html: '<p>The bridge <a href="18">opened</a>.</p>',
          content_text: 'not this',
          summary: 'nor this',
          date_published: '2025-03-04T14:30:00+02:00',
          date_modified: '2025-03-05T14:30:00+02:00',
          tags: ['Bridges', 'bridges', 'Harbor'],
          image: '/a.jpg',
          attachments: [{ url: 'https://gazette.example/a.mp3', mime_type: 'audio/mpeg' }],
        },
      ],
      { authors: [{ name: 'Ann Poe' }], language: 'pt_br' },
    ),
  );
  expect(article).toMatchObject({
    title: { value: 'Bridge <Opens>', how: 'stated' },
    item: '17',
    sourceUrl: { value: 'https://daily.example/bridge', rule: 'external_url' },
    sourceName: { value: 'Harbor Gazette' },
    published: { value: '2025-03-04T14:30:00+02:00' },
    updated: { value: '2025-03-05T14:30:00+02:00' },
    authors: { value: ['Ann Poe'] },
    tags: { value: ['Bridges', 'Harbor'] },
    lang: { value: 'pt-BR' },
    picture: { address: 'https://gazette.example/a.jpg', alt: '' },
    original: { extension: 'json' },
    notes: ['A recording or file beside the text was left out: https://gazette.example/a.mp3'],
  });
  // Its text stands at its own address, not at the one that it is about.
  expect(bodyOf(article)).toBe('The bridge [opened](https://gazette.example/blog/18).');
  expect(receiptOf(article)).toMatchObject({ blocks: 2, kept: 2 });
});

test('plain text is read in paragraphs, and tags in it are shown', async () => {
  const article = await articleIn(json([{ id: 'a', title: 'T', content_text: 'One <b>x</b>\n\n# Two' }]));
  expect(article.blocks.map(({ text }) => text)).toEqual(['T', 'One <b>x</b>', '# Two']);
  expect(receiptOf(article)).toMatchObject({ blocks: 3, kept: 3 });
});

test('a field of the wrong kind does not cost its item, an item that is none is refused by its number', async () => {
  const found = await readFeed(
    json([null, { title: { a: 1 }, content_text: 5, tags: 'x', authors: 1, summary: 'Fine.' }]),
  );
  expect(found[0]).toEqual({ ok: false, where: 'item 1', reason: 'it has neither a headline nor a text' });
  expect(found[1]).toMatchObject({ ok: true, article: { title: { value: 'Fine.' }, item: '2' } });
});

test('lone surrogates and control signs written as escapes do not reach the copy', async () => {
  const article = await articleIn(
    '{"version":"https:\\/\\/jsonfeed.org\\/version\\/1","items":[{"id":"a","title":"A\\ud800B\\u0000C"}]}',
  );
  expect(article.title.value).toBe('A\ufffdBC');
  expect(article.notes).toContain('1 control sign removed.');
});

test('keys that other programs stumble over are keys like any other', async () => {
  const [article] = await articlesIn(
    '{"version":"https://jsonfeed.org/version/1.1","__proto__":{"title":"P"},"items":[{"id":"a","title":"T","__proto__":{"summary":"S"}}]}',
  );
  expect(article?.blocks.map(({ text }) => text)).toEqual(['T']);
  expect(article?.sourceName).toBeUndefined();
});

test('a JSON Feed that breaks off, has no items or an empty list is refused with the reason', async () => {
  expect(await refusalOf(json([{ id: 'a', title: 'T' }]).slice(0, -2))).toContain('breaks off');
  expect(await refusalOf('{"version":"https://jsonfeed.org/version/1.1"}')).toContain('without "items"');
  expect(await refusalOf(json([]))).toBe('the feed holds no articles');
});

import { describe, expect, test } from 'vitest';
import { webPage } from '../../../../src/importer/html/web-page.ts';
import { toMarkdown } from '../../../../src/importer/copy/to-markdown.ts';
import { bodyOf, HEADLINE, pageOf, PARAGRAPHS, readPage, reasonOf, TEXT, tryPage } from './read-page.ts';

const PLAIN = TEXT.join('\n\n') + '\n';
const recognises = (text: string, name = 'a.txt'): boolean => webPage.recognises(new TextEncoder().encode(text), name);

describe('a saved page is known as one', () => {
  test.each([
    '<!DOCTYPE html><p>x',
    '\ufeff \n<!-- saved --><!doctype html>',
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">',
    '<html lang="de">',
    '<head><title>x</title>',
    '<body class="a">',
  ])('by its beginning: %s', (text) => {
    expect(recognises(text)).toBe(true);
  });

  test('and a piece of HTML by its name too, but no text and no feed', () => {
    expect(recognises('<p>Hello', 'story.html')).toBe(true);
    expect(recognises('<p>Hello', 'story.txt')).toBe(false);
    expect(recognises('Hello <html>', 'story.html')).toBe(false);
    expect(recognises('<?xml version="1.0"?><rss version="2.0">')).toBe(false);
    expect(recognises('<!-- never closed')).toBe(false);
  });
});

describe('the text of an article', () => {
  test('is all that a reader gets, and the rest of the page stands outside', async () => {
    const article = await readPage(pageOf(PARAGRAPHS));
    expect(article.title.value).toBe(HEADLINE);
    expect(toMarkdown(article.body)).toBe(PLAIN);
    expect(article.outside).toEqual(['Front Sport', 'All about the Ford Post']);
    expect(article.blocks.map(({ text }) => text)).toEqual([HEADLINE, ...TEXT]);
    expect(article.blocks.map(({ line }) => line)).toEqual([4, 5, 6, 7, 8]);
  });

  test.each([
    [
      'read more',
      '<p><b>Read more:</b> <a href="/x">The floods of last spring</a></p>',
      'Read more: The floods of last spring',
    ],
    ['read more', '<p>Lesen Sie auch: Die Brücke</p>', 'Lesen Sie auch: Die Brücke'],
    [
      'related links',
      '<div class="related-stories"><p>The bridge in pictures of our readers</p></div>',
      'The bridge in pictures of our readers',
    ],
    [
      'newsletter form',
      '<div class="newsletter-box"><p>News of the ford in your mail</p></div>',
      'News of the ford in your mail',
    ],
    [
      'newsletter form',
      '<p>Sign up for our newsletter and never miss a flood.</p>',
      'Sign up for our newsletter and never miss a flood.',
    ],
    ['share links', '<div class="social-share"><p>Tell your friends</p></div>', 'Tell your friends'],
    ['advertisement', '<p>ADVERTISEMENT</p>', 'ADVERTISEMENT'],
    [
      'about the author',
      '<div class="author-bio"><p>Ann Poe has written about rivers since 1999.</p></div>',
      'Ann Poe has written about rivers since 1999.',
    ],
  ])('is without what stands in it and is none: %s', async (reason, html, text) => {
    const middle = PARAGRAPHS.split('\n');
    const article = await readPage(pageOf([...middle.slice(0, 2), html, ...middle.slice(2)].join('\n')));
    expect(toMarkdown(article.body)).toBe(PLAIN);
    const left = reasonOf(article, text);
    expect([reason, "not a part of the article's text"]).toContain(left);
  });

  test('keeps crossheads, quoted posts and lists between its paragraphs, which others take for furniture', async () => {
    const [first = '', ...rest] = PARAGRAPHS.split('\n');
    const post =
      '<div class="social-embed"><blockquote class="twitter-tweet"><p>The bridge is closed!</p>— Ann Poe</blockquote></div>';
    const list = '<ul><li>Buses run twice an hour</li><li>No trucks</li></ul>';
    const body = await bodyOf(
      pageOf([first, '<h3>Two years</h3>', ...rest.slice(0, 1), post, list, ...rest.slice(1)].join('\n')),
    );
    expect(body).toContain('\n## Two years\n');
    expect(body).toContain('> The bridge is closed!\n>\n> — Ann Poe\n');
    expect(body).toContain('- Buses run twice an hour\n- No trucks\n');
  });

  test('loses no table to the names of its cells', async () => {
    const rows = ['North', 'South', 'East'].map(
      (road) => `<tr><td class="share">${road}</td><td class="time">12</td></tr>`,
    );
    const body = await bodyOf(
      pageOf(
        `${PARAGRAPHS}<table><tr><th>Road</th><th>Minutes</th></tr>${rows.join('')}</table><p>${TEXT[0] ?? ''}</p>`,
      ),
    );
    expect(body).toContain('| North | 12      |');
  });

  test('ends before a list of other articles, and its agency line is the credit', async () => {
    const tail =
      '<p>Additional reporting by Max Roe</p><h3>More from the ford</h3><ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul>';
    const article = await readPage(pageOf(PARAGRAPHS + tail));
    expect(toMarkdown(article.body)).toBe(PLAIN);
    expect(article.credit).toEqual({
      value: 'Additional reporting by Max Roe',
      how: 'stated',
      rule: 'the agency line at the end',
    });
    expect(reasonOf(article, 'More from the ford')).toBeTruthy();
  });

  test('is not printed twice where the page repeats the headline in it', async () => {
    const article = await readPage(pageOf(`<p>${HEADLINE}</p>${PARAGRAPHS}`));
    expect(toMarkdown(article.body)).toBe(PLAIN);
    expect(article.blocks[1]).toMatchObject({ role: 'repeat', reason: 'repeats the headline' });
  });

  test('begins with a standfirst only where the page prints one', async () => {
    const meta = `<title>${HEADLINE}</title><meta name="description" content="Engineers found hollow piers.">`;
    const without = await readPage(pageOf(PARAGRAPHS, meta));
    expect(without.description).toBeUndefined();
    const article = await readPage(
      pageOf(`<p class="standfirst">Engineers found hollow piers.</p><div class="text">${PARAGRAPHS}</div>`, meta),
    );
    expect(article.description?.value).toBe('Engineers found hollow piers.');
    expect(toMarkdown(article.body)).toBe(PLAIN);
  });
});

test('byline and date line become fields, and the receipt can say which', async () => {
  const head = '<div class="byline">By Ann Poe</div><time datetime="2016-10-04T14:30:00+02:00">4 October 2016</time>';
  const article = await readPage(pageOf(`${head}<div class="text">${PARAGRAPHS}</div>`));
  expect(article.blocks.slice(1, 3)).toMatchObject([
    { text: 'By Ann Poe', role: 'byline', became: 'authors' },
    { text: '4 October 2016', role: 'date', became: 'published' },
  ]);
  expect(toMarkdown(article.body)).toBe(PLAIN);
});

describe('a page without an article', () => {
  test.each([
    ['', 'empty'],
    [' \n ', 'empty'],
    ['<!doctype html><title>Loading</title><div id="app"></div><script>start()</script>', 'the page shows no text'],
    ['<!doctype html><nav><a href="/">Front</a></nav>', 'no text of an article was found'],
  ])('says so: %s', async (html, reason) => {
    const found = await tryPage(html);
    expect(found).toMatchObject({ ok: false });
    expect(found.ok ? '' : found.reason).toContain(reason);
  });
});

import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../../../src/importer/copy/to-markdown.ts';
import { toNames } from '../../../../src/importer/html/author-names.ts';
import { splitCredit } from '../../../../src/importer/html/page-pictures.ts';
import { withoutSite } from '../../../../src/importer/html/page-title.ts';
import { pointerReason } from '../../../../src/importer/html/pointers.ts';
import { growth, TOO_FAST } from '../growth.ts';
import { bodyOf, pageOf, PARAGRAPHS, readPage, TEXT, tryPage } from './read-page.ts';

const SECRET = 'A secret that no reader of the page has seen';

describe('what a reader of the page does not see is nowhere in the copy', () => {
  test.each([
    `<p style="display:none">${SECRET}</p>`,
    `<p hidden>${SECRET}</p>`,
    `<noscript><p>${SECRET}</p></noscript>`,
    `<template><p>${SECRET}</p></template>`,
    `<!-- ${SECRET} --><!--[if IE]><p>${SECRET}</p><![endif]-->`,
    `<style>p::before { content: "${SECRET}" }</style>`,
    `<script>"${SECRET}"</script>`,
    `<svg><title>${SECRET}</title><text>${SECRET}</text></svg>`,
    `<iframe src="https://www.youtube.com/embed/a"><p>${SECRET}</p></iframe>`,
    `<video><p>${SECRET}</p></video>`,
    `<textarea hidden>${SECRET}</textarea>`,
  ])('%s', async (hidden) => {
    const { original, ...article } = await readPage(pageOf(PARAGRAPHS + hidden + PARAGRAPHS));
    expect(original.bytes.length).toBeGreaterThan(0);
    expect(JSON.stringify(article)).not.toContain(SECRET);
    expect(article.blocks.length).toBe(1 + 2 * TEXT.length);
  });
});

test('a page that sends its readers elsewhere is read where it is', async () => {
  const head = '<meta http-equiv="refresh" content="0;url=https://evil.test/">';
  const { original, ...article } = await readPage(pageOf(PARAGRAPHS, head));
  expect(original.extension).toBe('html');
  expect(JSON.stringify(article)).not.toContain('evil.test');
});

test('tables and lists that never end keep the article whole', async () => {
  const [first = '', ...rest] = PARAGRAPHS.split('\n');
  const body = await bodyOf(
    pageOf(
      `${first}<table><tr><td>One<td>Two<tr><td>Three<td>Four</table><ul><li>Five<li>Six</ul>${rest.join('')}<table><tr><td>`,
    ),
  );
  for (const text of [...TEXT, 'One', 'Six']) expect(body).toContain(text);
});

test('elements nested too deep are refused in a sentence, and no stack overflows', async () => {
  const deep = await tryPage(`<!doctype html><body>${'<div>'.repeat(50_000)}${PARAGRAPHS}`);
  expect(deep).toEqual({ ok: false, where: undefined, reason: 'its elements are nested more than 512 deep' });
  const bold = await tryPage(`<!doctype html><body>${'<b>'.repeat(5000)}${PARAGRAPHS}`);
  expect(bold.ok).toBe(false);
  const over = await tryPage(`<!doctype html><body>${'<div>'.repeat(520)}${PARAGRAPHS}`);
  expect(over.ok).toBe(false);
  const fine = await tryPage(`<!doctype html><body>${'<div>'.repeat(500)}${PARAGRAPHS}`);
  expect(fine.ok).toBe(true);
});

test('elements that are begun anew in each paragraph are refused before they fill the memory', async () => {
  const open = Array.from({ length: 190 }, (_, n) => `<b title=${n}>`).join('');
  const page = await tryPage(pageOf(`${PARAGRAPHS}<p>${open}${'<p>x'.repeat(100_000)}`));
  const reason = 'it has more elements than any page: tags that are never ended';
  expect(page).toEqual({ ok: false, where: undefined, reason });
});

test('controls are taken out of texts and addresses', async () => {
  const [first = '', ...rest] = PARAGRAPHS.split('\n');
  const text = 'The bridge &#1;&#xfffe;is shut, and nobody knows how long it will take to open it again, she said.';
  const html = pageOf(`${first}<p>${text}</p><img src="java\tscript:alert(1)"><img src="a\n.jpg">${rest.join('')}`);
  const body = await bodyOf(html);
  expect(body).toContain('The bridge is shut');
  expect(body).toContain('![](a.jpg)');
  expect(body).not.toContain('script:');
});

test('markup that a page shows as text stays text', async () => {
  const [first = '', ...rest] = PARAGRAPHS.split('\n');
  const line =
    'Write &lt;script&gt;alert(1)&lt;/script&gt; and [a](javascript:alert(1)) in it, he said on that long day.';
  const body = await bodyOf(pageOf(`${first}<p>${line}</p>${rest.join('')}`));
  expect(body).toContain('\\<script>alert(1)\\</script>');
  expect(body).toContain('\\[a]\\(javascript:alert(1))');
});

describe('the time that a page takes grows no faster than the page', () => {
  const signs = ['"a"', ' ', '1', 'sign up ', 'Ann Poe, ', 'a - ', '© a', '(photo ', '@', 'read more ', 'Photo by '];
  test.each(signs)('for patterns over %j', async (sign) => {
    const run = (length: number): void => {
      const text = `${sign.repeat(Math.ceil(length / sign.length))}!`;
      pointerReason(text.slice(0, 260));
      splitCredit(text);
      toNames([text], ['Post']);
      withoutSite(text, ['Post']);
    };
    expect(await growth(run, 100_000)).toBeLessThan(TOO_FAST);
  });

  test.each([
    ['links', '<li><a href="/x">a link</a></li>'],
    ['captions', '<figure><img src="a.jpg"><figcaption>x (Photo: y)</figcaption></figure>'],
    ['bold words', '<b>a</b> '],
    ['dates', '<time datetime="2019-01-01">x</time>'],
  ])('for %s', async (_, piece) => {
    const run = (count: number): Promise<unknown> => tryPage(pageOf(PARAGRAPHS + piece.repeat(count) + PARAGRAPHS));
    expect(await growth(run, 800)).toBeLessThan(TOO_FAST);
  });
});

test('Markdown of a page holds no HTML but that of the few signs that Markdown lacks', async () => {
  const [first = '', ...rest] = PARAGRAPHS.split('\n');
  const article = await readPage(
    pageOf(
      `${first}<p onclick="x()" id="main">Water is H<sub onclick="x()">2</sub>O, as <u>all</u> <font color="red">know</font> since school, and so on.</p>${rest.join('')}`,
    ),
  );
  const tags = toMarkdown(article.body).match(/<[^>]*>/gu);
  expect(tags).toEqual(['<sub>', '</sub>']);
});

import { describe, expect, test } from 'vitest';
import { splitCredit } from '../../../../src/importer/html/page-pictures.ts';
import type { RawArticle } from '../../../../src/importer/raw-article.ts';
import { bodyOf, pageOf, PARAGRAPHS, readPage, reasonOf } from './read-page.ts';

const [FIRST = '', ...REST] = PARAGRAPHS.split('\n');
const URL_OF_PAGE = 'https://www.example.org/bridge/';

/** A page with a piece of HTML between its first and its second paragraph. */
const within = (html: string, head?: string): string => pageOf(`${FIRST}${html}${REST.join('\n')}`, head);
/** The address of the only picture in a body. */
const address = (markdown: string): string | undefined => /!\[[^\]]*\]\(([^ )]+)/u.exec(markdown)?.[1];

describe('the picture at the head of an article', () => {
  const figure =
    '<figure><img src="bridge.jpg" alt="A bridge"><figcaption>The old bridge. <span class="credit">Ann Poe</span></figcaption></figure>';

  test('has its caption and credit in fields of their own, and is not in the body', async () => {
    const article = await readPage(pageOf(`${figure}<div class="text">${PARAGRAPHS}</div>`));
    expect(article).toMatchObject({
      picture: { address: 'bridge.jpg', alt: 'A bridge' },
      caption: { value: 'The old bridge.' },
      pictureCredit: { value: 'Ann Poe' },
    });
    expect(article.body.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'paragraph', 'paragraph']);
    expect(article.blocks[1]).toMatchObject({
      text: 'The old bridge. Ann Poe',
      role: 'caption',
      became: 'image.caption',
    });
  });

  test('is no sign of the site above the headline', async () => {
    const html = pageOf(PARAGRAPHS).replace('<main>', '<main><img src="flag.png">');
    expect((await readPage(html)).picture).toBeUndefined();
  });
});

describe('a picture in the text', () => {
  test('stands where it stood, with its caption', async () => {
    const body = await bodyOf(
      within(
        '<div class="wp-caption"><img src="pier.jpg" alt="A pier"><p class="wp-caption-text">A hollow pier.</p></div>',
      ),
    );
    expect(body).toContain('\n![A pier](pier.jpg "A hollow pier.")\n');
    expect(body.match(/A hollow pier/gu)).toHaveLength(1);
  });

  test.each([
    ['<img src="data:image/gif;base64,R0lGOD" data-src="https://example.org/a.jpg">', 'https://example.org/a.jpg'],
    ['<img src="/img/placeholder.png" srcset="/a-300.jpg 300w, /a-900.jpg 900w, /a-600.jpg 600w">', '/a-900.jpg'],
    ['<img data-srcset="/a.jpg 1x, /b.jpg 2x">', '/b.jpg'],
    ['<img src="Page_files/a.jpg" srcset="https://example.org/a.jpg 900w">', 'Page_files/a.jpg'],
  ])('is the one that readers saw: %s', async (img, wanted) => {
    expect(address(await bodyOf(within(img)))).toBe(wanted);
  });

  test.each([
    ['a counter', '<img src="https://stats.example.org/x.gif" width="1" height="1">'],
    ['a sign', '<img class="icon-star" src="star.png">'],
    ['a face in a box about the author', '<div class="author-bio"><img src="ann.jpg"><p>Ann Poe writes.</p></div>'],
    ['a script', '<img src="javascript:alert(1)">'],
    ['longer than ten megabytes', `<img src="data:image/png;base64,${'A'.repeat(10_000_001)}">`],
  ])('is none if it is %s', async (_, img) => {
    expect(address(await bodyOf(within(img)))).toBeUndefined();
  });

  test('that SingleFile put into the page stays in it', async () => {
    const data = `data:image/png;base64,${'A'.repeat(5000)}`;
    expect(address(await bodyOf(within(`<img src="${data}">`)))).toBe(data);
  });

  test('has its address from the base element only if that is of the same site', async () => {
    const img = '<img src="a.jpg">';
    const own = within(img, '<base href="https://static.example.org/img/">');
    const other = within(img, '<base href="https://evil.test/img/">');
    expect(address(await bodyOf(own, { url: URL_OF_PAGE }))).toBe('https://static.example.org/img/a.jpg');
    const article = await readPage(other, { url: URL_OF_PAGE });
    expect(JSON.stringify(article)).not.toContain('evil.test');
    expect(article.base).toBe(URL_OF_PAGE);
  });
});

test('a caption whose picture is left out is accounted for', async () => {
  const article: RawArticle = await readPage(
    within('<figure><img src="x.gif" width="1" height="1"><figcaption>A hollow pier.</figcaption></figure>'),
  );
  expect(reasonOf(article, 'A hollow pier.')).toBe('caption of a picture that is left out');
});

describe('the credit at the end of a caption', () => {
  test.each([
    ['The pier. (Photo: Ann Poe)', 'The pier.', 'Photo: Ann Poe'],
    ['The pier on Tuesday. Photo: Ann Poe', 'The pier on Tuesday.', 'Photo: Ann Poe'],
    ['The pier on Tuesday. Ann Poe/Reuters', 'The pier on Tuesday.', 'Ann Poe/Reuters'],
    ['The pier. © Ann Poe', 'The pier.', '© Ann Poe'],
    ['The pier (left) in spring', 'The pier (left) in spring', ''],
    ['A photo by the river', 'A photo by the river', ''],
  ])('is told from it: %s', (text, caption, credit) => {
    expect(splitCredit(text)).toEqual({ caption, credit });
  });
});

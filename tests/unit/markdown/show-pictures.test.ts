import { describe, expect, it } from 'vitest';
import { CONTEXT, elementsNamed, elementsOf, render, SOURCE } from './render.ts';

const SMALL = { href: '/news/articles/2016/10/sign.png', width: 20, height: 10 };
const pictures = new Map([...CONTEXT.pictures, ['sign.png', SMALL]]);

/** How each picture of a page comes. */
function coming(markdown: string, hasHeadPicture = false): (string | undefined)[] {
  const { html } = render(markdown, { pictures, hasHeadPicture });
  return elementsNamed(html, 'img').map(({ attributes }) => attributes['fetchpriority'] ?? attributes['loading']);
}

const THREE = '![a](kerry.jpg)\n\nText ![b](sign.png)\n\n| ![c](kerry.jpg) |\n|---|';

describe('the pictures of a text', () => {
  it('come at once, the first of the page, and the others when they are near', () => {
    expect(coming(THREE)).toEqual(['high', 'lazy', 'lazy']);
    expect(coming(THREE, true)).toEqual(['lazy', 'lazy', 'lazy']);
  });

  it('are offered in what there is of them, and the original keeps its box', () => {
    const { html } = render('![Kerry](kerry.jpg)', { hasHeadPicture: true });
    const [figure, picture, source, img] = elementsOf(html);
    expect([figure?.name, picture?.name]).toEqual(['figure', 'picture']);
    expect(source?.attributes).toEqual(SOURCE);
    const original = { src: '/news/articles/2016/10/kerry.jpg', alt: 'Kerry', width: '600', height: '400' };
    expect(img?.attributes).toEqual({ ...original, loading: 'lazy', decoding: 'async' });
  });

  it('stand as they are where nothing else is offered', () => {
    const { html } = render('![Sign](sign.png)', { pictures });
    expect(elementsOf(html).map(({ name }) => name)).toEqual(['figure', 'img']);
  });

  it('stand as they are in feeds, with the whole address', () => {
    const { feedHtml } = render('One ![Kerry](kerry.jpg) two.', { pictures });
    expect(elementsOf(feedHtml).map(({ name }) => name)).toEqual(['p', 'img']);
    const src = 'https://paper.example/news/articles/2016/10/kerry.jpg';
    expect(elementsNamed(feedHtml, 'img')[0]?.attributes).toEqual({ src, alt: 'Kerry', width: '600', height: '400' });
  });

  it('offer nothing that an author writes', () => {
    const author =
      '<picture><source srcset="https://evil.example/x.avif 1w" type="image/avif" sizes="1px">' +
      '<img src="kerry.jpg" srcset="https://evil.example/y.jpg 2x" sizes="9px" loading="eager" fetchpriority="low" decoding="sync"></picture>';
    const { html } = render(author);
    expect(html).not.toContain('evil');
    expect(elementsNamed(html, 'source').map(({ attributes }) => attributes)).toEqual([SOURCE]);
    const original = { src: '/news/articles/2016/10/kerry.jpg', alt: '', width: '600', height: '400' };
    expect(elementsNamed(html, 'img')[0]?.attributes).toEqual({ ...original, fetchpriority: 'high' });
  });
});

it('a text without pictures is the same on its page and in feeds', () => {
  const { html, feedHtml } = render('# Talks\n\nOne.\n\n- two\n\n| a |\n|---|\n| b |');
  expect(feedHtml).toBe(html);
});

it('a text that names a picture again and again offers it in all its sizes a hundred times', () => {
  const { html } = render('![a](kerry.jpg)\n\n'.repeat(110));
  expect(elementsNamed(html, 'source')).toHaveLength(100);
  expect(elementsNamed(html, 'img')).toHaveLength(110);
});

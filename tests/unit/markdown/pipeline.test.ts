import { describe, expect, it } from 'vitest';
import { picturesIn } from '../../../src/markdown/pipeline.ts';
import { elementsNamed, elementsOf, render, valuesOf, withoutPassageIds } from './render.ts';

describe('crossheads', () => {
  const headings = (markdown: string): [string, string][] =>
    elementsOf(render(markdown).html).flatMap(({ name, attributes }): [string, string][] =>
      /^h\d$/u.test(name) ? [[name, attributes['id'] ?? '']] : [],
    );

  it('follow on the headline without a gap, whatever levels the author took', () => {
    for (const levels of [
      [1, 1],
      [3, 5, 3],
      [6, 1, 4],
      [2, 4, 6, 5, 3, 1],
      [1, 2, 3, 4, 5, 6],
      [4, 4, 2, 6],
    ]) {
      const found = headings(levels.map((level) => `${'#'.repeat(level)} H`).join('\n\n')).map(([name]) =>
        Number(name[1]),
      );
      expect(found[0]).toBe(2);
      found.slice(1).forEach((level, index) => expect(level - (found[index] ?? 0)).toBeLessThanOrEqual(1));
      expect(found.every((level) => level >= 2 && level <= 6)).toBe(true);
    }
  });

  it('keep a deeper level deeper and equal levels equal', () => {
    expect(headings('# A\n\n#### B\n\n#### C\n\n# D').map(([name]) => name)).toEqual(['h2', 'h3', 'h3', 'h2']);
  });

  it('have ids of their own, in any script, however often a text repeats', () => {
    const ids = headings('# Talks\n\n# Talks\n\n# Talks-2\n\n# Сирия\n\n# !\n\n# ?\n\n<h2 id="talks">Talks</h2>').map(
      ([, id]) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith('at-'))).toBe(true);
    expect(ids).toContain('at-сирия');
  });

  it('are found by links that spell their words', () => {
    const { html } = render("[down](#what-comes-next) [out](#nowhere)\n\n## What Comes 'Next'?");
    expect(valuesOf(html, 'href')).toEqual(['#at-what-comes-next', '#nowhere']);
    expect(valuesOf(withoutPassageIds(html), 'id')).toEqual(['at-what-comes-next']);
  });
});

describe('links', () => {
  const href = (markdown: string): string | undefined => valuesOf(render(markdown).html, 'href')[0];

  it.each([
    ['other.md', '/news/articles/2016/10/other/'],
    ['./other.md#at-talks', '/news/articles/2016/10/other/#at-talks'],
    ['../09/older.md', '/news/articles/2016/09/older/'],
    ['../../undated/ключ.md', '/news/articles/undated/%D0%BA%D0%BB%D1%8E%D1%87/'],
    ['/about/', '/news/about/'],
    ['#at-talks', '#at-talks'],
    ['../../../../../../etc/passwd', '/news/etc/passwd'],
    ['map.pdf', '/news/articles/2016/10/map.pdf'],
    ['100%.html', '/news/articles/2016/10/100%25.html'],
  ])('to %s lead to a page of this site', (address, expected) => {
    expect(href(`[x](${address})`)).toBe(expected);
  });

  it('are read as a browser reads them, which passes over tabs and line ends', () => {
    const { html } = render('<a href="/\t/evil.example/">x</a> <a href="java\nscript:alert(1)">y</a>');
    expect(elementsNamed(html, 'a').map(({ attributes }) => [attributes['href'], attributes['rel']])).toEqual([
      ['https://evil.example/', 'nofollow noopener noreferrer'],
      [undefined, undefined],
    ]);
  });

  it('that cannot be decoded do not stop the article', () => {
    expect(href('<a href="100%.html">x</a>')).toBe('/news/articles/2016/10/100%.html');
  });

  it('to other sites say that nobody vouches for them, and links within do not', () => {
    const rels = elementsNamed(
      render('[a](https://a.example/) [b](//b.example/) [c](c.md) [d](mailto:d@d.example)').html,
      'a',
    );
    expect(rels.map(({ attributes }) => attributes['rel'])).toEqual([
      ...['nofollow noopener noreferrer', 'nofollow noopener noreferrer', undefined, undefined],
    ]);
  });

  it('show the plain form of a host that imitates another script', () => {
    const [link] = elementsNamed(render('[apple](https://аррӏе.example/)').html, 'a');
    expect(link?.attributes['title']).toMatch(/^xn--/u);
    expect(link?.text).toBe('apple');
  });

  it('keep their words where their address is refused', () => {
    const { html, blocks } = render('Read [this now](javascript:alert(1)), please.');
    expect(valuesOf(html, 'href')).toEqual([]);
    expect(blocks).toEqual(['Read this now, please.']);
  });

  it('never stand inside one another', () => {
    const { html } = render('[![Logo](https://e.example/x.png) and[^1]](https://e.example/)\n\n[^1]: Note');
    const [outer] = elementsNamed(html, 'a');
    expect(outer?.text).toBe('Logo and1');
    expect(html.slice(html.indexOf('<a') + 2, html.indexOf('</a>'))).not.toContain('<a');
    expect(valuesOf(html, 'id')).toContain('fnref-1');
  });
});

describe('pictures', () => {
  it('beside the article keep their size, so that the page does not jump', () => {
    const [img] = elementsNamed(render('Text ![Kerry](kerry.jpg) text').html, 'img');
    const expected = { src: '/news/articles/2016/10/kerry.jpg', alt: 'Kerry', width: '600', height: '400' };
    expect(img?.attributes).toMatchObject(expected);
  });

  it('that stand alone are figures, and their title is the caption', () => {
    const { html, blocks } = render('![Kerry](kerry.jpg "At noon")');
    expect(elementsOf(html).map(({ name }) => name)).toEqual(['figure', 'picture', 'source', 'img', 'figcaption']);
    expect(blocks).toEqual(['At noon']);
  });

  it.each(['![The map](https://e.example/map.png)', '<img src="//e.example/map.png" alt="The map">'])(
    'of another host become a link that asks nothing of it: %s',
    (markdown) => {
      const { html, blocks } = render(`See ${markdown} here`);
      const [link] = elementsNamed(html, 'a');
      expect(elementsNamed(html, 'img')).toEqual([]);
      expect(link?.attributes['href']).toBe('https://e.example/map.png');
      expect(link?.text).toBe('The map');
      expect(blocks).toEqual(['See here']);
    },
  );

  it('are found wherever they are written, so that none is missing from the site', () => {
    const markdown = '![a](a.jpg)\n\n<p><IMG SRC=b.jpg></p>\n\n![c][x]\n\n[x]: c.jpg\n\n`![d](d.jpg)`';
    expect(picturesIn(markdown)).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
  });
});

describe('tables and tasks', () => {
  it('align by class, the attribute being no part of HTML any more', () => {
    const { html } = render('| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |');
    const cells = elementsOf(html).filter(({ name }) => name === 'th' || name === 'td');
    expect(cells.map(({ attributes }) => attributes)).toEqual([
      {},
      { class: 'center' },
      { class: 'right' },
      {},
      { class: 'center' },
      { class: 'right' },
    ]);
  });

  it('stand in a frame that scrolls by keyboard and has a name', () => {
    const [frame] = elementsNamed(render('| a |\n|---|\n| 1 |').html, 'div');
    expect(frame?.attributes).toMatchObject({ role: 'group', tabindex: '0', 'aria-label': 'Table' });
  });

  it('show done and open tasks by a sign and a name, loose or tight', () => {
    for (const gap of ['\n', '\n\n']) {
      const { html, blocks } = render(`- [x] Vote${gap}- [ ] Count`);
      expect(elementsNamed(html, 'span').map(({ attributes }) => attributes['aria-label'])).toEqual([
        'done',
        'not done',
      ]);
      expect(blocks).toEqual(['Vote', 'Count']);
      expect(elementsNamed(html, 'input')).toEqual([]);
    }
  });

  it('take no box from raw HTML', () => {
    const { html } = render('Vote <input type="checkbox" checked> or <input type=text value=x> not');
    expect(elementsOf(html).map(({ name }) => name)).toEqual(['p']);
  });
});

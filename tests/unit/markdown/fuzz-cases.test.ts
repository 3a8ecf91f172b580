import { describe, expect, it, test } from 'vitest';
import { Body } from '../../fuzz/grammar/articles.ts';
import { checkBody } from '../../fuzz/grammar/check-body.ts';
import { elementsNamed, render, valuesOf, withoutPassageIds } from './render.ts';

/** Texts that the fuzzer found a mistake with, each in its smallest form. */

const judged = (markdown: string): string => checkBody(new Body(`Lead.\n\n${markdown}`, ['Lead.']));

describe('elements that an unknown one held apart', () => {
  test.each([
    '<p>one<marquee></p>\n\n<p>two</p>',
    '<p><button>one<p>two</p></button>',
    '<path><colgroup><button>one</colgroup></path>',
    '- <td><p><table>one</p></td>\n- two',
    '- <p><table>one<li>two</li></table></p>\n\n- three',
    '> <rtc><h2>one</h2></rtc>\n> ===\n> \n> two',
    '<h6><animate><h1>one</animate></h6>\n\ntwo',
    '> <marquee>one\n\n<table></table>',
  ])('are on the page as a browser reads them: %j', (markdown) => {
    expect(judged(markdown)).toBe('shown');
  });

  it('are parted, and keep their words in their order', () => {
    const { html, blocks } = render('<p>one<button><p>two</p></button></p>\n\nthree');
    expect(elementsNamed(html, 'p').map(({ text }) => text.trim())).toEqual(['one', 'two', '', 'three']);
    expect(blocks).toEqual(['one', 'two', 'three']);
  });
});

describe('a declaration that means nothing in a text', () => {
  // The first broke the parser off, and with it the build; after the others it lost a tag.
  it.each([
    ['**<p><!DOCTYPE The --></p>**<form>end', ['end']],
    ['one <!x>*two*<i>three</i>', ['one twothree']],
    ['<!-- <!doctype a -->\n\none', ['one']],
  ])('takes nothing with it: %j', (markdown, blocks) => {
    expect(judged(markdown)).toBe('shown');
    expect(render(markdown).blocks).toEqual(blocks);
    expect(elementsNamed(render('one <!x>*two*<i>three</i>').html, 'i')).toHaveLength(1);
  });
});

describe('a crosshead', () => {
  it('has an id that ends with a whole character, which a feed can hold', () => {
    const { html, feedHtml } = render(`# ${'a'.repeat(79)}𝒳𝒳`);
    expect(valuesOf(html, 'id')).toEqual([`at-${'a'.repeat(79)}𝒳`]);
    expect(feedHtml.isWellFormed()).toBe(true);
  });
});

describe('a line end', () => {
  it.each(['one\rtwo', 'one\r\ntwo', 'one&#13;two', '`one\rtwo`', '<b title="one&#13;two">three</b>'])(
    'is one that a page and a feed hold alike: %j',
    (markdown) => {
      const { html, feedHtml } = render(markdown);
      expect(html + feedHtml).not.toContain('\r');
      expect(judged(markdown)).toBe('shown');
    },
  );
});

describe('a picture of another host', () => {
  it('leaves its words and no link where no browser can read its address', () => {
    const { html } = render('![A ferry](//evil.example%3E)');
    expect(elementsNamed(html, 'a').map(({ attributes, text }) => [attributes['href'], text])).toEqual([
      [undefined, 'A ferry'],
    ]);
  });
});

describe('raw HTML', () => {
  it('leaves no empty class on an item of a list', () => {
    const { html } = render('<ul><li class="x">one</li><li class>two</li></ul>');
    expect(withoutPassageIds(html)).toBe('<ul><li>one</li><li>two</li></ul>');
  });

  it.each(['<section data-footnotes="x">one</section>', '<section data-footnotes>one</section>'])(
    'is no section of notes: %s',
    (markdown) => {
      expect(render(markdown).html).toBe('<section>one</section>');
    },
  );
});

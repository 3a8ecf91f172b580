import { describe, expect, it } from 'vitest';
import { ATTACKS, MUTATIONS, SCRIPTS, STRUCTURE } from './attacks.ts';
import { elementsOf, render, reread, SOURCE } from './render.ts';

/** What may stand in a body; anything else is a hole. */
const TAGS = new Set(
  (
    'a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure ' +
    'h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section small source span strong sub ' +
    'summary sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
);

const ATTRIBUTES = new Set(
  (
    'href title lang dir rel src alt width height id class role tabindex aria-label aria-labelledby data-generated ' +
    'data-footnotes start reversed colspan rowspan scope abbr datetime type srcset sizes loading decoding fetchpriority'
  ).split(' '),
);

/** Ids and classes that the template makes; none is an author's. */
const IDS = /^(?:at-|p-[0-9a-z]{6}(?:-\d+)?$|fn-\d+$|fnref-\d+(?:-\d+)?$|notes$)/u;
const CLASSES = new Set(['wide', 'task-list-item', 'right', 'center']);
const ADDRESSES = /^(?:https?:\/\/|mailto:|\/news\/|#)/u;
const OUR_PICTURE = '/news/articles/2016/10/kerry.jpg';

/** Everything in a stretch of HTML that an untrusted text must not bring about. */
function holesIn(html: string): string[] {
  return elementsOf(html).flatMap(({ name, attributes }) => [
    ...(TAGS.has(name) ? [] : [`<${name}>`]),
    ...Object.entries(attributes).flatMap(([key, value]) => {
      const isFine =
        ATTRIBUTES.has(key) &&
        (key !== 'id' || IDS.test(value)) &&
        (key !== 'class' || value.split(' ').every((word) => CLASSES.has(word))) &&
        (key !== 'href' || (ADDRESSES.test(value) && !/^https?:\/\/[^/]*@/u.test(value))) &&
        (key !== 'src' || value === OUR_PICTURE) &&
        (!['type', 'srcset', 'sizes'].includes(key) ||
          value === Object.entries(SOURCE).find(([own]) => own === key)?.[1]);
      return isFine ? [] : [`${name} ${key}="${value}"`];
    }),
  ]);
}

/** A text with the attack in a paragraph, in a list, in a table and in a note. */
function textsWith(attack: string): string[] {
  const line = attack.replaceAll('\n', ' ');
  return [
    `Before.\n\n${attack}\n\nAfter.`,
    `- item ${attack}\n- [x] ${attack}`,
    `| a | b |\n|---|---|\n| ${line.replaceAll('|', '')} | c |`,
    `A[^1]\n\n[^1]: ${line}`,
  ];
}

describe('an untrusted text', () => {
  it.each(ATTACKS)('brings no script, no other host and no shape of its own: %j', (attack) => {
    for (const text of textsWith(attack)) {
      const { html, feedHtml, excerptHtml } = render(text);
      expect(holesIn(html), text).toEqual([]);
      // A browser that repairs what it reads must find nothing that was not there.
      expect(holesIn(reread(html)), text).toEqual([]);
      for (const elsewhere of [feedHtml, excerptHtml]) {
        expect(holesIn(elsewhere.replaceAll('"https://paper.example/news/', '"/news/')), text).toEqual([]);
        expect(elsewhere).not.toContain('secret');
        expect(elsewhere).not.toMatch(/<(?:picture|source)/u);
      }
    }
  });
});

describe('the judge of these attacks', () => {
  it('would see each of them, were it let through', () => {
    for (const attack of [...SCRIPTS, ...STRUCTURE].filter((it) => it.startsWith('<'))) {
      expect(holesIn(attack), attack).not.toEqual([]);
    }
    for (const url of ['javascript:alert(1)', 'data:text/html,x', '//evil.example/', 'https://user@evil.example/']) {
      expect(holesIn(`<a href="${url}">x</a>`)).toHaveLength(1);
      expect(holesIn(`<img src="${url}">`)).toHaveLength(1);
    }
  });
});

describe('a rendered text', () => {
  it.each([
    '# A\n\nText *b* `c`[^1].\n\n- [x] d\n- e\n\n  f\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n> q\n\n[^1]: Note',
    '![Kerry](kerry.jpg "Caption")\n\n[![x](https://e.example/x.png)](https://e.example/) ~~s~~ <https://e.example>',
    '[a note[^1] in a link](https://e.example/)\n\n[^1]: https://e.example/',
    '<p>a<table><tr><td>b</table><dl><dt>c<dd>d</dl><ruby>e<rt>f</ruby>',
    '<marquee><a href="https://a.example/"><marquee><a href="https://b.example/">x</a></marquee></a></marquee>',
    '<b><p>a</b>b</p> <i>c<blockquote>d</i>e</blockquote>',
    ...MUTATIONS,
  ])('is read by a browser as it was written: %j', (markdown) => {
    const { html } = render(markdown);
    const withoutValue = (text: string): string => text.replaceAll('=""', '');
    expect(withoutValue(reread(html))).toBe(withoutValue(html));
  });
});

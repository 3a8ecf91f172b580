import * as fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { parseFragment } from 'parse5';
import rehypeRaw from 'rehype-raw';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import { expect, test } from 'vitest';
import { elementsIn, holesIn } from '../../fuzz/grammar/allowed.ts';
import { bodies } from '../../fuzz/grammar/articles.ts';
import { fuzzBodies, nothingSeen } from '../../fuzz/grammar/fuzz-bodies.ts';
import { SCRIPTS, STRUCTURE } from './attacks.ts';
import { render } from './render.ts';

/** The same bodies on every machine; `npm run bench -- fuzz-rendering` looks for new ones. */
const SEED = 1;
const RUNS = 300;

const SAMPLE = fc.sample(bodies, { seed: SEED, numRuns: 200 }).map(({ markdown }) => markdown);

test('whatever an article holds, its page is safe, whole, and read by a browser as it was written', () => {
  const seen = nothingSeen();
  expect(fuzzBodies({ seed: SEED, runs: RUNS }, seen)).toBeUndefined();
  expect(seen.runs).toBe(RUNS);
  // Bodies that are all refused would prove nothing.
  expect(seen.shown).toBeGreaterThan(0.95 * RUNS);
});

const unsafe = remark().use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).freeze();

/** What the judge finds in a text that nobody made safe. */
function harmIn(markdown: string): string[] {
  const page = 'https://paper.example/news/articles/2016/10/truce/';
  const tree = parseFragment(toHtml(unsafe.runSync(unsafe.parse(markdown))));
  return holesIn(tree, { page, local: /^(?:\/news\/|#)/u, picture: '/news/articles/2016/10/kerry.jpg' });
}

test('without the sanitizer most of the same texts would harm a reader, in many ways', () => {
  const harm = SAMPLE.map(harmIn);
  expect(harm.filter((found) => found.length > 0).length).toBeGreaterThan(SAMPLE.length / 2);
  const ways = [
    ...[/^<script>/u, /^<style>/u, /^<iframe>/u, /^<svg>/u, /^<math>/u, /^<input>/u, /^<template>/u],
    ...[/ on\w+="/u, / name="/u, / class="/u, / id="/u, /^address "javascript:/u, /^picture "/u],
  ];
  expect(ways.filter((way) => !harm.flat().some((found) => way.test(found)))).toEqual([]);
});

test('the judge of the pages would see each known attack, were it let through', () => {
  // Of these a browser itself makes nothing in the middle of a page, or the text of which never ends its tag.
  const harmless = [
    '<img src=x onerror=alert(1)//>',
    '<body onload=alert(1)>',
    '<frameset><frame src="//evil.example/"></frameset>',
  ];
  const known = [...SCRIPTS, ...STRUCTURE].filter((attack) => attack.startsWith('<'));
  expect(known.filter((attack) => harmIn(attack).length === 0)).toEqual(harmless);
});

test('the texts reach all that a page can show', () => {
  const shown = new Set(
    SAMPLE.flatMap((markdown) => elementsIn(parseFragment(render(markdown).html))).flatMap(({ tagName, attrs }) => [
      tagName,
      ...attrs.map(({ name }) => `${tagName} ${name}`),
    ]),
  );
  const wanted = [
    ...['p', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol start', 'li id', 'table', 'td class', 'h2'],
    ...[
      'h3',
      'hr',
      'br',
      'img',
      'img loading',
      'source srcset',
      'p id',
      'figure',
      'figcaption',
      'a href',
      'a rel',
      'sup',
      'section data-footnotes',
      'span role',
    ],
  ];
  expect(wanted.filter((name) => !shown.has(name))).toEqual([]);
});

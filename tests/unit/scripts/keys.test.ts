import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { english } from '../../../src/news/interface/english.ts';
import { keysOf } from '../../../src/scripts/keys/keys-of.ts';

const FRAME = '<a rel="search" href="/search/">Search</a> <a data-load="settings" href="#settings">Aa</a>';

/** The keys of a page, with what its reader is told of them. */
function keysOn(body: string, state = ''): Record<string, string> {
  const { document } = parseHTML(`<!doctype html><html ${state}><body>${FRAME}${body}</body></html>`);
  return Object.fromEntries(keysOf(document).map(({ key, name }) => [key, name(english)]));
}

const NEIGHBOURS = '<nav class="neighbours"><a rel="prev" href="/a/">A</a><a rel="next" href="/b/">B</a></nav>';
const PAGER = '<nav class="pager"><a rel="next" href="/list/3/">Older</a></nav>';
const LISTEN = '<button data-load="listen">Listen</button>';

test('an article has keys for the articles before and after it', () => {
  const { j, k } = keysOn(NEIGHBOURS);
  expect([j, k]).toEqual([english.keys.next, english.keys.previous]);
});

test('a list has a key for its next page, and none for a page that is not there', () => {
  const { j, k } = keysOn(PAGER);
  expect([j, k]).toEqual([english.frame.nextPage, undefined]);
});

test('each key is listed once, and means the nearer of two things', () => {
  expect(keysOn(NEIGHBOURS + PAGER)['j']).toBe(english.keys.next);
  const box = '<form role="search"><input type="search"></form>';
  const { document } = parseHTML(`<html><body>${FRAME}${box}</body></html>`);
  expect(keysOf(document).filter(({ key }) => key === '/')).toHaveLength(1);
});

test('listening has a key only where there is a voice', () => {
  expect(keysOn(LISTEN)).not.toHaveProperty('l');
  expect(keysOn(LISTEN, 'data-voice')).toHaveProperty('l', english.keys.listen);
});

test('a page with neither neighbours nor further pages has the keys of every page', () => {
  expect(Object.keys(keysOn('<a rel="next" href="/elsewhere/">Next</a>'))).toEqual(['/', 's']);
});

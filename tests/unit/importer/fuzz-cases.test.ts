import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { throughTheChain } from '../../fuzz/chain.ts';
import { Input } from '../../fuzz/inputs.ts';
import { Desk } from './desk.ts';
import { LONG } from './read.ts';

/** Files that the fuzzer found a mistake with, each in its smallest form. */

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

const markdown = (text: string): Input => new Input('a.md', Buffer.from(`---\ntitle: Talks\n---\n\n${text}\n`));

describe('a Markdown file', () => {
  // Sixteen thousand times as long, which this test does not have, is what it took once.
  test.each(['- ', '> ', '1. '])('with many signs %j in one line is read in no more than its time', async (sign) => {
    const { articles } = await throughTheChain(markdown(sign.repeat(28) + LONG));
    expect(articles[0]?.text).toContain(LONG);
  });

  test('with lists sixty deep keeps their text', async () => {
    const { articles, lost } = await throughTheChain(markdown('- '.repeat(60) + LONG));
    expect(articles[0]?.text).toContain(LONG);
    expect(lost).toEqual([]);
  });

  test('keeps a paragraph over a long line of dashes', async () => {
    const { refusals, articles } = await throughTheChain(markdown(`${LONG}\n\n${'-'.repeat(120)}\n\n${LONG}`));
    expect(refusals).toEqual([]);
    expect(articles).toHaveLength(1);
  });
});

describe('a list in JSON', () => {
  const item = (more: object): object => ({ id: '7', ...more });

  test('with two articles of one id gives both, and each is known the next time', async () => {
    const list = [item({ title: 'Talks', text: LONG }), item({ title: 'Rain', text: 'It will rain in the north.' })];
    const path = await desk.put('list.json', JSON.stringify(list));
    const { said } = await desk.import(path);
    expect(said.at(-1)).toBe('2 imported, 0 updated, 0 unchanged, 0 refused');
    expect(said[1]).toContain('Another item of the list has the same guid; this one is known as "7#2".');
    expect((await desk.verify()).code).toBe(0);
    expect((await desk.import(path)).said.at(-1)).toBe('0 imported, 0 updated, 2 unchanged, 0 refused');
  });

  test('with one article twice gives it once', async () => {
    const path = await desk.put('list.json', JSON.stringify(Array(2).fill(item({ title: 'Talks', text: LONG }))));
    expect((await desk.import(path)).said.at(-1)).toBe('1 imported, 0 updated, 1 unchanged, 0 refused');
  });
});

import { describe, expect, test, vi } from 'vitest';
import { passageAddress } from '../../../src/scripts/passage/passage-address.ts';

const PAGE = 'https://paper.example/news/articles/2025/06/plain/';

/** A page of several blocks. */
const LINES = [
  'The Fixture Gazette',
  'Harbour Board Votes to Keep the Old Crane',
  'The harbour board of Northport voted on Thursday to keep the old crane, which it had meant to sell for scrap.',
  'The crane was built for coal. It stands thirty metres high, and the old crane is seen from the sea.',
  '"You can replace a light," said the harbour master. "You cannot replace the old crane."',
  'A survey begins in July. A survey begins in July.',
  'A survey begins in July.',
];
const TEXT = LINES.join('\n');

interface Choice {
  text?: string;
  id?: string;
  lang?: string;
}

/** The address of the words of a page, of those that stand after others where these are given. */
function addressOf(words: string, after = '', { text = TEXT, id = 'p-abc123', lang = 'en' }: Choice = {}): string {
  const start = text.indexOf(words, text.indexOf(after) + after.length);
  if (start < 0) throw new Error(`The page has no ${words}`);
  return passageAddress({ page: PAGE, id, text, start, end: start + words.length, lang });
}

/**
 * The words that a browser marks for an address, found as the specification says (section 3.5.2): the first prefix, the
 * start right after it, the first end after that, the suffix right after it; words only as a whole, in one block each.
 */
function follow(address: string, text = TEXT): { marked: string; at: number } | undefined {
  const [, directive] = /:~:text=(.*)$/u.exec(address) ?? [];
  const parts = (directive ?? '').split(',');
  const prefix = parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : undefined;
  const [start, end] = parts;
  const pattern = [
    prefix === undefined ? '' : `(?<=${toPattern(prefix)}\\s*)`,
    toPattern(start ?? ''),
    end === undefined ? '' : `[^]*?${toPattern(end)}`,
    suffix === undefined ? '' : `(?=\\s*${toPattern(suffix)})`,
  ].join('');
  const found = new RegExp(`(?<![a-z])${pattern}(?![a-z])`, 'iu').exec(text);
  return found ? { marked: found[0], at: found.index } : undefined;
}

function toPattern(encoded: string): string {
  return decodeURIComponent(encoded).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

describe('the address of a passage', () => {
  test('holds the id of its paragraph and its words', () => {
    expect(addressOf('thirty metres high')).toBe(`${PAGE}#p-abc123:~:text=thirty%20metres%20high`);
  });

  test('has no id where the paragraph has none', () => {
    expect(addressOf('thirty metres high', '', { id: '' })).toBe(`${PAGE}#:~:text=thirty%20metres%20high`);
  });

  test('keeps the signs that structure it apart from those of the words', () => {
    const text = 'Salt-free, salt & sand: 50% off - "now" / then?';
    const address = addressOf(text, '', { text });
    expect(address.split(':~:text=')[1]).not.toMatch(/[-,&"?#/\s]/u);
    expect(follow(address, text)?.marked).toBe(text);
  });

  test.each([
    ['the old crane', 'Thursday to keep '],
    ['the old crane', 'high, and '],
    ['the old crane', 'cannot replace '],
    ['The', 'scrap.\n'],
    ['A survey begins in July.', 'sea.'],
    ['A survey begins in July.', 'July. '],
    ['A survey begins in July.', 'July.\n'],
  ])('of %j after %j leads to these, however often they are on the page', (words, after) => {
    const at = TEXT.indexOf(words, TEXT.indexOf(after) + after.length);
    expect(follow(addressOf(words, after))).toEqual({ marked: words, at });
  });

  test('names what stands around words only where these are on the page twice', () => {
    expect(addressOf('thirty metres')).not.toMatch(/-,|,-/u);
    expect(addressOf('the old crane', 'high, and ')).toMatch(/-,|,-/u);
    // Browsers make no difference between large and small letters.
    expect(addressOf('Old Crane')).toMatch(/-,|,-/u);
  });

  test('of a long passage, or one of several paragraphs, holds its first and last words', () => {
    for (const words of [
      LINES[2] ?? '',
      LINES.slice(2, 5).join('\n'),
      'for coal. It stands thirty metres high, and the old crane is seen from the sea.\n"You can replace a light,"',
    ]) {
      const address = addressOf(words);
      expect(follow(address)?.marked).toBe(words);
      expect(decodeURIComponent(address)).not.toContain(words.slice(0, 60));
      expect(address.length).toBeLessThan(PAGE.length + 120);
    }
  });

  test('takes a word whole of which a part was chosen, and no white space around', () => {
    const start = TEXT.indexOf('irty metres hi');
    const address = passageAddress({ page: PAGE, id: '', text: TEXT, start, end: start + 14, lang: 'en' });
    expect(follow(address)?.marked).toBe('thirty metres high');
    expect(follow(addressOf(' thirty metres high'))?.marked).toBe('thirty metres high');
    expect(follow(addressOf('seen from the sea.\n'))?.marked).toBe('seen from the sea.');
  });

  test('is the same whatever an author calls the language', () => {
    for (const lang of ['', 'en_GB', '-']) {
      expect(addressOf('thirty metres high', '', { lang })).toBe(addressOf('thirty metres high'));
    }
  });

  test('is the same in a browser that has no segmenter', () => {
    const usual = addressOf('irty metres hi');
    vi.stubGlobal('Intl', {});
    const bare = addressOf('irty metres hi');
    vi.unstubAllGlobals();
    expect(bare).toBe(usual);
  });

  test('is that of the paragraph where nothing was chosen that has words', () => {
    expect(addressOf('. "')).toBe(`${PAGE}#p-abc123`);
    expect(addressOf('. "', '', { id: '' })).toBe(PAGE);
  });

  test('is that of the paragraph where words cannot be told apart', () => {
    const text = Array(40).fill('Rain.').join('\n');
    const start = text.lastIndexOf('Rain.', text.length / 2);
    const address = passageAddress({ page: PAGE, id: 'p-rain', text, start, end: start + 5, lang: 'en' });
    expect(address).toBe(`${PAGE}#p-rain`);
  });

  test('works for text from right to left', () => {
    const text = 'الميناء القديم\nقال الربّان: «لم نكن نعرف». وصلت السفينة، ثم وصلت السفينة الثانية.';
    const address = addressOf('وصلت السفينة', 'ثم ', { text, lang: 'ar' });
    expect(follow(address, text)).toEqual({ marked: 'وصلت السفينة', at: text.lastIndexOf('وصلت السفينة') });
  });

  test('works where no spaces divide the words, and takes these whole', () => {
    const text = '旧港口的灯塔重新亮了起来。\n灯塔已经一百岁了。去年秋天，镇上的人凑钱修好了楼梯。';
    const address = addressOf('灯塔', '\n', { text, lang: 'zh-Hans' });
    const { marked, at } = follow(address, text) ?? {};
    expect([marked, at]).toEqual(['灯塔', text.lastIndexOf('灯塔')]);
    // The half of a word is the word.
    expect(follow(addressOf('天，镇上', '', { text, lang: 'zh-Hans' }), text)?.marked).toBe('秋天，镇上');
  });
});

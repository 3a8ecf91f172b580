import { describe, expect, it } from 'vitest';
import { normalise, toLine, toTerminal } from '../../../src/news/text.ts';

const INVISIBLE = ['\u00ad', '\u200b', '\u200c', '\u200d', '\ufeff', '\u2060', '\u202e', '\u2066', '\u{e0041}'];

describe('two texts that read the same', () => {
  it.each(INVISIBLE.map((sign) => [sign]))('are the same for a receipt: %j', (sign) => {
    expect(normalise(`co${sign}operate`)).toBe('cooperate');
  });

  it('are the same whatever white space and composition they have', () => {
    expect(normalise(' a\u00a0b\n\tc\u3000d ')).toBe('a b c d');
    expect(normalise('é'.normalize('NFD'))).toBe('é'.normalize('NFC'));
  });

  it('stay different in quotes, dashes, case, digits and spaces inside a line', () => {
    for (const [a, b] of [
      ['“a”', '"a"'],
      ['a – b', 'a - b'],
      ['A', 'a'],
      ['١', '1'],
      ["al- Assad's", "al-Assad's"],
    ] as const) {
      expect(normalise(a)).not.toBe(normalise(b));
    }
  });
});

describe('a headline', () => {
  it('cannot turn or deface what stands beside it', () => {
    expect(toLine('safe\u202egpj.exe\u202c')).toBe('safegpj.exe');
    expect(toLine('a\u2066b\u2069\u200bc\u{e0041}\u0007\u009b')).toBe('abc');
  });

  it('keeps the joiners that Persian and emoji need', () => {
    expect(toLine('می\u200cخواهم 👩\u200d🚀')).toBe('می\u200cخواهم 👩\u200d🚀');
  });

  it.each(['\ud800', '\udfff', '\u0000', '\u0001', '\ufffe', '\uffff'])(
    'holds no sign that XML forbids, feeds being XML: %j',
    (sign) => {
      expect(toLine(`a${sign}b`)).not.toContain(sign);
    },
  );

  it('is one line with single spaces', () => {
    expect(toLine('  Truce\r\n talks\u00a0\u2028end ')).toBe('Truce talks end');
  });
});

describe('outside text on a terminal', () => {
  it('moves no cursor and starts no line', () => {
    expect(toTerminal('a\u001b[2Jb\r\nc\u009bd\u202ee')).toBe('a\\u001b[2Jb\\u000d\\u000ac\\u009bd\\u202ee');
  });
});

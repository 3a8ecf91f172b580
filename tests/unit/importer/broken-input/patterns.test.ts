import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../../../../src/importer');

describe('the patterns of the importer', () => {
  /** Regular expressions of a program, as literals stand behind what can be no value. */
  const LITERAL = /(?<=[=(,:!&|?[{};>\n]\s{0,200})\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/[dgimsuvy]{0,8}/gu;

  const patterns = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const code = readFileSync(join(SOURCE, file), 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gmu, '');
      return [...code.matchAll(LITERAL)].map(([, pattern = '']) => ({ file, pattern }));
    });

  /** Signs with what says how often they come, and a group that is repeated without end, which is written as R. */
  const TOKEN = /(?<sign>[^*+?{}|])(?<times>[*+?]|\{\d+(?:,\d*)?\})?\??/gu;
  const isEndless = (times = ''): boolean => /^(?:[*+]|\{\d+,\})/u.test(times);

  /** Whether nothing in it has to come just once: then two turns of it cannot be told apart. */
  function isLoose(part: string): boolean {
    const tokens = [...part.matchAll(TOKEN)].map(({ groups: { sign, times } = {} }) => ({
      isEnd: sign === 'R' || isEndless(times),
      times,
    }));
    return tokens.some(({ isEnd }) => isEnd) && tokens.every(({ isEnd, times }) => isEnd || times === '?');
  }

  /** Whether a group that is repeated without end is, as a whole, repeated without end inside too: `(a+)+`. */
  function isNested(pattern: string): boolean {
    const plain = pattern
      .replace(/\\(?:[pP]\{[^}]*\}|u[\da-f]{4}|.)/gu, 'x')
      .replace(/\[[^\]]*\]/gu, 'x')
      .replaceAll('R', 'x');
    let isBad = false;
    // Groups from the inside out.
    for (let rest = plain, before = ''; rest !== before;) {
      before = rest;
      rest = rest.replace(
        /\((?:\?(?:[:=!]|<[=!]|<\w+>))?([^()]*)\)([*+?]|\{\d+(?:,\d*)?\})?\??/gu,
        (_, inside: string, times: string | undefined) => {
          const loose = inside.split('|').some(isLoose);
          isBad ||= loose && isEndless(times);
          return loose || isEndless(times) ? 'R' : `x${times === '?' ? '?' : ''}`;
        },
      );
    }
    return isBad;
  }

  test('repeat nothing without end that is repeated without end itself', () => {
    expect(patterns.length).toBeGreaterThan(150);
    for (const bad of ['(a+)+', '(?:a*)*b', '(\\s+)*', '((a+))+', '(?:[a-z]+)+!', '(?:(?:a{2,})+)', '(?<n>\\w*)+'])
      expect(isNested(bad), bad).toBe(true);
    for (const good of ['(?:a b)+', '(?:, \\w+)*', '[(+]+', 'a+(?:b)+', '(?:a{1,9})+', '\\(a+\\)+'])
      expect(isNested(good), good).toBe(false);
    expect(patterns.filter(({ pattern }) => isNested(pattern))).toEqual([]);
  });
});

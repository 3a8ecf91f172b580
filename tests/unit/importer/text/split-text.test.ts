import { describe, expect, test } from 'vitest';
import { LONG, read, rolesOf } from '../read.ts';

describe('the blocks of a plain text', () => {
  test('are lines joined by spaces where a paragraph is wrapped', () => {
    const wrapped = LONG.replaceAll(/(.{50,60}) /gu, '$1\n');
    expect(read(`Talks End\n\n${wrapped}\n\n${LONG}`).blocks[1]?.text).toBe(LONG);
  });

  test('are lines where no blank line stands between long ones', () => {
    expect(rolesOf(['Talks End', LONG, 'Next Steps', LONG, 'With reporting by AP'].join('\n'))).toEqual([
      'headline',
      'paragraph',
      'crosshead',
      'paragraph',
      'credit',
    ]);
  });

  test('include a headline, a caption, a crosshead and a credit right beside a paragraph', () => {
    const text = `Talks End\nThe envoy (file photo)\n${LONG}\n\nNext Steps\n${LONG}\n\n${LONG}\nWith reporting by AP`;
    expect(rolesOf(text)).toEqual([
      'headline',
      'caption',
      'paragraph',
      'crosshead',
      'paragraph',
      'paragraph',
      'credit',
    ]);
  });

  test('include a headline right above a wrapped paragraph, since the next word had room beside it', () => {
    const wrapped = LONG.replaceAll(/(.{50,60}) /gu, '$1\n');
    expect(read(`Talks End\n${wrapped}`).blocks.map(({ text }) => text)).toEqual(['Talks End', LONG]);
  });

  test('do not take the first line of a wrapped paragraph for a headline', () => {
    const wrapped = LONG.replaceAll(/(.{50,60}) /gu, '$1\n');
    expect(read(wrapped).blocks.map(({ text }) => text)).toEqual([LONG]);
  });

  test('keep a headline of two lines together', () => {
    const text = `Envoys Of The Two Countries Leave The Harbor City\nWithout An Agreement\n\n${LONG}`;
    expect(read(text).title.value).toBe('Envoys Of The Two Countries Leave The Harbor City Without An Agreement');
  });

  test.each(['\n', '\r\n', '\r'])('are found with line ends %j, and counted by line', (end) => {
    const blocks = read(['Talks End', '', LONG, '', '', LONG].join(end)).blocks;
    expect(blocks.map(({ line }) => line)).toEqual([1, 3, 6]);
  });
});

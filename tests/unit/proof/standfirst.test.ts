import { expect, it, test } from 'vitest';
import { repetition } from '../../../src/proof/standfirst.ts';
import { clean, proofed } from './proofed.ts';

const FIRST =
  'The harbour of the town was closed for three days after the storm of Monday night, the port authority said on Friday.';

test.each([
  ['the same text', FIRST, 'is the first paragraph once more'],
  ['case, quotes and a full stop', `“${FIRST.toUpperCase().slice(0, -1)}”`, 'is the first paragraph once more'],
  ['its beginning, cut off', 'The harbour of the town was closed for three days …', 'stands in the first paragraph'],
  ['all of it and more', `${FIRST} Ships wait outside.`, 'holds the first paragraph'],
  ['one word changed', FIRST.replace('Friday', 'Sunday').replace('town', 'city'), 'says nearly what'],
])('a standfirst that is the first paragraph but for %s repeats it', (_, standfirst, said) => {
  expect(repetition(standfirst, FIRST)).toContain(said);
});

test.each([
  ['of its own', 'Ships from nine countries wait outside, and nobody knows until when they will have to.'],
  [
    'with the words of one phrase',
    'What the port authority said on Friday was not what the captains had been told on Monday.',
  ],
  ['of a word or two', 'The harbour'],
])('a standfirst %s repeats nothing', (_, standfirst) => {
  expect(repetition(standfirst, FIRST)).toBeUndefined();
});

it('is found in scripts without spaces too', () => {
  expect(repetition('港口关闭三天，船只等待', '港口关闭三天，船只等待。当局说。')).toContain('stands in');
  expect(repetition('港口关闭三天，船只等待', '市长说谈判没有结果。')).toBeUndefined();
});

test('an editor is shown the line of a description that repeats the first paragraph, and of no other', async () => {
  const { lines } = await proofed(
    {
      'articles/a.md': clean(`description: ${FIRST}`, `${FIRST}\n\nMore.`),
      'articles/b.md': clean(`description: ${FIRST}`, `Ships wait.\n\n${FIRST}`),
      'articles/c.md': clean(`description: ${FIRST}\nwithdrawn: {date: 2026-11-01, reason: Wrong.}`, FIRST),
    },
    'description',
  );
  expect(lines).toEqual(['articles/a.md:7: the standfirst is the first paragraph once more']);
});

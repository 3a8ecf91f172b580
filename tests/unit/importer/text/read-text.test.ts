import { describe, expect, test } from 'vitest';
import { LONG, read, rolesOf } from '../read.ts';

describe('the lines of a plain text', () => {
  test('headline, caption, paragraphs, crosshead and credit are known by their places and shapes', () => {
    const text = [
      "Envoy Says Harbor Talks 'Go Nowhere'",
      'The envoy at the harbor (file photo)',
      LONG,
      LONG,
      "'Last Chance' For The Port",
      LONG,
      'With reporting by AP and AFP',
    ].join('\n\n');
    expect(rolesOf(text)).toEqual([
      'headline',
      'caption',
      'paragraph',
      'paragraph',
      'crosshead',
      'paragraph',
      'credit',
    ]);
    expect(read(text)).toMatchObject({
      title: { value: "Envoy Says Harbor Talks 'Go Nowhere'", how: 'stated' },
      caption: { value: 'The envoy at the harbor (file photo)' },
      credit: { value: 'With reporting by AP and AFP' },
      published: undefined,
    });
  });

  test('a standfirst, a byline and a date line stand between headline and text', () => {
    const text = [
      'Talks End',
      'Both sides leave the harbor city without a word',
      'By Ann Poe and Max van Roe, AP',
      'October 4, 2016',
      LONG,
    ].join('\n\n');
    expect(rolesOf(text)).toEqual(['headline', 'standfirst', 'byline', 'date', 'paragraph']);
    expect(read(text)).toMatchObject({
      description: { value: 'Both sides leave the harbor city without a word' },
      authors: { value: ['Ann Poe', 'Max van Roe'] },
      published: { value: '2016-10-04', how: 'stated' },
    });
  });

  test('two short paragraphs after the headline are paragraphs, and no standfirst is made up', () => {
    const text = [
      'Talks End',
      'The talks ended on Monday in the harbor city.',
      'Nobody said when they would go on, or where.',
      LONG,
    ].join('\n\n');
    expect(rolesOf(text)).toEqual(['headline', 'paragraph', 'paragraph', 'paragraph']);
  });

  test.each([
    ['October 4, 2016', undefined, '2016-10-04'],
    ['4 October 2016', undefined, '2016-10-04'],
    ['Tuesday, Oct. 4, 2016', undefined, '2016-10-04'],
    ['Published on October 4th, 2016', undefined, '2016-10-04'],
    ['2016-10-04', undefined, '2016-10-04'],
    ['04.10.2016', undefined, '2016-10-04'],
    ['2016年10月4日', 'ja', '2016-10-04'],
    ['4 octobre 2016', 'fr', '2016-10-04'],
    ['le mardi 4 octobre 2016', 'fr', '2016-10-04'],
    ['Dienstag, 4. Oktober 2016', 'de', '2016-10-04'],
    ['4 de octubre de 2016', 'es', '2016-10-04'],
    ['4 октября 2016', 'ru', '2016-10-04'],
    ['2016-10-04T14:30:00+02:00', undefined, '2016-10-04T14:30:00+02:00'],
  ])('the date line "%s" (%s) gives %s', (line, lang, date) => {
    expect(read(`Talks End\n\n${line}\n\n${LONG}`, lang).published?.value).toBe(date);
  });

  test('a time of day without an offset is left out, and that is said', () => {
    const { published, notes } = read(`Talks End\n\nOctober 4, 2016, 14:30 GMT\n\n${LONG}`);
    expect(published?.value).toBe('2016-10-04');
    expect(notes.join(' ')).toContain('time of day');
  });

  test.each([
    'October 4',
    'February 30, 2016',
    'February 29, 2015',
    '2016-02-30',
    '10/04/2016',
    'October 4, 2016 was a Tuesday',
  ])('the line "%s" gives no date', (line) => {
    expect(read(`Talks End\n\n${line}\n\n${LONG}`).published).toBeUndefined();
  });

  test('a day without a year is only suggested', () => {
    const { published, dateHint } = read(`Talks End\n\nThe envoy said on October 4 that all was well. ${LONG}`);
    expect(published).toBeUndefined();
    expect(dateHint).toEqual({ printed: 'October 4', flag: 'YYYY-10-04' });
  });

  test('a line that begins with "By" and is no byline stays text', () => {
    expect(
      rolesOf(`Talks End\n\nBy nightfall the harbor was empty and quiet.\n\nA short line here\n\n${LONG}`)[1],
    ).toBe('paragraph');
  });

  test('only one caption is taken out of the text; the next stays a paragraph', () => {
    const roles = rolesOf(`Talks End\n\nThe harbor (AP Photo/Ann Poe)\n\nThe envoy (file photo)\n\n${LONG}`);
    expect(roles).toEqual(['headline', 'caption', 'paragraph', 'paragraph']);
  });

  test('a credit in the middle of a text is a paragraph, in doubt', () => {
    const text = ['Talks End', 'Source: the harbor office.', LONG, LONG, LONG, LONG].join('\n\n');
    expect(read(text).credit).toBeUndefined();
    expect(read(text).blocks.some(({ doubt }) => doubt === 'could be a credit')).toBe(true);
  });

  test('a short line that follows no finished sentence stays a paragraph and is listed as doubtful', () => {
    const text = ['Talks End', LONG, 'Harbor', 'Airport', LONG].join('\n\n');
    expect(rolesOf(text)).toEqual(['headline', 'paragraph', 'paragraph', 'paragraph', 'paragraph']);
    expect(read(text).blocks[2]?.doubt).toContain('crosshead');
  });

  test('a first paragraph without a headline stays, and the title is its first sentence', () => {
    const { title, blocks, body, notes } = read(`U.S. envoys left on Monday. ${LONG}\n\n${LONG}`);
    expect(title).toMatchObject({ value: 'U.S. envoys left on Monday.', how: 'inferred' });
    expect(blocks[0]?.role).toBe('paragraph');
    expect(body).toHaveLength(2);
    expect(notes.join(' ')).toContain('no headline');
  });

  test('a title made of a long sentence is cut between words and says so', () => {
    const value = read(LONG.replaceAll(',', '') + LONG).title.value;
    expect(value.length).toBeLessThanOrEqual(121);
    expect(value).toMatch(/\p{L}…$/u);
  });

  test('a headline that is repeated above the text is dropped, with that reason', () => {
    expect(read(`Talks End\n\nTalks  End\n\n${LONG}`).blocks[1]).toMatchObject({
      role: 'repeat',
      reason: 'repeats the headline',
    });
  });
});

describe('names and dates of the head', () => {
  test('are read where they stand side by side', () => {
    expect(
      read(`La paix attendra\n\nPar Jeanne Dupont | Publié le 5 mars 2024 à 10h30\n\n${LONG}`, 'fr'),
    ).toMatchObject({
      authors: { value: ['Jeanne Dupont'] },
      published: { value: '2024-03-05' },
      description: undefined,
      blocks: [{ role: 'headline' }, { role: 'byline', became: 'authors' }, { role: 'paragraph' }],
    });
  });

  test('are read with the word for the year behind it', () => {
    expect(read(`Мир подождёт\n\n4 октября 2016 года\n\n${LONG}`, 'ru').published?.value).toBe('2016-10-04');
  });
});

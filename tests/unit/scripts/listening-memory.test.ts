import { describe, expect, test } from 'vitest';
import { hashOf, type Place, SPEEDS, toMemory, withPlace } from '../../../src/scripts/listen/memory.ts';
import { type Voice, voicesFor } from '../../../src/scripts/listen/voices.ts';

const placeOf = (path: string, sentence = 1): Place => ({ path, hash: 'h', sentence });

describe('what is remembered of listening', () => {
  test('is read again as it was written', () => {
    const memory = { speed: SPEEDS.at(-1) ?? 1, voices: { en: 'Leeds' }, places: [placeOf('/a/', 3)] };
    expect(toMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
  });

  test.each([
    'null',
    '7',
    '"text"',
    '[]',
    '{"speed":1.3,"voices":[3],"places":{"length":2}}',
    '{"places":[{},4,null]}',
  ])('is nothing where something else was stored: %s', (kept) => {
    expect(toMemory(JSON.parse(kept))).toEqual({ speed: 1, voices: {}, places: [] });
  });

  test('has one place of an article, the latest first', () => {
    const memory = ['/a/', '/b/', '/a/'].reduce(
      (kept, path, index) => withPlace(kept, path, { hash: 'h', sentence: index }),
      toMemory(undefined),
    );
    expect(memory.places).toEqual([placeOf('/a/', 2), placeOf('/b/', 1)]);
    expect(withPlace(memory, '/a/', undefined).places).toEqual([placeOf('/b/', 1)]);
  });

  test('does not grow for ever: the place of the article heard longest ago goes', () => {
    const paths = Array.from({ length: 200 }, (_, index) => `/${index}/`);
    const memory = paths.reduce((kept, path) => withPlace(kept, path, placeOf(path)), toMemory(undefined));
    const again = withPlace(memory, '/new/', placeOf('/new/'));
    expect(again.places).toHaveLength(memory.places.length);
    expect(again.places[0]?.path).toBe('/new/');
    expect(memory.places.length).toBeLessThan(paths.length);
    expect(toMemory({ places: [...memory.places, ...memory.places] }).places).toEqual(memory.places);
  });

  test('a text that was changed is another text', () => {
    expect(hashOf('The crane stays.')).not.toBe(hashOf('The crane stays'));
    expect(hashOf('旧港口')).toMatch(/^[\da-z]+$/u);
  });
});

describe('the voices of a language', () => {
  const voice = (voiceURI: string, lang: string, more: Partial<Voice> = {}): Voice => ({
    voiceURI,
    name: voiceURI,
    lang,
    default: false,
    localService: true,
    ...more,
  });
  const names = (voices: readonly Voice[], lang: string): string[] =>
    voicesFor(voices, lang).map(({ voiceURI }) => voiceURI);

  test('begin with those of its region, then the usual one, then those that need no network', () => {
    const voices = [
      voice('Boston far', 'en-US', { localService: false }),
      voice('Boston', 'en-US'),
      voice('Boston first', 'en-US', { default: true }),
      voice('Leeds', 'en-GB'),
    ];
    expect(names(voices, 'en-GB')).toEqual(['Leeds', 'Boston first', 'Boston', 'Boston far']);
    expect(names(voices, 'en')[0]).toBe('Boston first');
  });

  test('are found however a system writes languages, and never those of others', () => {
    const voices = [voice('Cairo', 'ar_EG'), voice('Manila', 'fil-PH'), voice('Helsinki', 'fi-FI')];
    expect(names(voices, 'ar')).toEqual(['Cairo']);
    expect(names(voices, 'fi')).toEqual(['Helsinki']);
    expect(names(voices, 'ru')).toEqual([]);
  });

  test('are offered once each', () => {
    expect(names([voice('Leeds', 'en-GB'), voice('Leeds', 'en-GB')], 'en-GB')).toEqual(['Leeds']);
  });
});

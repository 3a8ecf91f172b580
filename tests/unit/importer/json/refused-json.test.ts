import { describe, expect, test } from 'vitest';
import { jsonFile } from '../../../../src/importer/json/json-file.ts';
import { LONG } from '../read.ts';
import { articleOf, refusalOf, unitOf } from './receipt-of.ts';

const bytesOf = (...parts: (string | number)[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part)])));

const refusal = (text: string | Uint8Array): Promise<{ reason: string; where?: string | undefined }> =>
  refusalOf(jsonFile, unitOf(text, 'a.json'));

describe('what is refused', () => {
  test.each([
    ['{"title": "a",\n "text": }', 'line 2, column 10'],
    ['{"title": "a", "te', 'it breaks off at line 1, column 19'],
    ['{"a": 1,}', 'line 1, column 9'],
    ['[1, 2', 'it breaks off at line 1, column 6'],
    ['{"a": tru}', 'line 1, column 7'],
    ['{"a": "\\x"}', 'line 1, column 8'],
    ['{"a": "x\ny"}', 'line 1, column 9'],
    ['{"a": 1} {"b": 2}', 'more follows after its end, at line 1, column 10'],
  ])('the broken JSON %j is refused with its place', async (text, place) => {
    expect((await refusal(text)).reason).toContain(place);
  });

  test.each([
    [bytesOf('{"a":"', 0xe9, '"}'), 'byte 6'],
    [bytesOf('{"a":"é', 0xe2, 0x82), 'byte 8'],
    [bytesOf('{"a":"', 0xc0, 0xaf, '"}'), 'byte 6'],
  ])('bytes that are not UTF-8 are refused with their place', async (bytes, place) => {
    expect((await refusal(bytes)).reason).toContain(place);
  });

  test('UTF-16 with a byte order mark is read', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from('{"text":"Früh."}', 'utf16le')]);
    expect((await articleOf(jsonFile, unitOf(bytes, 'a.json'))).blocks[0]?.text).toBe('Früh.');
  });

  test('an item without text is refused with the address to import', async () => {
    const omnivore = { id: '1', title: 'A', url: 'https://example.com/a', savedAt: '2020-01-01', state: 'Archived' };
    expect((await refusal(JSON.stringify([omnivore]))).reason).toBe(
      'has no text; import its address: https://example.com/a',
    );
    expect((await refusal('{"title": "A", "text": "  "}')).reason).toBe('has no text');
  });

  test.each(['[]', '3', '"text"', '[1]', '{}', '{"a": {"b": 1}}', '[[{"title": "A", "text": "b"}]]'])(
    '%s holds no article',
    async (text) => {
      expect((await refusal(text)).reason).toMatch(/^not an article|^an empty list/u);
    },
  );

  test('a text whose parts are nested beyond measure is refused, and the others are read', async () => {
    const list = [{ html: '<div>'.repeat(20_000) }, { text: LONG }];
    const found = await jsonFile.read(unitOf(JSON.stringify(list), 'a.json'));
    expect(found.map(({ ok }) => ok)).toEqual([false, true]);
    expect(found[0]).toMatchObject({
      where: 'item 1',
      reason: 'its text cannot be read: its parts are nested too deeply',
    });
  });
});

describe('what is taken for JSON', () => {
  const recognises = (text: string, name = 'a.txt'): boolean =>
    jsonFile.recognises(new TextEncoder().encode(text), name);

  test.each(['{"title": "A"}', ' [ {"a": 1} ]', '\ufeff{"a": 1}', '[]', '{\n'])('%j is JSON', (text) => {
    expect(recognises(text)).toBe(true);
  });

  test.each(['[Reuters] The envoy left.', '{{ title }}', '{\\rtf1', 'The {"a"}', '<p>', '[1] A note'])(
    'the text %j is none',
    (text) => {
      expect(recognises(text)).toBe(false);
    },
  );

  test('a JSON Feed and front matter in JSON are left to their readers', () => {
    expect(recognises('{"version": "https://jsonfeed.org/version/1.1", "items": []}', 'feed.json')).toBe(false);
    expect(recognises('{"title": "A"}\n\nText.', 'a.md')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { jsonl } from '../../../../src/importer/containers/jsonl.ts';
import { sourceOf } from '../../../../src/importer/containers/container.ts';
import { unitsOf } from '../../../../src/importer/containers/units-of.ts';
import { CONTAINERS, inPieces, inWords, source, unpack } from './packing.ts';

const LIST = '{"title":"Ferry returns"}\n\n{"title":"Harbour closes"}\r\n  \n{"title":"Last bus"}';

describe('a list of articles, one a line', () => {
  it('gives an editor each line as an article of its own, numbered as the lines of the file are', async () => {
    expect(await unpack('list.jsonl', LIST)).toEqual([
      'line 1: {"title":"Ferry returns"}',
      'line 3: {"title":"Harbour closes"}',
      'line 5: {"title":"Last bus"}',
    ]);
  });

  it('tells the lines apart for good by their numbers', async () => {
    const items = [];
    for await (const held of jsonl.open(await source('list.jsonl', LIST)))
      items.push(held.kind === 'unit' ? held.unit.item : held.kind);
    expect(items).toEqual(['1', '3', '5']);
  });

  it('reads the same lines however the bytes arrive', async () => {
    for (const size of [1, 2, 7, 25]) {
      const lines = [];
      for await (const held of jsonl.open(await source('list.jsonl', LIST, size))) lines.push(inWords(held));
      expect(lines).toEqual(await unpack('list.jsonl', LIST));
    }
  });

  it('reads a first line that stands behind the mark of UTF-8', async () => {
    expect(await unpack('list.jsonl', '\ufeff{"a":1}\n{"b":2}\n')).toEqual(['line 1: {"a":1}', 'line 2: {"b":2}']);
  });

  it('refuses a line that is too long by its number and reads the others', async () => {
    const long = `{"body":"${'a'.repeat(5_000_000)}"}`;
    expect(await unpack('list.jsonl', `{"a":1}\n${long}\n{"b":2}\n`)).toEqual([
      'line 1: {"a":1}',
      'line 2 refused: too large: a line of more than 5 MB',
      'line 3: {"b":2}',
    ]);
  });

  it('keeps a line of just the most that is read', async () => {
    const longest = `{"b":"${'a'.repeat(5_000_000 - 8)}"}`;
    const [first = '', second] = await unpack('list.jsonl', `${longest}\r\n{"b":2}`);
    expect(first).toHaveLength('line 1: '.length + 5_000_000);
    expect(second).toBe('line 2: {"b":2}');
  });

  it('gives the lines before a disk error, and then its reason', async () => {
    const broken = inPieces(Buffer.from(LIST.slice(0, 40)), 8, new Error('the disk failed'));
    const lines = [];
    for await (const held of unitsOf(await sourceOf('list.jsonl', broken, {}), CONTAINERS, () => 1000))
      lines.push(inWords(held));
    expect(lines).toEqual(['line 1: {"title":"Ferry returns"}', 'after line 2 refused: the disk failed']);
  });

  it.each([
    ['by its first two lines', 'export.txt', '{"a":1}\n{"b":2}\n', true],
    ['by its name, of one line only', 'one.jsonl', '{"a":1}', true],
    ['by its name, of a first line longer than what is looked at', 'long.ndjson', `{"a":"${'x'.repeat(70_000)}`, true],
    ['and one JSON object over several lines is none', 'feed.json', '{\n"version": "1",\n{', false],
    ['and a list in brackets is none', 'list.jsonl', '[{"a":1}]', false],
    ['and a text that begins with a brace is none', 'story.txt', '{Editor: check}\n{and this}\n', false],
  ])('is known %s', (_what, name, text, expected) => {
    expect(jsonl.recognises(Buffer.from(text), name)).toBe(expected);
  });
});

import { expect, test } from 'vitest';
import { decodeHtml } from '../../../../src/importer/html/decode-html.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test('bytes are read in the encoding that the page names', () => {
  expect(decodeHtml(latin('<meta charset="windows-1252">\u0093caf\u00e9\u0094'), undefined)).toEqual({
    text: '<meta charset="windows-1252">“café”',
    notes: ['Read as windows-1252.'],
  });
});

test('what the transport said goes before what the page says', () => {
  const { text } = decodeHtml(latin('<meta charset="windows-1251">caf\u00e9'), 'iso-8859-1');
  expect(text).toContain('café');
});

test('a byte order mark goes before both, and is no text', () => {
  const bytes = Uint8Array.from([0xff, 0xfe, ...Array.from(latin('<p>é'), (byte) => [byte, 0]).flat()]);
  expect(decodeHtml(bytes, 'utf-8').text).toBe('<p>é');
  expect(decodeHtml(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('<p>é')]), 'windows-1252').text).toBe('<p>é');
});

test('a label that the bytes belie is not followed, and a note says so', () => {
  expect(decodeHtml(utf8('<meta charset="windows-1252">café'), undefined)).toEqual({
    text: '<meta charset="windows-1252">café',
    notes: ['Read as UTF-8, though it says that it is windows-1252.'],
  });
  expect(decodeHtml(utf8('<p>café'), 'utf-16le').text).toBe('<p>café');
});

test('a page that names no encoding is UTF-8 if its bytes are, and else windows-1252', () => {
  expect(decodeHtml(utf8('<p>café'), undefined)).toEqual({ text: '<p>café', notes: [] });
  const { text, notes } = decodeHtml(latin('<p>caf\u00e9'), undefined);
  expect(text).toBe('<p>café');
  expect(notes).toEqual(['Read as windows-1252, since it names no encoding and is not UTF-8.']);
});

test('broken UTF-8 is said, and UTF-7 is never read', () => {
  expect(decodeHtml(latin('<meta charset="utf-8">caf\u00e9'), undefined).notes[0]).toContain(
    'some of its bytes are not',
  );
  expect(decodeHtml(utf8('+ADw-script+AD4-'), 'utf-7').text).toBe('+ADw-script+AD4-');
});

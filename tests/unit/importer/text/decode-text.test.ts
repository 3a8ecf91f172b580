import { describe, expect, test } from 'vitest';
import { LONG, read, refusalOf } from '../read.ts';

describe('bytes', () => {
  test('of UTF-16 with a byte order mark are read as that, and it is said', () => {
    const text = `\ufeffČas končí\n\n${LONG}`;
    const little = new Uint8Array(Buffer.from(text, 'utf16le'));
    const big = new Uint8Array(Buffer.from(text, 'utf16le').swap16());
    for (const [bytes, name] of [
      [little, 'UTF-16 LE'],
      [big, 'UTF-16 BE'],
    ] as const) {
      const { title, notes } = read(bytes);
      expect(title.value).toBe('Čas končí');
      expect(notes).toEqual([`Read as ${name}.`]);
    }
  });

  test('that are not UTF-8 are read as windows-1252, and it is said', () => {
    const { title, notes } = read(Uint8Array.from([0x93, 0x48, 0xe9, 0x94, 0x20, 0x80, 0x35]));
    expect(title.value).toBe('“Hé” €5');
    expect(notes.join(' ')).toContain('windows-1252');
  });

  test('of a byte order mark and of controls are no text, and their removal is said', () => {
    const { title, notes } = read(`\ufeffTalks\u0000 \u001b[31mEnd\n\n${LONG}`);
    expect(title.value).toBe('Talks [31mEnd');
    expect(notes).toEqual(['2 control signs removed.']);
  });

  test('in UTF-7 stay as they are', () => {
    expect(read('Talks +ADw-script+AD4- End').title.value).toBe('Talks +ADw-script+AD4- End');
  });

  test.each(['', ' \n\t\n\u00a0', '\ufeff', '\u200b\n\u200b'])('%j is refused as empty', (text) => {
    expect(refusalOf(text)).toBe('empty');
  });

  test('that are no text are refused', () => {
    expect(refusalOf(Uint8Array.from({ length: 4000 }, (_, index) => (index * 31) % 7))).toContain('not a text');
    expect(refusalOf('%PDF-1.7 …')).toContain('a PDF');
  });
});

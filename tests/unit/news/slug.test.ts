import { describe, expect, it } from 'vitest';
import { articleSlug, tagSlug, withSuffix } from '../../../src/news/slug.ts';

const ACCENTED = 'Élysée and Ångström';

describe('the address of an article', () => {
  it.each([
    ['Truce talks “suspended”: Kerry’s view', 'truce-talks-suspended-kerrys-view'],
    ['Über Ærøskøbing', 'ueber-aeroskobing'],
    ['Переговоры', 'peregovory'],
    ['../../etc/passwd', 'etc-passwd'],
    ['%2e%2e%2fadmin', '2e-2e-2fadmin'],
  ])('is the headline in plain letters: %s', (headline, slug) => {
    expect(articleSlug(headline)).toBe(slug);
  });

  it.each([
    '..',
    '.',
    '/',
    '\\',
    'a:b',
    '<>:"|?*',
    'x\u0000y',
    ' trailing. ',
    '-',
    '\u202eevil',
    '🕊 peace',
    'a/../b',
    '\ud800',
  ])('holds nothing that could leave its folder or that a disk refuses: %j', (headline) => {
    expect(articleSlug(headline)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
  });

  it('is the same for a headline composed or decomposed', () => {
    expect(ACCENTED.normalize('NFD')).not.toBe(ACCENTED.normalize('NFC'));
    expect(articleSlug(ACCENTED.normalize('NFD'))).toBe(articleSlug(ACCENTED.normalize('NFC')));
    expect(articleSlug('がぎぐ'.normalize('NFD'))).toBe(articleSlug('がぎぐ'.normalize('NFC')));
  });

  it('keeps 80 characters at most and cuts between words', () => {
    const words = Array.from({ length: 40 }, (_, index) => `word${index}`);
    const slug = articleSlug(words.join(' '));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.length).toBeGreaterThan(70);
    expect(words).toContain(slug.split('-').at(-1));
  });

  it('cuts a single endless word, and loses no whole word that just fits', () => {
    expect(articleSlug('a'.repeat(200))).toBe('a'.repeat(80));
    const fits = `${'a'.repeat(39)} ${'b'.repeat(40)}`;
    expect(articleSlug(`${fits} c`)).toBe(fits.replace(' ', '-'));
  });

  it.each(['叙利亚停火', '👍👎', '…', '→'])('is a hash where no letter can be transliterated: %s', (headline) => {
    expect(articleSlug(headline)).toMatch(/^[0-9a-f]{12}$/u);
  });

  it('differs for headlines that cannot be transliterated', () => {
    expect(articleSlug('叙利亚')).not.toBe(articleSlug('伊拉克'));
  });

  it.each(['CON', 'prn', 'aux', 'Nul', 'com1', 'COM9', 'lpt1'])('is never a device of Windows: %s', (headline) => {
    const [device, digits] = articleSlug(headline).split('-');
    expect(device).toBe(headline.toLowerCase());
    expect(digits).toMatch(/^[0-9a-f]{4}$/u);
  });

  it('takes four digits of the identity where another article has it, and stays within 80 characters', () => {
    expect(withSuffix('truce', 'https://example.org/1')).toMatch(/^truce-[0-9a-f]{4}$/u);
    expect(withSuffix('truce', 'https://example.org/1')).not.toBe(withSuffix('truce', 'https://example.org/2'));
    expect(withSuffix('a'.repeat(80), 'x')).toHaveLength(80);
  });
});

describe('the address of a tag', () => {
  it('tells names apart that differ in a sign only', () => {
    const names = ['C', 'C++', 'C#', 'U.S.', 'US', 'U-S', 'AT&T', 'ATT'];
    expect(new Set(names.map(tagSlug)).size).toBe(names.length);
  });

  it.each([
    ['Сирия', 'сирия'],
    ['叙利亚', '叙利亚'],
    ['سوريا', 'سوريا'],
    ['हिन्दी', 'हिन्दी'],
    ['John Kerry', 'john-kerry'],
    ['Al-Qaeda', 'al-qaeda'],
    ['G20', 'g20'],
  ])('can be read in any script: %s', (name, slug) => {
    expect(tagSlug(name)).toBe(slug);
  });

  it('is one for names that differ in case, spaces or composition', () => {
    const ways = ['John Kerry', 'john kerry', ' JOHN  KERRY ', 'John\u00a0Kerry', 'John\tKerry'];
    expect(new Set(ways.map(tagSlug)).size).toBe(1);
    expect(tagSlug('Élysée'.normalize('NFD'))).toBe(tagSlug('ÉLYSÉE'.normalize('NFC')));
  });

  it('does not depend on bidi overrides and other signs that show nothing', () => {
    expect(tagSlug('\u202eSyria\u200b')).toBe(tagSlug('Syria'));
  });

  it.each([
    '..',
    '.',
    '/',
    '../..',
    'a/b',
    '\\',
    '%2e%2e',
    '-',
    '#',
    '?',
    '__proto__',
    '👍',
    'x'.repeat(2000),
    '𐌰'.repeat(300),
    '叙'.repeat(300),
  ])('is one step of a path and a name that every disk takes: %.20s', (name) => {
    const slug = tagSlug(name);
    expect(slug).toMatch(/^[\p{L}\p{M}\p{N}-]+$/u);
    expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(255);
  });

  it('tells long names apart that begin alike', () => {
    expect(tagSlug(`${'x'.repeat(100)}a`)).not.toBe(tagSlug(`${'x'.repeat(100)}b`));
  });
});

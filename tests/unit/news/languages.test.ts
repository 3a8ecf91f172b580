import { describe, expect, it } from 'vitest';
import { directionOf, nameOfLanguage } from '../../../src/news/languages.ts';

describe('the language of an article', () => {
  it.each(['ar', 'he', 'fa', 'ur', 'ps', 'dv', 'yi', 'ckb', 'az-Arab', 'pa-Arab'])(
    'runs from right to left: %s',
    (lang) => {
      expect(directionOf(lang)).toBe('rtl');
    },
  );

  it.each(['en', 'pt-BR', 'zh', 'ru', 'az', 'pa', 'ar-Latn', 'tlh'])('runs from left to right: %s', (lang) => {
    expect(directionOf(lang)).toBe('ltr');
  });

  it('is named in itself, so that its readers find it', () => {
    expect(nameOfLanguage('fr')).toBe('français');
    expect(nameOfLanguage('ar')).toBe('العربية');
  });
});

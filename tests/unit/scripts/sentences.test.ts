import { describe, expect, test, vi } from 'vitest';
import { toPieces } from '../../../src/scripts/listen/pieces.ts';
import { toSentences } from '../../../src/scripts/listen/sentences.ts';

/** Sentences that are put together and must be found again, by language. */
const TEXTS: [lang: string, sentences: string[]][] = [
  ['en', ['U.S. Secretary of State J. Kerry met Mr. Smith at 5 p.m. Tuesday in the U.S.', 'The talks failed.']],
  ['en', ['"Is it over?" he asked.', 'Nobody knew!', 'Not yet.']],
  ['en-GB', ['No. 5 of the list rose 3.5 percent on Oct. 4.', 'He said no.', 'It was all.']],
  [
    'en',
    ['Dr. A. B. Sample of Acme Inc. spoke vs. Gen. Example, i.e. The Sample.', 'He left (at 6 a.m.).', 'Rain fell.'],
  ],
  ['en', ['She stopped at St. Mark, wrote to Lt. Col. Sample Jr. Example and slept.', 'In the U.K. Parliament met.']],
  ['en', ['The price is $1.5 million.', 'See www.paper.example for more.', 'Wait... what?']],
  ['fr', ['M. Exemple et Mme. Durand sont venus le 4 oct. 2016.', '« Vraiment ? » dit-il.', 'Oui.']],
  ['fr', ['J.-C. Exemple est parti.', 'Voir p. 4 et art. 5.', 'Fin !']],
  ['ru', ['С. В. Примеров прибыл 4 окт. Москва ждала.', '«Мы едем!» — сказал он.']],
  ['ru', ['Дом стоит на ул. Садовой с 1990 г.', 'Он стар.', 'Цена его 5 млн. руб. в ценах 1990 г.']],
  ['uk', ['Площа ім. Прикладу відкрита.', 'У 1990 р. Київ чекав.', 'Він пішов.']],
  ['es', ['El Sr. Ejemplo viajó a EE.UU. con la Dra. Muestra.', '¿Quién es?', 'Él no sabe.']],
  ['de', ['Am 3. Oktober kam Dr. Muster, z.B. Er.', 'Dann ging er.']],
  ['ar', ['وصل د. أحمد إلى الميناء.', 'هل جاء وحده؟', 'نعم!', 'ثم ذهب.']],
  ['fa', ['کشتی آمد.', 'آیا رفت؟', 'بله.']],
];

describe('a listener hears whole sentences', () => {
  test.each(TEXTS)('in %s: %j', (lang, sentences) => {
    const text = sentences.join(' ');
    expect(toSentences(text, lang).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });

  test('in Chinese, where no space divides them and a quote belongs to what it opens', () => {
    const sentences = ['元宵节的晚上，灯塔亮了。', '“真的吗？”', '“是的！”', '岸上的人一起数到三。'];
    const text = sentences.join('');
    expect(toSentences(text, 'zh-Hans').map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });

  test('over the ends of lines, and with spaces that do not break', () => {
    const text = '  The ferry\n came at 5\u00a0p.m. on\nFriday.\n\n It left. ';
    expect(toSentences(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual([
      'The ferry\n came at 5\u00a0p.m. on\nFriday.',
      'It left.',
    ]);
  });

  test('whatever an author calls the language', () => {
    const text = 'The ferry came. It left.';
    for (const lang of ['', 'en_GB', 'plain English', '-']) expect(toSentences(text, lang), lang).toHaveLength(2);
  });

  test('in a browser that has no segmenter, too', () => {
    vi.stubGlobal('Intl', {});
    const text = 'Mr. Sample came. "Is it over?" he asked. 灯塔亮了。是的！';
    const sentences = toSentences(text, 'en').map(({ start, end }) => text.slice(start, end));
    vi.unstubAllGlobals();
    expect(sentences).toEqual(['Mr. Sample came.', '"Is it over?" he asked.', '灯塔亮了。', '是的！']);
  });

  test('of a text without any, nothing', () => {
    expect(toSentences(' \n ', 'en')).toEqual([]);
  });
});

describe('a long sentence is read in pieces', () => {
  const LONG =
    'The harbour board, which had, in the eleven meetings since the winter that nobody in the town will forget, spoken of little else than stones, voted on Thursday, by nine to two – and against the advice of its own surveyor – to keep the crane, worth 1,000,000 in scrap.';

  test('that end at commas, and lose no word', () => {
    const pieces = toPieces(LONG);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join(' ')).toBe(LONG);
    for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/,$|surveyor$|two$/u);
  });

  test('none of which is long, whatever it is made of', () => {
    for (const text of [
      LONG,
      LONG.replace(/[,–]/gu, ''),
      '旧港口的灯塔，'.repeat(40),
      '灯'.repeat(300),
      'a'.repeat(700),
    ]) {
      const pieces = toPieces(text);
      expect(pieces.join('').replaceAll(' ', '')).toBe(text.replaceAll(/\s/gu, ''));
      for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(text.includes('灯') ? 70 : 180);
    }
  });

  test('but a short one as it is, its white space single', () => {
    expect(toPieces(' One,  two,\nthree. ')).toEqual(['One, two, three.']);
    expect(toPieces(' ')).toEqual([]);
  });
});

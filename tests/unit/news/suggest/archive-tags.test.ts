import { describe, expect, it } from 'vitest';
import { knownTags, namesFor, suggestionsFor } from './advice.ts';

describe('a tag that the archive knows', () => {
  it('is suggested for an article that names it twice, as the archive writes it', () => {
    const text = ['The panel met late. It heard the harbour board, and then heard the Harbour Board again.'];
    expect(suggestionsFor(text, knownTags(['Harbour Board']))).toEqual([
      { name: 'Harbour Board', kind: 'archive', count: 2 },
    ]);
    expect(namesFor(['Nobody met anybody.'], knownTags(['Harbour Board']))).toEqual([]);
  });

  it('is found by each of its aliases, and under its name in the language of the site', () => {
    const listed = [{ name: { de: 'Hafenamt', en: 'Harbour Board' }, aliases: ['HB', 'Board of the Harbour'] }];
    for (const written of ['HB', 'Board of the Harbour', 'Hafenamt'])
      expect(namesFor([`He asked the ${written} first. The ${written} said no.`], knownTags([], listed))).toContain(
        'Harbour Board',
      );
  });

  it('that is an ordinary word is suggested only where it is what the article is about', () => {
    const known = knownTags(['trade']);
    expect(namesFor(['He left to learn a trade. It was a trade for life.'], known)).toEqual([]);
    expect(namesFor(['The trade in wool grew.', 'Much trade goes by sea, and trade by land is slow.'], known)).toEqual([
      'trade',
    ]);
  });

  it('that is written in capitals is not found in small letters', () => {
    const text = ['Those who work here know who is who, and it is what it is: un jour, un homme.'];
    expect(namesFor(text, knownTags(['WHO', 'IT', 'un']))).toEqual([]);
    expect(namesFor(['The WHO met. Then the WHO left.'], knownTags(['WHO']))).toEqual(['WHO']);
  });

  it('of a person counts the surname too, once the full name has been given', () => {
    const known = knownTags(['Ann Poe']);
    const [poe] = suggestionsFor(['A day later Ann Poe spoke. Poe was calm, and Mr Poe smiled.'], known);
    expect(poe).toEqual({ name: 'Ann Poe', kind: 'archive', count: 3 });
    const others = suggestionsFor(['By noon Ann Poe spoke. Then Max Poe spoke.'], known);
    expect(others.find(({ name }) => name === 'Ann Poe')?.count).toBe(1);
    expect(namesFor(['Then Poe spoke, and Poe was calm.'], known)).not.toContain('Ann Poe');
  });

  it('is not found in a longer name that only begins or ends with it', () => {
    const known = knownTags(['Wilson']);
    expect(namesFor(['By noon Wilson Foods had closed. So Wilson Foods is gone.'], known)).not.toContain('Wilson');
    expect(namesFor(['By noon Baker Wilson had closed. So Baker Wilson is gone.'], known)).not.toContain('Wilson');
    expect(namesFor(['By noon Wilson spoke. So Wilson is back.'], known)).toContain('Wilson');
  });

  it('is found where another tool wrote it with hyphens or low lines', () => {
    const text = ['In June John Roe came. Here John Roe stays.'];
    expect(namesFor(text, knownTags(['john-roe']))).toEqual(['john-roe']);
    expect(namesFor(text, knownTags(['john_roe']))).toEqual(['john_roe']);
  });

  it.each([
    ['ru', 'Сирия', ['Сегодня Сирия ответила. Вчера Сирия молчала.']],
    ['ar', 'حلب', ['عاد الهدوء إلى حلب اليوم.', 'قال سكان حلب إنهم باقون.']],
    ['zh', '叙利亚', ['今天叙利亚宣布停火。', '各方抵达叙利亚首都。']],
    ['ja', 'シリア', ['政府はシリアで停戦に合意した。', 'シリアの代表は帰国した。']],
  ])('is found in a text in %s as it stands there', (lang, tag, text) => {
    expect(namesFor(text, knownTags([tag]), { lang, headline: '' })).toContain(tag);
  });
});

describe('what an article has already', () => {
  const text = ['In June the Harbour Board met, and the Harbour Board left.'];
  const listed = [{ name: 'Harbour Board', aliases: ['HB'], neverSameAs: ['Harbour Bank'] }, { name: 'Harbour Bank' }];

  it('is not suggested again, under whatever name it has it', () => {
    for (const tag of ['Harbour Board', 'harbour board', 'HB'])
      expect(namesFor(text, knownTags([], listed), { tags: [tag] })).toEqual([]);
    expect(namesFor(text, knownTags([], listed))).toEqual(['Harbour Board']);
  });

  it('is not joined by a tag that tags.yaml tells apart from it', () => {
    expect(namesFor(text, knownTags([], listed), { tags: ['Harbour Bank'] })).toEqual([]);
    const both = ['In June the Harbour Board met the Harbour Bank. The Harbour Board and the Harbour Bank agreed.'];
    expect(namesFor(both, knownTags([], listed))).toEqual(['Harbour Board']);
  });

  it('does not count where a longer name stands that tags.yaml tells apart from it', () => {
    const plaza = ['They met at Harbour Board Plaza. Then Harbour Board Plaza was closed.'];
    const known = knownTags([], [{ name: 'Harbour Board', neverSameAs: ['Harbour Board Plaza'] }]);
    expect(namesFor(plaza, known)).toEqual(['Harbour Board Plaza']);
    known.use(['harbour board plaza']);
    expect(namesFor(plaza, known)).toEqual(['harbour board plaza']);
  });

  it('is never added to under an address that tags.yaml gives to another tag', () => {
    const known = knownTags([], [{ name: 'Old Mill', slug: 'mill' }]);
    expect(namesFor(['By noon the Mill stood still. Then the Mill burned.'], known)).toEqual([]);
    expect(namesFor(['By noon the Mill stood still. Then the Mill burned.'])).toEqual(['Mill']);
  });
});

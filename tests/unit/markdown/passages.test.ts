import { describe, expect, it } from 'vitest';
import { elementsOf, render, valuesOf } from './render.ts';

/** The ids of passages, by their words. */
function passages(markdown: string): Map<string, string | undefined> {
  const found = elementsOf(render(markdown).html).filter(({ name }) => name === 'p' || name === 'li');
  return new Map(found.map(({ text, attributes }) => [text.replace(/\s+/gu, ' ').trim(), attributes['id']]));
}

const FIRST = 'The council met at nine.';
const SECOND = 'It rose at noon, *without* a vote.';
const WORDS = 'It rose at noon, without a vote.';

describe('a link to a paragraph', () => {
  it('holds whatever is done to the paragraphs around it', () => {
    const id = passages(`${FIRST}\n\n${SECOND}`).get(WORDS);
    expect(id).toMatch(/^p-[0-9a-z]{6}$/u);
    for (const text of [
      SECOND,
      `New.\n\n# Talks\n\n${SECOND}\n\n${FIRST}`,
      `> ${SECOND}`,
      `It rose at   noon, without\n*a* vote.\n\n- a point`,
      `A note[^1].\n\nIt rose at noon, without a vote[^2].\n\n[^1]: One\n[^2]: Two`,
    ])
      expect([...passages(text).values()], text).toContain(id);
  });

  it('leads nowhere once the paragraph says something else', () => {
    const id = passages(SECOND).get(WORDS);
    expect([...passages(SECOND.replace('noon', 'one')).values()]).not.toContain(id);
  });

  it('finds each of those that say the same, in their order', () => {
    const ids = valuesOf(render(`No.\n\n${FIRST}\n\nNo.\n\n- No.`).html, 'id');
    const [first = ''] = ids;
    expect(ids.filter((id) => id.startsWith(first))).toEqual([first, `${first}-2`, `${first}-3`]);
    expect(new Set(ids).size).toBe(4);
  });

  it.each(['Срок истёк.', '停戦は終わった。', 'انتهت الهدنة.', '&lt;p id="p-000000"&gt;', '7'])(
    'is there in any script: %s',
    (text) => {
      expect([...passages(text).values()]).toEqual([expect.stringMatching(/^p-[0-9a-z]{6}$/u)]);
    },
  );
});

describe('a point of a list', () => {
  it('has an id of its own words, those of the points below it apart', () => {
    const list = passages('- one\n  - two\n- three');
    const edited = passages('- one\n  - two, at last\n- three');
    expect(list.get('one two')).toBeDefined();
    expect(edited.get('one two, at last')).toBe(list.get('one two'));
    expect(edited.get('two, at last')).not.toBe(list.get('two'));
    expect(edited.get('three')).toBe(list.get('three'));
  });

  it('leaves it to the paragraphs that it is made of', () => {
    const { html } = render('- one\n\n  more\n- two');
    const ids = elementsOf(html).map(({ name, attributes }) => [name, attributes['id'] !== undefined]);
    expect(ids.filter(([name]) => name === 'li')).toEqual([
      ['li', false],
      ['li', false],
    ]);
    expect(ids.filter(([name]) => name === 'p')).toEqual([
      ['p', true],
      ['p', true],
      ['p', true],
    ]);
  });
});

describe('what has no id of a passage', () => {
  it('is a note, which has one of its own, and what has no words', () => {
    const { html } = render('A[^1]\n\n![Kerry](kerry.jpg)\n\n![a](kerry.jpg) ![b](kerry.jpg)\n\n[^1]: One\n\n    Two');
    const ofPassages = elementsOf(html).filter(({ attributes }) => attributes['id']?.startsWith('p-') === true);
    expect(ofPassages.map(({ text }) => text)).toEqual(['A1']);
  });

  it('is a crosshead, whatever words it has', () => {
    const { html } = render('# p-000000\n\n# P\n\nP');
    expect(valuesOf(html, 'id').filter((id) => id.startsWith('p-'))).toHaveLength(1);
  });
});

it('an author’s own id gives way', () => {
  const { html } = render('<p id="p-000000">one</p>\n\n<ul><li id="p-000001">two</li></ul>');
  const ids = valuesOf(html, 'id');
  expect(ids).toHaveLength(2);
  expect(ids).not.toContain('p-000000');
  expect(ids).not.toContain('p-000001');
});

import { describe, expect, it } from 'vitest';
import { elementsNamed, elementsOf, render, valuesOf, withoutPassageIds } from './render.ts';

/** The fragments that links lead to, and the ids that there are. */
function targets(html: string): { wanted: string[]; ids: string[] } {
  const wanted = valuesOf(html, 'href').flatMap((href) => (href.startsWith('#') ? [href.slice(1)] : []));
  return { wanted, ids: valuesOf(withoutPassageIds(html), 'id') };
}

const NAMES = ['1', 'note', 'É', 'прим', '注', 'a_b', '100%', 'x"y', '__proto__', 'a-2'];

describe('notes', () => {
  it.each(NAMES)('can be reached from their mark and lead back to it, under any name: %s', (name) => {
    const { html, blocks } = render(`Text[^${name}] again[^${name}].\n\n[^${name}]: The note.`);
    expect(blocks).toEqual(['Text again.', 'The note.']);
    const { wanted, ids } = targets(html);
    expect(ids.toSorted()).toEqual(['fn-1', 'fnref-1', 'fnref-1-2', 'notes']);
    expect(wanted.toSorted()).toEqual(['fn-1', 'fn-1', 'fnref-1', 'fnref-1-2']);
  });

  it('lead back to their own marks even where one name reads like another’s second mark', () => {
    const { html } = render('A[^a] B[^a] C[^a-2] D[^a-2]\n\n[^a]: One\n[^a-2]: Two');
    const { wanted, ids } = targets(html);
    const marks = ['fnref-1', 'fnref-1-2', 'fnref-2', 'fnref-2-2'];
    expect(wanted.filter((it) => it.startsWith('fnref')).toSorted()).toEqual(marks);
    expect(ids.filter((it) => it.startsWith('fnref')).toSorted()).toEqual(marks);
  });

  it('are numbered as they are met, not as they are named', () => {
    const { html } = render('A[^9] B[^1] C[^9]\n\n[^1]: One\n[^9]: Nine');
    expect(
      elementsNamed(html, 'sup')
        .map(({ text }) => text)
        .slice(0, 3),
    ).toEqual(['1', '2', '1']);
    expect(elementsNamed(html, 'li').map(({ text }) => text.trim().slice(0, 4))).toEqual(['Nine', 'One ']);
  });

  it('may hold notes, paragraphs and lists', () => {
    const { html, blocks } = render('A[^1]\n\n[^1]: One[^2]\n\n    More\n\n    - item\n[^2]: Two');
    expect(blocks).toEqual(['A', 'One', 'More', 'item', 'Two']);
    const { wanted, ids } = targets(html);
    expect(ids).toEqual(expect.arrayContaining(wanted));
  });

  it('without a text stay as they are written', () => {
    expect(render('A[^nowhere]').blocks).toEqual(['A[^nowhere]']);
  });

  it('have a heading with a name for those who hear the page, which is no word of the article', () => {
    const { html } = render('A[^1]\n\n[^1]: One');
    const [section] = elementsNamed(html, 'section');
    expect(section?.attributes['aria-labelledby']).toBe('notes');
    expect(elementsNamed(html, 'h2')[0]?.attributes).toEqual({ id: 'notes', 'data-generated': '' });
    expect(elementsNamed(html, 'a').every(({ attributes }) => attributes['aria-label'] !== undefined)).toBe(true);
  });
});

describe('raw HTML that claims to be a note', () => {
  it.each([
    '<li id="user-content-fn-1">spoof</li>',
    '<ol><li id="fn-1">spoof</li></ol>',
    '<section data-footnotes><h2>Footnotes</h2><ol><li id="user-content-fn-1">spoof</li></ol></section>',
    '<a id="user-content-fnref-1" href="#user-content-fn-1">spoof</a>',
    '<a data-footnote-ref id="fnref-1" href="#user-content-fn-1">spoof</a>',
    '<a data-footnote-backref href="#user-content-fnref-1">spoof</a>',
    '<h2 id="notes">spoof</h2>',
  ])('takes no id, no mark and no place from the true one: %s', (spoof) => {
    const { html, blocks } = render(`${spoof}\n\nText[^1].\n\n[^1]: The note.`);
    const ids = valuesOf(withoutPassageIds(html), 'id').filter((id) => !id.startsWith('at-'));
    expect(ids).toEqual(['fnref-1', 'notes', 'fn-1']);
    expect(elementsOf(html).find(({ attributes }) => attributes['id'] === 'fn-1')?.text).toContain('The note.');
    expect(blocks.join()).toContain('spoof');
    expect(blocks.slice(-2)).toEqual(['Text.', 'The note.']);
  });
});

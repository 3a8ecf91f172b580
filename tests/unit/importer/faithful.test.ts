import { describe, expect, test } from 'vitest';
import { copyOf } from '../../../src/importer/copy/copy-of.ts';
import { renderBody } from '../../../src/markdown/pipeline.ts';
import { normalise } from '../../../src/news/text.ts';
import { copyThrough } from './copy-through.ts';
import { LONG } from './read.ts';

/** Beginnings and ends of lines that Markdown, HTML or YAML would take for their own. */
const HOSTILE = [
  '# A number sign first',
  '####### seven',
  '1. A number first',
  '1986. A great year',
  '2) two',
  '- a dash first',
  '+ a plus first',
  '* a star first',
  '> an angle first',
  '> > two angles',
  '    four spaces first',
  '\ta tab first',
  '---',
  '***',
  '* * *',
  '===',
  '```js',
  '~~~',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- a comment -->',
  '<?php echo 1 ?>',
  '</p><p>',
  '<https://example.org/>',
  'http://example.org/a_b_c?d=e&f=g#h',
  'www.example.org is its address, and desk@example.org its mail',
  '[a link](javascript:alert(1)) and ![a picture](https://example.org/x.png)',
  '[^1]: a note',
  'a mark[^1] of a note',
  '[a]: https://example.org "definition"',
  '[ ] a box and [x] another',
  '- [ ] a task',
  '| a | b |',
  '| --- | --- |',
  '&amp; &lt;b&gt; &#35; &copy; AT&T',
  '~~struck~~ and ~one~',
  '*emphasis* and _more_ and __most__ and snake_case_word and 2*3*4',
  '`code` and ``more``',
  'a backslash \\ and \\* two \\\\ and one at the end \\',
  'a hash at the end ##',
  '$1,000 {{ mustache }} <% tag %> ${js} {process.exit()}',
  'import x from "y"',
  ':::note',
  'Zero\u200bwidth and soft\u00adhyphen and no\u00a0break',
  'two  spaces   inside',
  'a mark n\u200b\u0301 behind an invisible sign',
  "al- Assad's space and a dash -- here",
  '“curly” ‘quotes’ and "straight" \'ones\' … – —',
  '😀 emoji 👩‍👩‍👧 and نص عربي and 漢字',
  '%PDF is a word here; so is +++ and ;;;',
  '"quoted": [yaml, {a: b}]',
  '\ud83d\ude00'.repeat(3),
];

describe('a line of the source comes back as the text it was', () => {
  test.each(HOSTILE)('as a paragraph: %s', (line) => {
    const { front, body } = copyThrough(`Talks End\n\n${LONG}\n\n${line}\n\n${LONG}`);
    const blocks = copyOf(front, body).map(({ text }) => text);
    expect(blocks).toEqual(['Talks End', LONG, normalise(line), LONG]);
    expect(front.receipt).toMatchObject({ blocks: 4, kept: 4, moved: [], changed: [], dropped: [] });
  });

  test.each(HOSTILE)('as a crosshead, a headline and the next line of a paragraph: %s', (line) => {
    const { front, body } = copyThrough(`${line} Talks\n\n${LONG}\n\nNext ${line}\n\n${LONG}\n${line}\n\n${LONG}`);
    const blocks = copyOf(front, body).map(({ text }) => text);
    expect(blocks).toContain(normalise(`${line} Talks`));
    expect(blocks).toContain(normalise(`Next ${line}`));
    expect(blocks).toContain(normalise(`${LONG} ${line}`));
    expect(front.receipt?.kept).toBe(front.receipt?.blocks);
  });

  test('and brings no markup into the page but paragraphs, and links of the addresses that it shows', () => {
    const { body } = copyThrough(`Talks End\n\n${LONG}\n\n${HOSTILE.join('\n\n')}\n\n${LONG}`);
    const { html } = renderBody(body, { file: 'a.md', siteUrl: 'https://example.org/', pictures: new Map() });
    expect(html).not.toMatch(
      /<(?!\/p>|p id="p-[0-9a-z]{6}(?:-\d+)?">|\/a>|a href="(?:https?:\/\/(?:www\.)?|mailto:desk@)example\.org)/u,
    );
  });

  test('and a list keeps its lines and its signs', () => {
    const { front, body } = copyThrough(
      `Talks End\n\n${LONG}\n\n- the first\n- the second,\n  in two lines\n- the third\n\n${LONG}`,
    );
    expect(body).toContain('\\- the first\\\n\\- the second, in two lines\\\n\\- the third');
    expect(front.receipt).toMatchObject({ blocks: 4, kept: 4 });
  });

  test('whatever signs a text is made of', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const signs = [
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '#',
      '-',
      '+',
      '!',
      '|',
      '~',
      '\\',
      '&',
      ';',
      ':',
      '/',
      '^',
      '1',
      '.',
      ' ',
      '\n',
      'a',
      'B',
      '"',
      "'",
      '@',
      'www.',
      'http://',
      'x.org',
    ];
    for (let round = 0; round < 400; round += 1) {
      const noise = Array.from({ length: 4 + random(40) }, () => signs[random(signs.length)] ?? '').join('');
      const { front, body } = copyThrough(`Talks End\n\n${LONG}\n\n${noise}\n\n${LONG}`);
      const { blocks = 0, kept = 0, moved = [], changed = [], dropped = [] } = front.receipt ?? {};
      expect(kept + moved.length + changed.length + dropped.length, noise).toBe(blocks);
      expect({ noise, changed, dropped }).toEqual({ noise, changed: [], dropped: [] });
      expect(copyOf(front, body).length).toBe(blocks);
    }
  });
});

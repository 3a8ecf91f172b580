import { describe, expect, it } from 'vitest';
import { renameTag } from '../../../src/tags/rename-tag.ts';

function file(tags: string, eol = '\n'): string {
  const lines = [
    '---',
    "title:   'A  headline' # as printed",
    `tags: ${tags}`,
    'lead: true  # U.S.',
    '---',
    '',
    'U.S. text.',
    '',
  ];
  return lines.join('\n').replaceAll('\n', eol);
}

/** An article's file after the renaming of U.S. to United States, or why it was refused. */
function renamed(text: string, from = 'U.S.', to = 'United States'): string {
  const done = renameTag(text, from, to);
  return done.outcome === 'renamed' ? done.text : done.outcome;
}

describe('a tag that is renamed', () => {
  it.each([
    ['[Syria,  U.S. , Trade]', '[Syria,  United States , Trade]'],
    ['["U.S.", \'Trade\']', '["United States", \'Trade\']'],
    ["['U.S.']", "['United States']"],
    ['[u.s., Trade] # both', '[United States, Trade] # both'],
    [
      '\n  - Syria # a place\n  - U.S.   # another\n  - Trade',
      '\n  - Syria # a place\n  - United States   # another\n  - Trade',
    ],
    ['\n- U.S.', '\n- United States'],
    ['[\n  Syria,\n  U.S.,\n  ]', '[\n  Syria,\n  United States,\n  ]'],
  ])('changes no other byte of the file: %j', (before, after) => {
    for (const eol of ['\n', '\r\n']) expect(renamed(file(before, eol))).toBe(file(after, eol));
    expect(renamed(`\ufeff${file(before)}`)).toBe(`\ufeff${file(after)}`);
  });

  it.each([
    ['[U.S., Syria, United States]', '[Syria, United States]'],
    ['[united states, Syria, U.S.]', '[united states, Syria]'],
    ['[Syria, U.S., U.S.]', '[Syria, United States]'],
    ['\n  - U.S.\n  - Syria\n  - United States', '\n  - Syria\n  - United States'],
  ])('is not there twice where an article has both names: %j', (before, after) => {
    expect(renamed(file(before))).toBe(file(after));
  });

  it.each(['C# & more: [x], {y}', 'no', '12', '- x', '"quoted"', "it's", 'null', '叙利亚', '@home', 'a: b'])(
    'may have a name that YAML would read otherwise: %s',
    (name) => {
      for (const before of ['[U.S., Syria]', '\n  - U.S.\n  - Syria', '["U.S.", Syria]']) {
        const text = renamed(file(before), 'U.S.', name);
        expect(text).not.toBe('refused');
        expect(renamed(text, name, 'U.S.').replace(/["']U\.S\.["']/u, 'U.S.')).toBe(file(before.replaceAll('"', '')));
      }
    },
  );

  it('leaves an article without it as it is, whatever its text says', () => {
    expect(renamed(file('[Syria, US]'))).toBe('unchanged');
    expect(renamed(file('[Syria]').replace('title:', '# tags: U.S.\ntitle:'))).toBe('unchanged');
  });

  it('leaves a file that the build would refuse as it is, and says why', () => {
    const done = renameTag('---\ntitel: x\n---\n', 'a', 'b');
    expect(done.outcome === 'refused' && done.reason).toContain('did you mean "title"?');
  });
});

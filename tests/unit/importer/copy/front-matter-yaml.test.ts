import { describe, expect, test } from 'vitest';
import { reviseYaml } from '../../../../src/importer/copy/front-matter-yaml.ts';
import { copyThrough } from '../copy-through.ts';
import { LONG } from '../read.ts';

describe('a headline comes back from YAML as it was', () => {
  test.each([
    'Truce: Talks End',
    '"Quoted" And \'Quoted\'',
    "'Quoted' At The Start",
    '# A Number Sign',
    '--- Three Dashes',
    '- A Dash',
    '? A Question',
    '[Brackets] And {Braces}',
    '& An Anchor *And* An Alias',
    '! A Tag',
    '% A Directive',
    '@ An At And ` A Tick',
    'A Comment # Here',
    'Ends With A Colon:',
    'true',
    'null',
    '~',
    '2016',
    '1_000',
    '0x1F',
    '1e3',
    '.inf',
    '2016-10-04',
    '12:30:45',
    '😀 Emoji 👩‍👩‍👧',
    'Back\\slash And </title><script>',
    'محادثات السلام تنتهي',
    '停戦協議が終わる',
    '<<',
    '=',
    'key: value',
    '| pipe',
    '> fold',
  ])('%s', (title) => {
    const { front } = copyThrough(`${title}\n\n${LONG}`);
    expect(front.title).toBe(title);
    expect(front.receipt).toMatchObject({ blocks: 2, kept: 2 });
  });

  test('and keys stand in the order of the schema, without empty ones', () => {
    const { file } = copyThrough(
      `Talks End\n\nBy Ann Poe\n\nOctober 4, 2016\n\n${LONG}\n\n${LONG}\n\n${LONG}\n\nSource: AP`,
    );
    expect(
      file
        .split('\n')
        .filter((line) => /^\w+:/u.test(line))
        .map((line) => line.split(':')[0]),
    ).toEqual(['title', 'published', 'authors', 'credit', 'source', 'receipt']);
    expect(file).toContain('\npublished: 2016-10-04\nauthors: [Ann Poe]\n');
  });
});

describe('front matter that an editor has written', () => {
  const written = [
    '# the lead of Tuesday',
    "title: 'Talks End'   # as printed",
    'lead: true',
    'published: 2016-10-03 # by the paper',
    'source:',
    '  file: talks.txt',
    'tags:',
    '  - Syria # the country',
    '',
  ].join('\n');

  test('keeps its comments, its quotes and its order when a value changes', () => {
    expect(reviseYaml(written, [{ path: ['published'], value: '2016-10-04' }])).toBe(
      written.replace('2016-10-03', '2016-10-04').replace("'   #", "' #"),
    );
  });

  test('gets a new key where the schema has it', () => {
    const added = [
      { path: ['description'], value: 'A line.' },
      { path: ['source', 'name'], value: 'The Post' },
    ] as const;
    const keys = reviseYaml('title: T\ntags: [A]\nsource:\n  file: t.txt\n', added).match(/^ *\w+(?=:)/gmu);
    expect(keys).toEqual(['title', 'description', 'tags', 'source', '  name', '  file']);
  });

  test('loses a key that has no value any more, and a map that is empty then', () => {
    const yaml = 'title: T\nimage:\n  caption: C\n';
    expect(reviseYaml(yaml, [{ path: ['image', 'caption'], value: undefined }])).toBe('title: T\n');
    expect(reviseYaml('title: T\n', [{ path: ['image', 'caption'], value: undefined }])).toBe('title: T\n');
  });
});

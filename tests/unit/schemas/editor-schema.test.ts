import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from './everything.ts';
import { JUDGES, readSchema } from './judge.ts';
import { isObject, variantsOf } from './variants.ts';

const FILES = ['article.json', 'site.json', 'tags.json'] as const;

/** What only the build knows: it is about several values at once, or about the zones of this year. */
const ONLY_OURS =
  /does not add up|no tag here is named|is a name of|has the address|expected a time zone .* got "false"/u;

describe('a value in the place of another', () => {
  it.each(FILES)('is taken or refused by an editor as it is by the build, wherever it stands: %s', (file) => {
    const judge = JUDGES[file];
    expect(judge(EVERYTHING[file])).toEqual({ problems: [], isTakenByEditor: true });
    const variants = variantsOf(EVERYTHING[file]);
    expect(variants.length).toBeGreaterThan(300);
    const unlike = variants.filter((value) => {
      const { problems, isTakenByEditor } = judge(value);
      return isTakenByEditor !== problems.every((problem) => ONLY_OURS.test(problem));
    });
    expect(unlike.map((value) => [value, judge(value)])).toEqual([]);
  });

  it.each(FILES)('is tried for every key: %s', (file) => {
    const advice = 'give these keys a value in tests/unit/schemas/everything.ts';
    expect(untried(readSchema(file), [EVERYTHING[file]]), advice).toEqual([]);
  });
});

const article = (keys: Record<string, unknown>): unknown => ({ title: 'A headline', ...keys });
const site = (keys: Record<string, unknown>): unknown => ({ name: 'A', url: 'https://a.example/', ...keys });
const tag = (keys: Record<string, unknown>): unknown => [{ name: 'Syria', ...keys }];

describe('a mistake', () => {
  it.each([
    ['article.json', 'title', article, ['', ' \u200d', '\u00ad\ufeff', '\u202e', '\u0007', 'a'.repeat(2001), 7, null]],
    [
      'article.json',
      'published',
      article,
      ['2016-02-30', '2015-02-29', '1900-02-29', '2016-13-01', '0000-01-01', '2016-10'],
    ],
    [
      'article.json',
      'updated',
      article,
      ['2016-10-04T14:30', '2016-10-04 14:30Z', '2016-10-04T24:00Z', '2016-10-04T14:30+25:00'],
    ],
    ['article.json', 'lang', article, ['english please', 'en_GB', 'e', 'en-', 'x-private']],
    ['article.json', 'translationOf', article, ['old/', '//evil.example/', '/a/../b/', '/a?b', '/a b/', '/caf%C3%A9/']],
    [
      'article.json',
      'rights',
      article,
      [{ url: 'example.org' }, { url: 'https://u:p@e.example/' }, { url: 'javascript:alert(1)' }, { publish: 'all' }],
    ],
    [
      'article.json',
      'image',
      article,
      [
        { src: 'a.jpg' },
        { src: '../a.jpg', alt: '' },
        { src: '/a.jpg', alt: '' },
        { src: 'https://e.example/a.jpg', alt: '' },
      ],
    ],
    [
      'article.json',
      'tags',
      article,
      [Array.from({ length: 501 }, (_, number) => `Tag ${number}`), ['a'.repeat(2001)], [' ']],
    ],
    [
      'site.json',
      'url',
      site,
      ['https://', 'https://a.example/?q', 'https://a.example/#top', 'https://a.example:port/', 'ftp://a.example/'],
    ],
    ['site.json', 'timeZone', site, ['', 'Europe / Prague', 'UTC!', '+25']],
    ['site.json', 'oldAfterYears', site, [-1, 1.5, '2', 1e300]],
    ['tags.json', 'name', tag, [{}, { en: '' }, { english_name: 'Syria' }, 7]],
    ['tags.json', 'slug', tag, ['Syria', 'sy ria', 'syria!', '-syria', 'a/b']],
    ['tags.json', 'sameAs', tag, [['P31'], ['Q0'], ['medtop:1'], ['Syria']]],
  ] as const)('is seen while typing, if it can be seen at all: %s, %s', (file, key, made, values) => {
    for (const value of values) {
      const { problems, isTakenByEditor } = JUDGES[file](made({ [key]: value }));
      expect([problems.length > 0, isTakenByEditor], JSON.stringify(value)).toEqual([true, false]);
    }
  });

  it('is never seen where there is none, in parts of addresses and names for machines', () => {
    const parts = ['a', '7', '-', ' ', '\u200b', 'é', 'É', 'ß', 'С', '٣', '_', '.', '𝐀', 'a-b'];
    const codes = [
      'Q',
      '1',
      '858',
      'medtop:',
      '20000123',
      'https://',
      'HTTP://',
      'a.example',
      '/',
      '@',
      ':',
      ' ',
      '\n',
    ];
    const texts = (from: readonly string[]): fc.Arbitrary<string> =>
      fc.array(fc.constantFrom(...from), { maxLength: 5 }).map((found) => found.join(''));
    let taken = 0;
    const property = fc.property(texts(parts), texts(codes), (slug, same) => {
      for (const keys of [{ slug }, { sameAs: [same] }]) {
        const { problems, isTakenByEditor } = JUDGES['tags.json'](tag(keys));
        if (problems.length === 0) expect(isTakenByEditor, JSON.stringify(keys)).toBe(true);
        if (problems.length === 0) taken += 1;
      }
    });
    fc.assert(property, { seed: 7, numRuns: 5000 });
    expect(taken).toBeGreaterThan(1000);
  });
});

/** The keys that a schema knows and none of some values has. */
function untried(schema: unknown, values: readonly unknown[]): string[] {
  if (!isObject(schema)) return [];
  const { properties, items, additionalProperties, anyOf } = schema;
  const objects = values.filter(isObject);
  return [
    ...Object.entries(isObject(properties) ? properties : {}).flatMap(([key, inner]) => {
      const found = objects.flatMap((object) => (key in object ? [object[key]] : []));
      return found.length === 0 ? [key] : untried(inner, found).map((below) => `${key}.${below}`);
    }),
    ...untried(
      items,
      values.flatMap((value): unknown[] => (Array.isArray(value) ? value : [])),
    ),
    ...untried(additionalProperties, objects.flatMap(Object.values)),
    ...(Array.isArray(anyOf) ? anyOf.flatMap((one) => untried(one, values)) : []),
  ];
}

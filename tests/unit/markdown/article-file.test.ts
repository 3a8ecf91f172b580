import { describe, expect, it } from 'vitest';
import { readArticleFile, readYaml, showProblem } from '../../../src/markdown/article-file.ts';
import { siteSchema } from '../../../src/news/site.ts';

/** What an editor is told of a file: `line:column message`, one a problem. */
function told(text: string): string[] {
  const read = readArticleFile('f.md', text);
  return read.ok ? [] : read.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

function fenced(yaml: string): string {
  return `---\n${yaml}\n---\n\nBody.\n`;
}

function bodyOf(text: string): string | undefined {
  const read = readArticleFile('f.md', text);
  return read.ok ? read.value.body : undefined;
}

describe('an article file', () => {
  it.each([
    ['line feeds', '\n', ''],
    ['carriage returns', '\r\n', ''],
    ['a byte order mark', '\n', '\ufeff'],
    ['both', '\r\n', '\ufeff'],
  ])('is read and its problems are found in place with %s', (_, end, start) => {
    const lines = (tag: string): string =>
      start + ['---', 'title: Truce', `tags: ${tag}`, '---', 'One', 'Two', ''].join(end);
    expect(bodyOf(lines('[Syria]'))).toBe(['One', 'Two', ''].join(end));
    expect(told(lines('Syria'))).toEqual(['3:1 tags: expected a list of names, got "Syria"']);
    expect(told(lines('[Syria'))[0]).toMatch(/^[34]:\d+ not valid YAML: /u);
  });

  it('may have rules of its own in the body', () => {
    expect(bodyOf('---\ntitle: A\n---\nOne\n\n---\n\nTwo\n---\n')).toBe('One\n\n---\n\nTwo\n---\n');
    expect(bodyOf('---\ntitle: A --- B\ncredit: "---"\n---\nOne')).toBe('One');
    expect(bodyOf('--- \ntitle: A\n---\t\n')).toBe('');
    expect(bodyOf('---\ntitle: A\n---')).toBe('');
  });

  it('is told where its front matter has no end or is not there', () => {
    expect(told('---\ntitle: A\n\nBody')).toEqual([
      '1:1 the front matter has no end; add a line "---" after its last key',
    ]);
    for (const text of ['', 'Body', '+++\ntitle = "A"\n+++\nBody', '\n---\ntitle: A\n---\n', '# ---\n']) {
      expect(told(text)).toHaveLength(1);
      expect(told(text)[0]).toMatch(/^1:1 expected front matter: a line "---"/u);
    }
  });

  it('takes no rule of the body for the end of an empty front matter', () => {
    expect(told('---\n---\nOne\n\n---\nTwo')[0]).toBe('2:1 title: is missing; expected the headline');
    expect(told('---\n# nothing yet\n---\nOne')[0]).toMatch(/^2:1 /u);
  });

  it('keeps dates as they are written', () => {
    const read = readArticleFile('f.md', fenced('title: A\npublished: 2016-10-04\nupdated: 2016-10-04T14:30:00+02:00'));
    expect(read.ok && [read.value.front.published, read.value.front.updated]).toEqual([
      '2016-10-04',
      '2016-10-04T14:30:00+02:00',
    ]);
  });
});

describe('a problem of a file', () => {
  it.each([
    ['title: A\nsource:\n  name: AP\n  ulr: x', '5:3 source.ulr: unknown key'],
    ['title: A\nauthors:\n  - Ann\n  - 7', '5:5 authors[1]: expected a name'],
    ['title: A\ncorrections:\n  - date: 2016-02-30\n    text: x', '4:5 corrections[0].date: expected a date'],
    ['title: A\nimage: {src: a.jpg}', '3:1 image.alt: is missing'],
    ['kicker: A', '2:1 title: is missing'],
    ['title: A\ntitle: B', '3:1 not valid YAML: duplicated mapping key'],
    ['title: A\n  kicker: B', '3:'],
    ['title: A\ndraft: "false"', '3:1 draft: expected true or false, got "false"'],
    ['title: A\npublished: 2026-13-45', '3:1 published: expected a date'],
    ['just text', '2:1 expected front matter'],
    ['- title', '2:1 expected front matter'],
  ])('has its line and column: %j', (yaml, message) => {
    expect(told(fenced(yaml))).toHaveLength(1);
    expect(told(fenced(yaml))[0]).toContain(message);
  });

  it('comes with all the others', () => {
    expect(told(fenced('titel: A\ntags: B\nlang: "?"'))).toHaveLength(4);
  });

  it('is one line, with the file', () => {
    const problem = { file: 'content/articles/a.md', line: 4, column: 1, message: 'tags: no' };
    expect(showProblem(problem)).toBe('content/articles/a.md:4:1  tags: no');
  });

  it('stands at the true line of a file without a fence', () => {
    const read = readYaml('site.yaml', 'name: A\nurl: https://e.example/\ntimezone: UTC\n', siteSchema);
    expect(!read.ok && read.problems.map(({ line, column }) => [line, column])).toEqual([[3, 1]]);
  });
});

describe('YAML that would do more than tell', () => {
  it.each([
    'title: !!js/function "function () { return 1 }"',
    'title: !!js/regexp /a/',
    'title: !!python/object/apply:os.system ["id"]',
    'title: !<tag:yaml.org,2002:js/undefined> ""',
    'title: !include /etc/passwd',
    '%TAG ! tag:evil.example,2002:\ntitle: !x A',
  ])('is refused: %s', (yaml) => {
    expect(told(fenced(yaml))[0]).toMatch(/not valid YAML/u);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('is refused as an unknown key: %s', (key) => {
    expect(told(fenced(`title: A\n${key}: {polluted: true}`))[0]).toContain(`3:1 ${key}: unknown key`);
    expect(told(fenced(`title: A\nsource:\n  ${key}: {polluted: true}`))[0]).toContain(`source.${key}: unknown key`);
    expect(told(fenced(`title: A\n<<: {${key}: {polluted: true}}`))).not.toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('is refused where it stands for itself many times over, before it is unfolded', () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0
        ? 'a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]'
        : `a${level}: &a${level} [${Array(9)
            .fill(`*a${level - 1}`)
            .join()}]`,
    );
    for (const yaml of [[...levels, 'title: *a29'].join('\n'), 'title: A\ntags: &x [*x]', 'title: &x {a: *x}']) {
      expect(told(fenced(yaml))).toHaveLength(1);
      expect(told(fenced(yaml))[0]).toMatch(/not valid YAML: aliases/u);
    }
  });

  it('is refused where it is nested beyond reason', () => {
    expect(told(fenced(`title: ${'['.repeat(20_000)}`))[0]).toMatch(/not valid YAML: nesting/u);
  });

  it('is refused where it is longer than any receipt, and of thousands of mistakes the first are named', () => {
    expect(told(fenced(`title: ${'a'.repeat(600_000)}`))[0]).toContain(
      '2:1 more than 500,000 signs of keys and values',
    );
    const keys = Array.from({ length: 30_000 }, (_, number) => `k${number}: 1`).join('\n');
    const problems = told(fenced(keys));
    expect(problems[0]).toContain('2:1 title: is missing');
    expect(problems.at(-1)).toContain('and 29951 more');
    expect(problems).toHaveLength(51);
  });
});

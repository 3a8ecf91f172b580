import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/tags/arguments.ts';
import { type Renaming, runRename, runSurvey } from '../../../src/tags/run-tags.ts';
import { makeFolder } from '../build/folder.ts';
import { article, SITE } from '../edition/content.ts';

const NEWS = {
  ...SITE,
  'articles/a.md': article('tags: [U.S., Trade]'),
  'articles/b.md': article('tags: [US, trade, Trade]'),
  'articles/c.md': article('draft: true\ntags: [United States, Trade]'),
};

interface Said {
  code: number;
  printed: string[];
  warned: string[];
}

async function said(content: string, run: (voice: Parameters<typeof runSurvey>[1]) => Promise<number>): Promise<Said> {
  const [printed, warned]: string[][] = [[], []];
  const without = (line: string): string => line.replaceAll(`${content}/`, '');
  const code = await run({
    print: (line) => printed?.push(without(line)),
    warn: (line) => warned?.push(without(line)),
  });
  return { code, printed: printed ?? [], warned: warned ?? [] };
}

const surveyed = (content: string): Promise<Said> => said(content, (voice) => runSurvey(content, voice));

function renamed(content: string, from: string, to: string, rest: Partial<Renaming> = {}): Promise<Said> {
  return said(content, (voice) => runRename({ content, from, to, dryRun: false, ...rest }, voice));
}

const textOf = (content: string, file: string): Promise<string> => readFile(join(content, 'articles', file), 'utf8');

describe('an editor who asks for the tags', () => {
  it('is shown what looks alike, what differs in case, what one article has, and what the file does not list', async () => {
    const yaml = '- name: United States\n  aliases: [USA]\n';
    const { code, printed } = await surveyed(await makeFolder({ ...NEWS, 'tags.yaml': yaml }));
    expect(code).toBe(0);
    expect(printed).toEqual(
      expect.arrayContaining([
        '  "U.S." (1) and "US" (1): signs or accents',
        '  "US" (1) and "United States" (1): initials',
        '  "Trade" (3), "trade" (1)',
        '  "U.S.": articles/a.md',
        '  "Trade" (3)',
      ]),
    );
    expect(printed.at(-1)).toBe(
      '4 tags in 3 articles: 3 look-alike pairs, 1 written in more than one way, 3 of a single article, 3 not listed in tags.yaml',
    );
  });

  it('is not asked again about what tags.yaml settles', async () => {
    const yaml = '- name: United States\n  aliases: [U.S., US]\n- name: Trade\n  neverSameAs: [Trades]\n';
    const files = { ...NEWS, 'tags.yaml': yaml, 'articles/d.md': article('tags: [Trades, Iron]') };
    const { printed } = await surveyed(await makeFolder(files));
    expect(printed.at(-1)).toMatch(
      /^4 tags in 4 articles: 0 look-alike pairs, 1 written .* 2 not listed in tags\.yaml$/u,
    );
  });

  it('is told of an article that cannot be read, and of the others all the same', async () => {
    const { code, printed, warned } = await surveyed(await makeFolder({ ...NEWS, 'articles/x.md': 'no front matter' }));
    expect([code, warned.length]).toEqual([2, 1]);
    expect(warned[0]).toMatch(/^Not read: articles\/x\.md:1:1/u);
    expect(printed.at(-1)).toMatch(/^4 tags in 3 articles/u);
  });
});

describe('an editor who renames a tag', () => {
  it('finds it renamed in every article that has it, drafts too, and in no other', async () => {
    const content = await makeFolder(NEWS);
    const { code, printed } = await renamed(content, 'Trade', 'Commerce');
    expect(code).toBe(0);
    expect(printed.at(-1)).toBe('3 articles renamed');
    expect(await textOf(content, 'a.md')).toBe(NEWS['articles/a.md'].replace('Trade', 'Commerce'));
    expect(await textOf(content, 'b.md')).toBe(NEWS['articles/b.md'].replace('trade, Trade', 'Commerce'));
    expect(await textOf(content, 'c.md')).toBe(NEWS['articles/c.md'].replace('Trade', 'Commerce'));
    expect((await renamed(content, 'Trade', 'Commerce')).printed).toEqual(['0 articles renamed']);
  });

  it('is told how the old address can lead on', async () => {
    const content = await makeFolder(NEWS);
    expect((await renamed(content, 'U.S.', 'United States')).printed).toContain(
      'So that its old address leads on, give "United States" the alias "U.S." in tags.yaml.',
    );
    const listed = await makeFolder({ ...NEWS, 'tags.yaml': '- name: United States\n  aliases: [U.S.]\n' });
    expect((await renamed(listed, 'U.S.', 'United States')).printed).toEqual([
      'articles/a.md: renamed',
      '1 article renamed',
    ]);
  });

  it('merges nothing that tags.yaml holds apart', async () => {
    const content = await makeFolder({ ...NEWS, 'tags.yaml': '- name: Trade\n  neverSameAs: [United States]\n' });
    const { code, warned } = await renamed(content, 'united states', 'Trade');
    expect([code, warned]).toEqual([
      1,
      ['Nothing was done: tags.yaml says that "united states" and "Trade" are never the same.'],
    ]);
    expect(await textOf(content, 'c.md')).toBe(NEWS['articles/c.md']);
  });

  it('can see first what would be done', async () => {
    const content = await makeFolder(NEWS);
    const { printed } = await renamed(content, 'U.S.', 'US', { dryRun: true });
    expect(printed[0]).toBe('articles/a.md: would be renamed');
    expect(printed.at(-1)).toBe('1 article renamed (dry run: nothing was written)');
    expect(await textOf(content, 'a.md')).toBe(NEWS['articles/a.md']);
  });

  it('keeps every byte of a file that is no UTF-8, and is told so', async () => {
    const bytes = Buffer.concat([Buffer.from(NEWS['articles/a.md']), Buffer.from([0xe9])]);
    const content = await makeFolder({ ...NEWS, 'articles/a.md': bytes });
    const { code, printed, warned } = await renamed(content, 'Trade', 'Commerce');
    expect([code, warned.length, printed.at(-1)]).toEqual([2, 1, '2 articles renamed, 1 left as they were']);
    expect(await readFile(join(content, 'articles/a.md'))).toEqual(bytes);
  });
});

describe('a command line', () => {
  it.each([
    [[], { name: 'survey', content: 'content' }],
    [['--content', 'x'], { name: 'survey', content: 'x' }],
    [
      ['rename', ' U.S. ', 'United  States'],
      { name: 'rename', content: 'content', from: 'U.S.', to: 'United States', dryRun: false },
    ],
    [['rename', 'a', 'b', '--dry-run'], { name: 'rename', content: 'content', from: 'a', to: 'b', dryRun: true }],
    [['--help'], { name: 'help' }],
  ])('%j is understood', (args, command) => {
    expect(readArguments(args)).toEqual(command);
  });

  it.each([
    [['merge'], 'expected "rename", "threads" or nothing, got "merge"'],
    [['rename', 'a'], 'rename takes two names'],
    [['rename', 'a', 'b', 'c'], 'rename takes two names'],
    [['rename', 'a', ' '], 'rename takes two names'],
    [['rename', 'a', 'a'], '"a" has that name already'],
    [['--dry-run'], '--dry-run belongs to rename'],
    [['--content', ''], '--content: expected a folder'],
    [['--contents', 'x'], "Unknown option '--contents'"],
  ])('%j is told to be wrong', (args, message) => {
    const command = readArguments(args);
    expect(command.name === 'wrong' && command.message).toContain(message);
  });
});

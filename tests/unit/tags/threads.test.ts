import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArticleFile } from '../../../src/markdown/article-file.ts';
import { readArguments } from '../../../src/tags/arguments.ts';
import { runThreads, type ThreadOrder } from '../../../src/tags/run-threads.ts';
import { makeFolder } from '../build/folder.ts';
import { article, SITE } from '../edition/content.ts';
import { PARTS, weirStory } from './weir.ts';

const CLI = resolve(import.meta.dirname, '../../../src/tags/cli.ts');

interface Said {
  code: number;
  printed: string[];
  warned: string[];
}

async function asked(content: string, order: Partial<ThreadOrder> = {}): Promise<Said> {
  const said: Said = { code: 0, printed: [], warned: [] };
  const without = (line: string): string => line.replaceAll(`${content}/`, '');
  said.code = await runThreads(
    { content, write: undefined, as: undefined, dryRun: false, ...order },
    { print: (line) => said.printed.push(without(line)), warn: (line) => said.warned.push(without(line)) },
  );
  return said;
}

const story = (front = ''): Promise<string> => makeFolder({ ...SITE, ...weirStory(front) });

const textOf = (content: string, file: string): Promise<string> => readFile(join(content, file), 'utf8');

describe('an editor who asks for threads', () => {
  it('is shown the articles that tell one story, why, and the line that makes it a thread', async () => {
    const { code, printed } = await asked(await story());
    expect(code).toBe(0);
    const [head = '', ...rest] = printed;
    expect(head).toMatch(/^"Trust weir": 4 articles, 2016-10-01 to 2016-10-20; in common: .*Harrow/u);
    for (const [index, part] of PARTS.entries()) {
      expect(rest[index]).toMatch(new RegExp(`^  2016-10-\\d\\d  ${part}  [A-Z]`, 'u'));
    }
    expect(rest.slice(PARTS.length)).toEqual([
      '  thread: Trust weir',
      '',
      expect.stringMatching(/^1 thread proposed for 4 of 11 articles; nothing was changed \(--write NAME/u),
    ]);
  });

  it('is shown what goes on with a thread that there is, and not what is in one', async () => {
    const threads = Object.entries(weirStory()).map(([file, text]): [string, string] => [
      file,
      PARTS.slice(0, 3).includes(file) ? text.replace('published', 'thread: The Harrow weir\npublished') : text,
    ]);
    const { printed } = await asked(await makeFolder({ ...SITE, ...Object.fromEntries(threads) }));
    expect(printed).toEqual([
      expect.stringMatching(/^"The Harrow weir": 1 more, to 3 that it has, 2016-10-20; in common: /u),
      `  2016-10-20  ${PARTS[3] ?? ''}  Trust Will Rebuild Weir and Pay for Mill`,
      '  thread: The Harrow weir',
      '',
      expect.stringMatching(/^0 threads proposed for 0 of 11 articles, 1 article for threads that there are; nothing/u),
    ]);
  });

  it.each([
    ['withdrawn', 'withdrawn: { date: 2016-10-05, reason: It was wrong. }'],
    ['in French', 'lang: fr'],
  ])('is not led to an article that is %s', async (_, front) => {
    const { printed } = await asked(await story(front));
    expect(printed.join('\n')).not.toContain(PARTS[1]);
    expect(printed.at(-1)).toMatch(/^1 thread proposed for 3 of 11 articles/u);
  });

  it('is told of an article that cannot be read, and of the threads all the same', async () => {
    const content = await makeFolder({ ...SITE, ...weirStory(), 'articles/x.md': 'no front matter' });
    const { code, printed, warned } = await asked(content);
    expect([code, warned.length]).toEqual([2, 1]);
    expect(warned[0]).toMatch(/^Not read: articles\/x\.md:1:1/u);
    expect(printed.at(-1)).toMatch(/^1 thread proposed for 4 of 11 articles/u);
  });

  it('is told that there is nothing where no story goes on', async () => {
    const { code, printed } = await asked(await makeFolder({ ...SITE, 'articles/a.md': article('tags: [Syria]') }));
    expect([code, printed]).toEqual([0, ['0 threads proposed for 0 of 1 article; nothing was changed']]);
  });
});

describe('an editor who takes a proposed thread', () => {
  it.each([
    [{ write: 'trust  weir' }, 'Trust weir'],
    [{ write: 'Trust weir', as: 'Weir: who pays?' }, 'Weir: who pays?'],
  ])('finds one more line in its files and no other byte changed: %j', async (order, name) => {
    const content = await story('tags: [Weir]');
    const before = await Promise.all(PARTS.map((part) => textOf(content, part)));
    const { code, printed } = await asked(content, order);
    expect([code, printed.at(-1)]).toEqual([0, `4 articles in the thread "${name}"`]);
    for (const [index, part] of PARTS.entries()) {
      const text = await textOf(content, part);
      const read = readArticleFile(part, text);
      expect(read.ok && read.value.front.thread).toBe(name);
      expect(text.replace(/^thread: .*\n/mu, '')).toBe(before[index]);
    }
    const [other] = Object.entries(weirStory()).filter(([file]) => !PARTS.includes(file));
    expect(other && (await textOf(content, other[0]))).toBe(other?.[1]);
    expect((await asked(content)).printed).toEqual(['0 threads proposed for 0 of 11 articles; nothing was changed']);
  });

  it('can see first what would be done', async () => {
    const content = await story();
    const { printed } = await asked(content, { write: 'Trust weir', dryRun: true });
    expect(printed.at(0)).toBe(`${PARTS[0] ?? ''}: would be in the thread "Trust weir"`);
    expect(printed.at(-1)).toBe('4 articles in the thread "Trust weir" (dry run: nothing was written)');
    expect(await textOf(content, PARTS[0] ?? '')).toBe(weirStory()[PARTS[0] ?? '']);
  });

  it('is told where no thread of that name is proposed', async () => {
    const { code, warned } = await asked(await story(), { write: 'The mill' });
    expect([code, warned]).toEqual([
      1,
      ['Nothing was done: no thread "The mill" is proposed. Without --write all that are proposed are listed.'],
    ]);
  });

  it('keeps every byte of a file that is no UTF-8, and is told so', async () => {
    const part = PARTS[2] ?? '';
    const bytes = Buffer.concat([Buffer.from(weirStory()[part] ?? ''), Buffer.from([0xe9])]);
    const content = await makeFolder({ ...SITE, ...weirStory(), [part]: bytes });
    const { code, printed, warned } = await asked(content, { write: 'Trust weir' });
    expect([code, warned.length, printed.at(-1)]).toEqual([
      2,
      1,
      '3 articles in the thread "Trust weir", 1 left as they were',
    ]);
    expect(await readFile(join(content, part))).toEqual(bytes);
  });
});

describe('a terminal', () => {
  it('is sent no control signs that stand in a headline, a thread or the name of a file', async () => {
    const hostile = Object.entries(weirStory()).map(([file, text]): [string, string] => [
      file.replace('2016-10-09', '\u001b[2J\u202e'),
      text
        .replace(/^title: (.*)$/mu, String.raw`title: "$1 \x1b]0;owned\x07\u202e"`)
        .replace('published', file === PARTS[0] ? 'thread: "Weir \\x1b[2J\\u202e"\npublished' : 'published'),
    ]);
    const content = await makeFolder({ ...SITE, ...Object.fromEntries(hostile) });
    const { status, stdout } = spawnSync(process.execPath, [CLI, 'threads', '--content', content], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('"Weir [2J": 3 more, to 1 that it has');
    expect(stdout).toContain(String.raw`articles/\u001b[2J\u202e.md`);
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
  });

  it('is told by the exit code 64 that a command was wrong', () => {
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'threads', 'Trust weir'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([
      64,
      'threads takes no names, got "Trust weir"; did you mean --write?. See npm run tags -- --help\n',
    ]);
  });
});

describe('a command line', () => {
  const nothing = { name: 'threads', content: 'content', write: undefined, as: undefined, dryRun: false };

  it.each([
    [['threads'], nothing],
    [['threads', '--write', ' a  b '], { ...nothing, write: 'a b' }],
    [['threads', '--write', 'a', '--as', 'b', '--dry-run'], { ...nothing, write: 'a', as: 'b', dryRun: true }],
  ])('%j is understood', (args, command) => {
    expect(readArguments(args)).toEqual(command);
  });

  it.each([
    [['threads', 'a'], 'threads takes no names, got "a"'],
    [['threads', '--write', ' '], '--write and --as take a name'],
    [['threads', '--write', 'a', '--as', '\u200b'], '--write and --as take a name'],
    [['threads', '--as', 'a'], '--as and --dry-run need --write'],
    [['threads', '--dry-run'], '--as and --dry-run need --write'],
    [['rename', 'a', 'b', '--write', 'c'], '--write and --as belong to threads'],
  ])('%j is told to be wrong', (args, message) => {
    const command = readArguments(args);
    expect(command.name === 'wrong' && command.message).toContain(message);
  });
});

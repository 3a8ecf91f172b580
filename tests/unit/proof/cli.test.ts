import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { PROJECT } from '../../../src/build/locations.ts';
import { ContentError } from '../../../src/edition/content-error.ts';
import { readerCache } from '../../../src/edition/reader-cache.ts';
import { readArguments, USAGE } from '../../../src/proof/arguments.ts';
import { CHECK_NAMES } from '../../../src/proof/checks.ts';
import { runProof } from '../../../src/proof/run-proof.ts';
import { makeFolder } from '../build/folder.ts';
import { SITE } from '../edition/content.ts';
import { clean, proofed, setting } from './proofed.ts';

const FILES = {
  ...SITE,
  'articles/a.md': clean().replace('tags: [Port]\n', ''),
  'articles/b.md': clean('', '[x](gone.md)'),
  'articles/c.md': clean('', '[x](gone.md)').replace('tags: [Port]\n', ''),
  'articles/d.md': clean('publishd: 2016'),
};

describe('an editor at the terminal', () => {
  it('reads by check what to do, and where; what cannot be read first; the counts at the end', async () => {
    const content = await makeFolder(FILES);
    const [printed, warned]: [string[], string[]] = [[], []];
    const voice = {
      print: (line: string) => void printed.push(line.replace(content, 'content')),
      warn: (line: string) => void warned.push(line),
    };
    const order = { content, checks: new Set(['tags', 'link', 'moved'] as const), json: false };
    expect(await runProof(order, voice, await setting())).toBe(2);
    expect(printed).toEqual([
      'Refused by the build: 1 (error)',
      expect.stringContaining('Mend what is named'),
      '  content/articles/d.md:7: publishd: unknown key; did you mean "published"?',
      '',
      'Without tags: 2 (tags)',
      expect.stringContaining('Add tags: […]'),
      '  content/articles/a.md:1: it has no tags',
      '  content/articles/c.md:1: it has no tags',
      '',
      'Dead links within the site: 2 (link)',
      expect.stringContaining('Correct the address'),
      '  content/articles/b.md:9: the link to gone.md leads nowhere',
      '  content/articles/c.md:8: the link to gone.md leads nowhere',
      '',
      '4 articles, 5 found: 1 error, 2 tags, 2 link',
    ]);
    expect(warned).toEqual(['Renamed articles were not looked for: the folder is in no git repository.']);
  });

  it('is told in one line that there is nothing', async () => {
    const printed: string[] = [];
    const voice = { print: (line: string) => void printed.push(line), warn: () => undefined };
    const content = await makeFolder({ ...SITE, 'articles/a.md': clean() });
    const order = { content, checks: new Set(['tags'] as const), json: false };
    expect([await runProof(order, voice, await setting()), printed]).toEqual([0, ['1 article, nothing found']]);
  });

  it('is told what the build says where site.yaml cannot be read', async () => {
    const order = { content: await makeFolder(), checks: new Set(['tags'] as const), json: false };
    const voice = { print: () => undefined, warn: () => undefined };
    await expect(runProof(order, voice, await setting())).rejects.toThrow(ContentError);
  });
});

describe('a program that asks for JSON', () => {
  it('gets every finding in the same order each time, with the counts', async () => {
    const { counts, findings, articles } = await proofed(FILES, 'link,tags');
    expect([articles, counts]).toEqual([4, { error: 1, tags: 2, link: 2 }]);
    expect(findings.map(({ check, file, line }) => `${check} ${file}:${line}`)).toEqual([
      'error articles/d.md:7',
      'tags articles/a.md:1',
      'tags articles/c.md:1',
      'link articles/b.md:9',
      'link articles/c.md:8',
    ]);
  });
});

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command in a process of its own. */
async function start(...words: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(PROJECT, 'src/proof/cli.ts'), ...words], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

test('the command ends with 0, 2, 1 or 64, and prints nothing beside JSON, and no sign that a terminal would obey', async () => {
  const evil = clean('', '[x](gone\u009b31m.md)');
  const content = await makeFolder({ ...SITE, 'articles/a.md': evil });
  const { folder } = await readerCache(content);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const run = (...words: string[]): Promise<Ended> => start('--content', content, ...words);
  const [clear, found, json, wrong] = await Promise.all([
    run('--only', 'tags'),
    run('--only', 'link'),
    run('--only', 'link', '--json'),
    run('--only', 'lnik'),
  ]);
  expect([clear, found, json, wrong].map(({ code }) => code)).toEqual([0, 2, 2, 64]);
  expect(found.stdout).toContain('the link to gone\\u009b31m.md leads nowhere');
  expect(json.stdout).not.toContain('\u009b');
  expect(JSON.parse(json.stdout)).toMatchObject({
    findings: [{ message: 'the link to gone\u009b31m.md leads nowhere' }],
  });
  expect(wrong.stderr).toBe('--only: there is no check "lnik"; did you mean "link"?. See npm run proof -- --help\n');
  rmSync(join(content, 'site.yaml'));
  const failed = await run();
  expect([failed.code, failed.stdout]).toEqual([1, '']);
  expect(failed.stderr).toContain('site.yaml:1:1  is missing');
});

describe('a command line', () => {
  it('asks for all checks but that for deleted articles, and by --only for those that it names', () => {
    const all = readArguments([]);
    expect(all).toMatchObject({ name: 'proof', content: 'content', json: false });
    expect(all.name === 'proof' && [...all.checks]).toEqual(CHECK_NAMES.filter((name) => name !== 'gone'));
    expect(readArguments(['--only', 'gone, Date', '--only', 'link', '--content', 'x//'])).toEqual({
      ...{ name: 'proof', content: 'x', json: false },
      checks: new Set(['gone', 'date', 'link']),
    });
  });

  it.each([
    [['content'], 'proof takes no names, got "content"'],
    [['--only', ''], 'there is no check ""'],
    [['--only', 'spelling mistakes'], 'the checks are error, date, source'],
    [['--content', ''], '--content: expected a folder'],
    [['--jsn'], "Unknown option '--jsn'"],
  ])('%j is explained', (words, message) => {
    const command = readArguments(words);
    expect(command.name === 'wrong' ? command.message : '').toContain(message);
  });

  it('that asks for help is shown every check', () => {
    expect(readArguments(['--help', 'x']).name).toBe('help');
    for (const name of CHECK_NAMES) expect(USAGE).toMatch(new RegExp(`^  ${name} `, 'mu'));
  });
});

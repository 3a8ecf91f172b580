import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { PROJECT } from '../../src/build/locations.ts';
import { byAttribute, listFiles, readPage, structuredData, textOf } from '../setup/dist.ts';
import { type OpenedFile, openEveryFile, saidIn } from '../setup/every-file.ts';
import { FIXTURE_EDITION, NOW } from '../setup/fixture.ts';
import { makeScratchFolder } from '../setup/scratch.ts';
import {
  divideArticles,
  type Divided,
  runsIn,
  sentencesIn,
  type State,
  tracesOf,
  wordsOfTheHouse,
} from '../setup/withheld.ts';

/** An edition with articles in every state, each with words that stand nowhere else. */
const RIGHTS_EDITION = join(PROJECT, 'tests/fixtures/rights');

const folder = makeScratchFolder();
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command as publishers do; gives what it said. */
async function run(cli: 'build' | 'epub', ...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(PROJECT, 'src', cli, 'cli.ts'), ...words]);
  return stdout;
}

/** Builds the edition of all states as of a moment, on top of what the last build left. */
function build(now: string): Promise<string> {
  return run('build', 'build', '--content', RIGHTS_EDITION, '--out', join(folder, 'dist'), '--now', now);
}

/** What stands in files by mistake: traces of what is withheld, each with the file in which it was found. */
function leaksIn(files: readonly OpenedFile[], { runs, words }: ReturnType<typeof tracesOf>): string[] {
  const anyWord = words.length === 0 ? undefined : new RegExp(words.join('|'), 'gu');
  return files.flatMap((file) => {
    const said = saidIn(file);
    const texts = [said, said.replace(/<[^>]*>/gu, ' ')];
    const found = [
      ...(anyWord ? (said.match(anyWord) ?? []) : []),
      ...texts.flatMap(runsIn).filter((it) => runs.has(it)),
    ];
    return [...new Set(found)].map((trace) => `${file.name}: ${trace}`);
  });
}

/** Copies that are compressed say what their files say, and need not be searched once more. */
function withoutCopies(files: readonly OpenedFile[]): OpenedFile[] {
  const byName = new Map(files.map((file) => [file.name, file.bytes]));
  return files.filter(
    ({ name, bytes }) =>
      byName.get(name.replace(/\.(?:br|gz)$/u, ''))?.equals(bytes) !== true || !/\.(?:br|gz)$/u.test(name),
  );
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Says what of a divided edition stands in files and may not, and what may and does not. */
function judge(content: string, articles: readonly Divided[], all: readonly OpenedFile[]): void {
  const files = withoutCopies(all);
  const withheld = articles.flatMap((article) => article.withheld);
  const open = [...articles.flatMap((article) => article.open), wordsOfTheHouse(content)].join('\n');
  const traces = tracesOf(withheld, open);
  const isTold = (sentence: string): boolean => {
    const runs = runsIn(sentence);
    return (
      runs.some((run) => traces.runs.has(run)) || traces.words.some((word) => sentence.toLowerCase().includes(word))
    );
  };
  const shown = new Set(runsIn(open));
  const sentences = withheld.flatMap(sentencesIn);
  // Each is looked for, unless all of its words, in their order, may be read elsewhere.
  const untold = sentences.filter((sentence) => !isTold(sentence) && runsIn(sentence).some((it) => !shown.has(it)));
  expect(untold).toEqual([]);
  expect(sentences.filter(isTold).length).toBeGreaterThan(10);
  expect(leaksIn(files, traces)).toEqual([]);

  const hidden = articles.filter(({ state }) => ['embargoed', 'expired', 'draft'].includes(state));
  const places = hidden.map(({ file }) => `articles/${file.replace(/\.md$/u, '')}`);
  expect(files.filter(({ name }) => places.some((place) => name.startsWith(place)))).toEqual([]);
  const pictures = articles
    .filter(({ state }) => state !== 'full')
    .flatMap(({ file, pictures: own }) => own.map((name) => join(content, 'articles', file, '..', name)));
  const secret = new Set(pictures.map((path) => sha256(readFileSync(path))));
  expect(
    files.filter(
      ({ name, bytes }) =>
        secret.has(sha256(bytes)) || pictures.some((path) => name.endsWith(path.replace(/^.*\//u, ''))),
    ),
  ).toEqual([]);
}

describe('of an edition in which articles are in every state', () => {
  let said: string;
  let articles: Divided[];
  let files: OpenedFile[];
  beforeAll(async () => {
    said = await build('2026-11-22T12:00:00Z');
    const book = ['--content', RIGHTS_EDITION, '--out', join(folder, 'dist-and-book/pier.epub')];
    cpSync(join(folder, 'dist'), join(folder, 'dist-and-book'), { recursive: true });
    await run('epub', '--tag', 'Pier', '--now', '2026-11-22T12:00:00Z', ...book);
    articles = await divideArticles(RIGHTS_EDITION, NOW);
    files = await openEveryFile(join(folder, 'dist-and-book'));
  });

  test('no sentence and no word that is withheld is in any file, whatever its format, packed ones and the book too', () => {
    judge(RIGHTS_EDITION, articles, files);
    const states = new Set(articles.map(({ state }) => state));
    const every: State[] = ['draft', 'embargoed', 'excerpt', 'expired', 'full', 'headline', 'withdrawn'];
    expect([...states].sort()).toEqual(every);
  });

  test('what may be read is found by the same search in pages, feeds, twins, the index, the book and the packed copies', () => {
    const open = articles.find(({ file }) => file.endsWith('open.md'));
    const names = leaksIn(files, tracesOf(open?.open ?? [], '')).map((leak) => leak.replace(/: .*$/u, ''));
    const page = 'articles/2026/05/open';
    const expected = [
      `${page}/index.html`,
      `${page}/index.html.br`,
      `${page}/versions/1/index.html`,
      `${page}/versions/1/changes/index.html.gz`,
      `${page}.md`,
      'feed.xml',
      'feed.json.gz',
      'pier.epub/EPUB/nav.xhtml',
    ];
    expect(names).toEqual(expect.arrayContaining(expected));
    for (const kind of [/pf_fragment$/u, /pf_index$/u, /pier\.epub\/EPUB\/articles\//u])
      expect(names.some((name) => kind.test(name))).toBe(true);
  });

  test('whose a text is, and what may be done with it, stands on its page, in its twin, in feeds and in the book', () => {
    const said = (name: string): string => files.find((file) => file.name === name)?.bytes.toString() ?? '';
    const [notice, holder, license] = ['Printed by leave of the Herald', 'The Guarded Herald', 'All rights reserved'];
    const url = 'https://herald.example/rights';
    const line = `${notice} © ${holder}.`;
    const page = readPage(join(folder, 'dist'), 'articles/2026/04/full-over-source/');
    expect(byAttribute(page, 'class', 'rights').map(textOf)).toEqual([`${line} ${license}`]);
    expect(
      byAttribute(page, 'rel', 'license nofollow noopener noreferrer').map(({ attribs }) => attribs['href']),
    ).toEqual([url]);
    expect(structuredData(page)).toMatchObject({
      copyrightNotice: notice,
      copyrightHolder: { name: holder },
      license: url,
    });
    for (const fact of [`notice: ${notice}`, `holder: ${holder}`, `license: ${license}`, `url: ${url}`])
      expect(said('articles/2026/04/full-over-source.md')).toContain(fact);
    expect(said('feed.xml')).toContain(`<rights type="text">${line} ${license}</rights>`);
    expect(said('feed.xml')).toContain(`<link href="${url}" rel="license"/>`);
    expect(said('feed.json')).toContain(JSON.stringify({ holder, notice, license, url }));
    const chapter = files.find(({ name }) => /epub\/EPUB\/articles\/.*full-over-source/u.test(name));
    expect(chapter?.bytes.toString()).toContain(
      `<p class="rights">${line} <a href="${url}" dir="auto">${license}</a></p>`,
    );
  });

  test('every compressed copy is its file, and no picture is there but the one that may be seen', () => {
    const names = files.map(({ name }) => name);
    const copies = names.filter((name) => /\.(?:br|gz)$/u.test(name));
    expect(withoutCopies(files)).toHaveLength(files.length - copies.length);
    expect(copies.length).toBeGreaterThan(100);
    expect(names.filter((name) => /\.(?:jpg|png|avif|webp|gif)$/u.test(name) && !name.includes('.epub'))).toEqual([
      'articles/2026/05/pier.png',
    ]);
  });

  test('the build says when it is due again, also where nothing was to be done', async () => {
    const line = 'Next change due: 2026-12-01T05:00:00Z (';
    expect(said.split('\n').at(-2)).toContain(line);
    const again = await build('2026-11-22T12:00:00Z');
    expect(again).toContain('; 0 written, 0 removed');
    expect(again.split('\n').at(-2)).toBe(said.split('\n').at(-2));
    expect(again).toMatch(/articles\/2026\/12\/embargoed\.md comes in\)\n$/u);
  });

  test('what is under an embargo comes with its moment and not before, and what expires is gone with its own', async () => {
    const dist = join(folder, 'dist');
    const isThere = (name: string): boolean => listFiles(dist).some((file) => file.includes(name));
    const [embargoed, expiring] = ['2026/12/embargoed', '2026/05/expiring'];
    const moments = [
      { now: '2026-12-01T04:59:59Z', there: [false, true], next: /2026-12-01T05:00:00Z \(.*embargoed\.md comes in\)/u },
      { now: '2026-12-01T05:00:00Z', there: [true, true], next: /2026-12-30T23:00:00Z \(.*expiring\.md goes out\)/u },
      { now: '2026-12-30T23:00:00Z', there: [true, false], next: undefined },
    ];
    for (const { now, there, next } of moments) {
      const words = await build(now);
      expect([isThere(embargoed), isThere(expiring)], now).toEqual(there);
      expect(words.includes('Next change due'), now).toBe(next !== undefined);
      if (next) expect(words).toMatch(next);
      judge(RIGHTS_EDITION, await divideArticles(RIGHTS_EDITION, Date.parse(now)), await openEveryFile(dist));
    }
  });
});

test('of the edition that all other tests read, no withheld sentence and no withheld word is in any file either', async () => {
  judge(FIXTURE_EDITION, await divideArticles(FIXTURE_EDITION, NOW), await openEveryFile(inject('fixtureDist')));
});

import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReadyEdition } from '../../src/edition/read-edition.ts';
import type { Book } from '../../src/epub/book.ts';
import { writeBook } from '../../src/epub/write-book.ts';
import { type BookFile, toEpub } from '../../src/epub/zip.ts';
import { FIXTURE_EDITION } from '../setup/fixture.ts';
import { Desk, scratchFolder } from '../setup/scratch.ts';
import { readContent, theBook, wholeBook } from '../unit/epub/library.ts';

/** The judge of the W3C, as Debian installs it. */
const JAR = '/usr/share/java/epubcheck.jar';

/** A line that tells of something wrong: `ERROR(RSC-005): …`. */
const FINDING = /^(?:FATAL|ERROR|WARNING|USAGE)\(.*$/gmu;

/** What EPUBCheck finds wrong with a book. Fails where it did not read it to the end. */
function findingsIn(file: string): Promise<string[]> {
  const fast = ['-Xss64m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
  return new Promise((resolve, reject) => {
    execFile('java', [...fast, '-jar', JAR, file], (error, out, complaints) => {
      const said = out + complaints;
      const findings = said.match(FINDING) ?? [];
      const isRead = /^Messages: \d+ fatals/mu.test(said) && !said.includes('Exception');
      if (isRead && (error === null) === !findings.some((it) => !/^(?:WARNING|USAGE)/u.test(it))) resolve(findings);
      else reject(new Error(`EPUBCheck has not read the book (it is in Debian's package epubcheck): ${said}`));
    });
  });
}

async function judge(ready: ReadyEdition, book: Book, content = FIXTURE_EDITION, change = asItIs): Promise<string[]> {
  const file = join(scratchFolder(), `${book.slug}.epub`);
  const files = await writeBook(book, ready, content);
  writeFileSync(file, await toEpub(files.map(change), book.address));
  return findingsIn(file);
}

const asItIs = (file: BookFile): BookFile => file;

/** Raw markup that browsers forgive, each in an article of its own. */
const FORGIVEN = [
  '<h2>One<p>two</p></h2><b>three<p>four</p></b><a href="https://e.example/">five<h3>six</h3></a>',
  '<ul>one<li>two</li><p>three</p></ul><div><li>four</li><dd>five</dd></div><dl>six<dt>seven</dt></dl>',
  '<details><p>one</p><summary>two</summary></details><div><figcaption>three</figcaption></div><bdo>four</bdo>',
  '<table><tr><th><h2>one</h2><p>two</p></th></tr><thead><tr><td>three</td></tr></thead><caption><p>four</p></caption></table>',
  '<ruby><rt>one</rt></ruby><ruby>two<rp>(</rp><rt>three</rt></ruby><dfn>four<i><dfn>five</dfn></i></dfn><time>then</time>',
  '<p lang="no lang" dir="up" title="a &amp; &quot;b&quot;">one</p><ol start="x" reversed><li>two</li></ol><td colspan="0">three</td>',
  '[one](#nowhere), [two](https://пример.example/a|b?q=[1]#c#d), [three](http://onx=1/), [four](mailto:a@b.example)',
];

let ready: ReadyEdition;
beforeAll(async () => {
  ready = await readContent();
});

describe('every reading device can open', () => {
  test('a book of all articles, hostile ones and such of which little may be shown among them', async () => {
    expect(await judge(ready, wholeBook(ready))).toEqual([]);
  });

  test.each([
    ['an article with everything', { kind: 'article', name: 'everything' }],
    ['an article in Arabic', { kind: 'article', name: 'arabic-rtl' }],
    ['a thread', { kind: 'thread', name: 'The night ferry' }],
  ] as const)('%s', async (_, wish) => {
    expect(await judge(ready, theBook(ready, wish))).toEqual([]);
  });

  test('a book of markup that only browsers forgive', async () => {
    const desk = new Desk('nothing');
    for (const [index, markup] of FORGIVEN.entries())
      desk.write(
        `2025/06/forgiven-${index}.md`,
        `---\ntitle: Forgiven ${index}\n---\n\nBefore.\n\n<div>\n\n${markup}\n\n</div>\n`,
      );
    const forgiven = await readContent(desk.content);
    expect(forgiven.edition.articles.length).toBe(FORGIVEN.length);
    expect(await judge(forgiven, wholeBook(forgiven), desk.content)).toEqual([]);
  });
});

/** Mistakes that we could make: in which file, what is put in the place of what, and a word of what the judge says. */
const MISTAKES: [string, string | RegExp, string, string][] = [
  ['articles/', '</article>', '<h2><p>one</p></h2></article>', 'element "p" not allowed here'],
  ['articles/', '<header>', '<header><p><a href="gone.xhtml">one</a></p>', 'gone.xhtml'],
  ['package.opf', /<dc:language>.*<\/dc:language>/u, '', 'dc:language'],
];

test('a mistake of ours would be found out', async () => {
  const broken = ({ path, content }: BookFile): BookFile => ({
    path,
    content: MISTAKES.reduce(
      (text, [where, from, to]) => (path.includes(where) && typeof text === 'string' ? text.replace(from, to) : text),
      content,
    ),
  });
  const findings = await judge(ready, theBook(ready, { kind: 'article', name: 'plain' }), FIXTURE_EDITION, broken);
  for (const [, , , said] of MISTAKES) expect(findings).toContainEqual(expect.stringContaining(said));
});

import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bytesOf, momentsOf } from '../setup/compare.ts';
import { Desk } from '../setup/scratch.ts';

/** What a build that must fail says. */
async function complaint(desk: Desk): Promise<string[]> {
  const error: unknown = await desk.build().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Error ? error.message.split('\n').map((line) => line.replace(`${desk.content}/`, '')) : [];
}

test('every bad file is reported at once, each with its line and column and what to do', async () => {
  const desk = new Desk('fixture');
  desk.write('2025/06/a.md', '---\ntitel: Wrong key\n---\n\nText.\n');
  desk.write('2025/06/b.md', '---\ntitle: Fine\npublished: 2025-02-30\ntags: Harbour\n---\n\nText.\n');
  desk.write('2025/06/c.md', '---\ntitle: [\n---\n\nText.\n');
  desk.write('2025/06/d.md', 'No front matter at all.\n');
  desk.write('2025/06/e.md', '---\ntitle: A picture\n---\n\nText.\n\n![A thing](lost.png)\n');
  expect(await complaint(desk)).toEqual([
    'articles/2025/06/a.md:2:1  title: is missing; expected the headline',
    'articles/2025/06/a.md:2:1  titel: unknown key; did you mean "title"?',
    expect.stringMatching(/^articles\/2025\/06\/b\.md:3:1 {2}published: expected a date .*, got "2025-02-30"$/u),
    'articles/2025/06/b.md:4:1  tags: expected a list of names, got "Harbour"',
    expect.stringMatching(/^articles\/2025\/06\/c\.md:\d:\d+ {2}not valid YAML/u),
    expect.stringMatching(/^articles\/2025\/06\/d\.md:1:1 {2}expected front matter/u),
    'articles/2025/06/e.md:7:12  picture "lost.png" is not there; put the file beside the article',
  ]);
});

test('a failed build leaves the built site as it was, to the byte and the minute, and no rubbish beside it', async () => {
  const desk = new Desk('fixture');
  await desk.build();
  const before = [bytesOf(desk.dist), momentsOf(desk.dist)];
  desk.write('2025/06/bad.md', '---\npublished: soon\n---\n');
  expect(await complaint(desk)).not.toEqual([]);
  expect([bytesOf(desk.dist), momentsOf(desk.dist)]).toEqual(before);
  expect(readdirSync(desk.folder).toSorted()).toEqual(['cache', 'content', 'dist']);
});

test('a failed first build makes no site at all, and the next one is whole', async () => {
  const desk = new Desk('fixture');
  desk.write('2025/06/bad.md', '---\n---\n');
  expect(await complaint(desk)).not.toEqual([]);
  expect(existsSync(desk.dist)).toBe(false);
  rmSync(desk.article('2025/06/bad.md'));
  await desk.build();
  expect(bytesOf(desk.dist)).toEqual(bytesOf(await desk.buildAnew()));
});

test('two pages that would have one address are refused, and both are named', async () => {
  const desk = new Desk('nothing');
  desk.write('2025/06/a.md', '---\ntitle: A\naliases: [/about/]\n---\n\nText.\n');
  const [message] = await complaint(desk);
  expect(message).toBe('Two files have the address about/index.html: the page "redirect" and the page "about".');
});

test('a site without its facts says which file is missing and what it must hold', async () => {
  const desk = new Desk('nothing');
  rmSync(`${desk.content}/site.yaml`);
  expect(await complaint(desk)).toEqual([expect.stringMatching(/^site\.yaml:1:1 {2}is missing; write at least/u)]);
  writeFileSync(`${desk.content}/site.yaml`, 'name: A Paper\nurl: paper\ntimezone: Europe/Prague\n');
  expect(await complaint(desk)).toEqual([
    expect.stringMatching(/^site\.yaml:2:1 {2}url: expected an address/u),
    'site.yaml:3:1  timezone: unknown key; did you mean "timeZone"?',
  ]);
});

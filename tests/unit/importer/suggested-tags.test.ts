import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readArguments } from '../../../src/importer/arguments.ts';
import { ContentFolderError } from '../../../src/importer/archive/content-folder.ts';
import { Desk } from './desk.ts';

/** An article that names Libya, a city of it, a ship and a sailor often enough; its headline says nothing by its case. */
const FERRY = [
  'Ferry Talks Resume',
  'The coast guard of Libya and the operator of the Blue Lantern met on Tuesday, a week after the ship was turned back off the harbour of Benghazi.',
  'A sailor, Salma Orabi, said that the Blue Lantern would sail again. "We have waited for long enough," Orabi told those who had come to the port.',
  'Nobody in Benghazi doubts it, and nobody has asked the ministry in Tripoli, which has said nothing of the Blue Lantern or of its crew so far.',
].join('\n\n');
const FILE = 'articles/undated/ferry-talks-resume.md';
const NAMES = 'Libya, Blue Lantern, Benghazi, Salma Orabi';
const MIGHT = `  tags it might have: ${NAMES}`;
const WRITTEN = `  tags suggested and written: ${NAMES}`;
const WRITE = { writeTags: true };

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

describe('an import', () => {
  test('is asked to write suggested tags by --suggest-tags, and by nothing else', () => {
    const asked = (...flags: string[]): unknown => {
      const command = readArguments(['import', 'ferry.txt', ...flags]);
      return command.name === 'import' ? command.request.writeTags : command;
    };
    expect([asked('--suggest-tags'), asked()]).toEqual([true, false]);
    expect(readArguments(['verify', '--suggest-tags']).name).toBe('wrong');
  });

  test('shows the tags that a new article might have, and writes none', async () => {
    const path = await desk.put('ferry.txt', FERRY);
    expect((await desk.import(path)).said).toContain(MIGHT);
    expect(desk.article()).not.toMatch(/^tags:|suggested/mu);
    expect((await desk.import(path)).said.join()).not.toContain('might have');
  });

  test('shows them in a dry run too, and with --explain where each comes from', async () => {
    const path = await desk.put('ferry.txt', FERRY);
    const { said } = await desk.import(path, {}, { dryRun: true, explain: true });
    expect(said).toContain(MIGHT);
    expect(said).toContain('  tag suggested: Libya (a country, named 4 times)');
    expect(desk.files()).toEqual([]);
  });

  test('suggests nothing to an article that has three tags', async () => {
    const path = await desk.put('ferry.txt', FERRY);
    const { said } = await desk.import(path, { tags: ['Ships', 'Ports', 'Work'] }, WRITE);
    expect(said.join()).not.toContain('suggested');
    expect(desk.article()).toContain('tags: [Ships, Ports, Work]\n');
  });

  test('asked to writes them behind those that are stated, and the receipt says which they are and stays true', async () => {
    const path = await desk.put('ferry.txt', FERRY);
    const { said } = await desk.import(path, { tags: ['Ships', 'libya'] }, WRITE);
    expect(said).toContain('  tags suggested and written: Blue Lantern, Benghazi, Salma Orabi');
    expect(desk.article()).toContain('tags: [Ships, libya, Blue Lantern, Benghazi, Salma Orabi]\n');
    expect(desk.article()).toContain('  suggested: [Blue Lantern, Benghazi, Salma Orabi]\n');
    expect((await desk.verify()).said.join()).toContain('1 verbatim, 0 wrong');
  });

  test('knows the tags of tags.yaml and of the articles that are there, and those of this run', async () => {
    await desk.put('content/tags.yaml', '- name: The Blue Lantern\n  aliases: [Blue Lantern]\n');
    const other = FERRY.replaceAll('Blue Lantern', 'Red Lantern').replace('Ferry Talks', 'Other Talks');
    await desk.import(await desk.put('other.txt', other), { tags: ['salma-orabi'] });
    const { said } = await desk.import(await desk.put('ferry.txt', FERRY));
    expect(said).toContain('  tags it might have: The Blue Lantern, salma-orabi, Libya, Benghazi');
    await desk.empty();
    const run = await desk.import([join(desk.folder, 'ferry.txt'), join(desk.folder, 'other.txt')], {
      tags: ['Orabi'],
    });
    expect(run.said.join()).not.toContain('Salma Orabi');
  });

  test('does not take what was only suggested for a tag of the archive', async () => {
    await desk.import(await desk.put('ferry.txt', FERRY), {}, WRITE);
    const again = FERRY.replace('Ferry Talks Resume', 'The ferry talks');
    const { said } = await desk.import(await desk.put('again.txt', again), {}, { explain: true });
    expect(said).toContain('  tag suggested: Blue Lantern (a phrase with capitals, named 3 times)');
  });

  test('names every suggestion in the report, but shows only those of the first twenty articles', async () => {
    const paths: string[] = [];
    for (let number = 1; number <= 22; number += 1)
      paths.push(await desk.put(`ferry-${number}.txt`, FERRY.replace('Resume', `Resume Again ${number}`)));
    const { said } = await desk.import(paths, {}, { dryRun: true });
    expect(said.filter((line) => line === MIGHT)).toHaveLength(20);
    expect(said.at(-2)).toBe('Tags are suggested for the first 20 articles; --report FILE has those for all.');
    const reportFile = join(desk.folder, 'report.json');
    const reported = await desk.import(paths, {}, { dryRun: true, reportFile });
    expect(reported.said.filter((line) => line === MIGHT)).toHaveLength(20);
    expect(reported.said.at(-2)).toBe('2 more articles might have tags; the report names them.');
    const report = await readFile(reportFile, 'utf8');
    expect(report.match(/"suggestedTags"/gu)).toHaveLength(paths.length);
    expect(report).toContain('"name": "Libya",\n            "kind": "country",\n            "count": 4');
  });
});

describe('a second import that is to write suggested tags', () => {
  test('of what has them changes nothing, with the flag and without', async () => {
    const path = await desk.put('ferry.txt', FERRY);
    expect((await desk.import(path, {}, WRITE)).said).toContain(WRITTEN);
    const before = desk.article();
    for (const options of [WRITE, {}]) {
      const { said } = await desk.import(path, {}, options);
      expect(said).toEqual([
        `${path}: unchanged; ${join(desk.content, FILE)} holds it.`,
        '0 imported, 0 updated, 1 unchanged, 0 refused',
      ]);
    }
    expect(desk.article()).toBe(before);
  });

  test('of what was imported without the flag writes them, once', async () => {
    const path = await desk.put('ferry.txt', FERRY);
    await desk.import(path);
    expect((await desk.import(path, {}, WRITE)).said).toContain(WRITTEN);
    expect(desk.article()).toContain(`tags: [${NAMES}]\n`);
    expect((await desk.import(path, {}, WRITE)).said[0]).toContain('unchanged');
    expect((await desk.verify()).said.join()).toContain('1 verbatim, 0 wrong');
  });

  test('does not bring back what an editor has taken out', async () => {
    const path = await desk.put('ferry.txt', FERRY);
    await desk.import(path, {}, WRITE);
    for (const tags of ['tags: [Libya]\n', '']) {
      await desk.edit(FILE, (text) => text.replace(/^tags: .*\n/mu, tags));
      const before = desk.article();
      await desk.import(path, {}, WRITE);
      expect(desk.article()).toBe(before);
    }
  });

  test('leaves a copy alone that was edited by hand, and refuses nothing for it', async () => {
    const path = await desk.put('ferry.txt', FERRY);
    await desk.import(path);
    await desk.edit(FILE, (text) => text.replace('A sailor', 'The sailor'));
    const before = desk.article();
    const { code, said } = await desk.import(path, {}, WRITE);
    expect(code).toBe(0);
    expect(said[0]).toContain('unchanged');
    expect(desk.article()).toBe(before);
  });

  test('leaves tags of an editor and their comments in place', async () => {
    const path = await desk.put('ferry.txt', FERRY);
    await desk.import(path, { tags: ['Ships'] });
    await desk.edit(FILE, (text) => text.replace('tags: [Ships]', '# ours\ntags: [Ports]'));
    await desk.import(path, {}, WRITE);
    expect(desk.article()).toContain(`# ours\ntags: [Ports, ${NAMES}]\n`);
  });

  test('of a new version takes over what it states and keeps what was suggested', async () => {
    const page = (words: string, tags: readonly string[]): string =>
      JSON.stringify({
        title: 'Ferry Talks Resume',
        url: 'https://paper.example/ferry',
        text: `${FERRY}\n\n${words}`,
        tags,
      });
    const path = await desk.put('ferry.json', page('More.', ['Ships']));
    await desk.import(path, {}, WRITE);
    await desk.put('ferry.json', page('Much more.', ['Ships', 'Ports']));
    await desk.import(path, {}, WRITE);
    expect(desk.article()).toContain(`tags: [Ships, Ports, ${NAMES}]\n`);
    expect(desk.article()).toContain(`  suggested: [${NAMES}]\n`);
    expect((await desk.verify()).said.join()).toContain('1 verbatim, 0 wrong');
  });
});

describe('a tags.yaml with a mistake', () => {
  const MISTAKE = '- nam: Syria\n';

  test('ends an import that is to write suggested tags, before anything is written', async () => {
    await desk.put('content/tags.yaml', MISTAKE);
    const run = desk.import(await desk.put('ferry.txt', FERRY), {}, WRITE);
    await expect(run).rejects.toThrow(ContentFolderError);
    await expect(run).rejects.toThrow(/tags\.yaml:1:3 .*"name"/u);
    expect(desk.articles()).toEqual([]);
  });

  test('is told by any other import, which goes on without it', async () => {
    await desk.put('content/tags.yaml', MISTAKE);
    const { code, said } = await desk.import(await desk.put('ferry.txt', FERRY));
    expect(code).toBe(0);
    expect(said[0]).toContain('tags are suggested without it');
    expect(said[0]).toContain('tags.yaml:1:3');
    expect(said).toContain(MIGHT);
  });
});

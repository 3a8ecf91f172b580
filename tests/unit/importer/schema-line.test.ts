import { afterEach, beforeEach, expect, test } from 'vitest';
import { readArticleFile } from '../../../src/markdown/article-file.ts';
import { Desk } from './desk.ts';
import { DATED, TALKS, UNDATED } from './talks.ts';

const LINE = '# yaml-language-server: $schema=../../../../src/schemas/article.json\n';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

test('a line that names the schema to editors is a comment to the build, and stays first whatever is imported again', async () => {
  const path = await desk.put('talks.txt', TALKS);
  await desk.import(path);
  await desk.edit(UNDATED, (text) => text.replace('---\n', `---\n${LINE}`));
  expect(readArticleFile(UNDATED, desk.text(UNDATED))).toMatchObject({
    ok: true,
    value: { front: { title: 'Harbor Talks End' } },
  });

  await desk.import(path, { published: '2016-10-04', tags: ['Syria'], sourceName: 'The Post' });
  expect(desk.text(DATED).startsWith(`---\n${LINE}title: Harbor Talks End\npublished: 2016-10-04\n`)).toBe(true);

  await desk.put('talks.txt', TALKS.replace('Harbor Talks End', 'Harbor Talks End Early'));
  expect((await desk.import(path)).said[0]).toContain('a new version of the source taken over');
  expect(desk.text(DATED).startsWith(`---\n${LINE}title: Harbor Talks End Early\n`)).toBe(true);
});

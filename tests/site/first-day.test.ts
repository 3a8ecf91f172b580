import { mkdirSync } from 'node:fs';
import { parseAtomFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { byTag, partText, readPage, readText, textOf } from '../setup/dist.ts';
import { Desk } from '../setup/scratch.ts';

test.each(['is absent', 'is empty'])(
  'an edition whose articles folder %s builds, and its front says how to begin',
  async (state) => {
    const desk = new Desk('nothing');
    if (state === 'is empty') mkdirSync(desk.article(''));
    expect((await desk.build()).articles).toBe(0);
    const [main] = byTag(readPage(desk.dist, ''), 'main').map(textOf);
    expect(main).toContain('Nothing printed yet');
    expect(main).toContain('npm run import');
    for (const list of ['tags/', 'archive/', 'corrections/']) {
      expect(byTag(readPage(desk.dist, list), 'main').map(textOf)[0]).toMatch(/\b(?:No|yet)\b/u);
    }
    const feed = parseAtomFeed(readText(desk.dist, 'feed.xml'));
    expect([feed.entries ?? [], feed.updated]).toEqual([[], '1970-01-01T00:00:00.000Z']);
  },
);

test('the first article of an edition is its whole front, and is shown once', async () => {
  const desk = new Desk('nothing');
  desk.write('2026/11/first.md', '---\ntitle: The First of Them\npublished: 2026-11-20\n---\n\nOne line of text.\n');
  await desk.build();
  const front = readPage(desk.dist, '');
  expect(
    byTag(front, 'main')
      .map(textOf)[0]
      ?.match(/The First of Them/gu),
  ).toHaveLength(1);
  expect(partText(readPage(desk.dist, 'articles/2026/11/first/'), 'body')).toBe('One line of text.');
});

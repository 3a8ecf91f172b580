import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Workshop } from '../fuzz/edits/workshop.ts';
import { bytesOf } from '../setup/compare.ts';
import { listFiles, readText } from '../setup/dist.ts';
import { NOW } from '../setup/fixture.ts';
import { Desk } from '../setup/scratch.ts';

test('texts that were damaged where they are kept are made anew, whoever shows them', async () => {
  const desk = new Desk('fixture');
  await desk.build();
  const cache = join(desk.folder, 'cache');
  const packs = listFiles(cache).filter((file) => /texts-\d+\.pack$/u.test(file));
  for (const pack of packs) {
    const file = join(cache, pack);
    writeFileSync(file, readFileSync(file, 'latin1').replaceAll('<p>', '<q>'), 'latin1');
  }
  const article = readText(desk.content, 'articles/2025/06/plain.md');
  // Those before and after it, and all lists, show the new headline.
  desk.write('2025/06/plain.md', article.replace(/^title: .*$/mu, 'title: Another headline'));
  await desk.build();
  expect(bytesOf(desk.dist)).toEqual(bytesOf(await desk.buildAnew()));
  expect([packs.length, readText(desk.dist, 'index.html').includes('Another headline')]).toEqual([1, true]);
});

test('templates that were damaged where they are kept for the next build print no page', async () => {
  const shop = new Workshop();
  onTestFinished(() => shop.close());
  const wish = { moment: NOW, skipBad: false };
  await shop.build(wish);
  const kept = listFiles(shop.cache).map((file) => join(shop.cache, file));
  const bundles = kept.filter((file) => file.endsWith('.mjs') && readFileSync(file, 'utf8').includes('colophon'));
  expect(bundles.length).toBeGreaterThan(0);
  for (const file of bundles) writeFileSync(file, readFileSync(file, 'utf8').replaceAll('colophon', 'colophom'));
  appendFileSync(shop.article('2025/06/plain.md'), '\nA last paragraph.\n');
  expect(await shop.build(wish)).toMatchObject({ end: 'built' });
  await shop.buildAnew(wish, (dist) => expect(shop.built()).toEqual(bytesOf(dist)));
  expect.assertions(3);
});

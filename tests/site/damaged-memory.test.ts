import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Workshop } from '../fuzz/edits/workshop.ts';
import { bytesOf } from '../setup/compare.ts';
import { listFiles } from '../setup/dist.ts';
import { NOW } from '../setup/fixture.ts';

test('texts that were damaged where they are kept are made anew, whoever shows them', async () => {
  const shop = new Workshop();
  onTestFinished(() => shop.close());
  const wish = { moment: NOW, skipBad: false };
  await shop.build(wish);
  const packs = listFiles(shop.cache).filter((file) => /texts-\d+\.pack$/u.test(file));
  for (const pack of packs) {
    const file = join(shop.cache, pack);
    writeFileSync(file, readFileSync(file, 'latin1').replaceAll('<p>', '<q>'), 'latin1');
  }
  const article = shop.article('2025/06/plain.md');
  // Those before and after it, and all lists, show the new headline.
  writeFileSync(article, readFileSync(article, 'utf8').replace(/^title: .*$/mu, 'title: Another headline'));
  expect(await shop.build(wish)).toMatchObject({ end: 'built' });
  await shop.buildAnew(wish, (dist) => expect(shop.built()).toEqual(bytesOf(dist)));
  expect([packs.length, readFileSync(article, 'utf8').includes('Another headline')]).toEqual([1, true]);
  expect.assertions(3);
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

import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesOf, momentsOf } from '../setup/compare.ts';
import { listFiles } from '../setup/dist.ts';
import { Desk } from '../setup/scratch.ts';

const isCopy = (file: string): boolean => /\.(?:br|gz)$/u.test(file);

test('a publisher whose site holds compressed copies has those of a clean build after every edit, and none once they are switched off', async () => {
  const desk = new Desk('nothing');
  const settings = join(desk.content, 'site.yaml');
  const without = readFileSync(settings, 'utf8');
  desk.write('2026/01/first.md', '---\ntitle: The lock opens\npublished: 2026-01-02\n---\nIt opened.\n');
  await desk.build();
  expect(listFiles(desk.dist).filter(isCopy)).toEqual([]);

  appendFileSync(settings, 'precompressed: true\n');
  await desk.build();
  const files = listFiles(desk.dist);
  expect(files.filter(isCopy)).toEqual(
    files
      .filter((file) => /\.(?:html|xml|json|js|svg|txt|md)$/u.test(file))
      .flatMap((file) => [`${file}.br`, `${file}.gz`]),
  );
  expect(bytesOf(desk.dist)).toEqual(bytesOf(await desk.buildAnew()));

  const before = momentsOf(desk.dist);
  desk.write('2026/01/second.md', '---\ntitle: The lock closes\npublished: 2026-01-03\n---\nIt closed.\n');
  await desk.build();
  expect(bytesOf(desk.dist)).toEqual(bytesOf(await desk.buildAnew()));
  const after = momentsOf(desk.dist);
  expect(after['index.html.br']).not.toBe(before['index.html.br']);
  expect(after['robots.txt.br']).toBe(before['robots.txt.br']);

  writeFileSync(settings, without);
  await desk.build();
  expect(listFiles(desk.dist).filter(isCopy)).toEqual([]);
});

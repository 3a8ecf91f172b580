import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PROJECT } from '../../src/build/locations.ts';
import { listFiles, readText } from '../setup/dist.ts';
import { FIXTURE_EDITION } from '../setup/fixture.ts';

const PARTS = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** A copy of the project with the fixture edition. Not below node_modules: no runtime reads TypeScript there. */
function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tearsheet-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of PARTS) cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  cpSync(FIXTURE_EDITION, join(folder, 'content'), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function build(folder: string): void {
  const { status, stderr } = spawnSync(process.execPath, ['src/build/cli.ts', 'build'], { cwd: folder });
  expect(stderr.toString()).toBe('');
  expect(status).toBe(0);
}

test('what the sanitizer no longer lets through is on no page and in no feed of the next build', () => {
  const folder = copyProject();
  const dist = join(folder, 'dist');
  const page = 'articles/2025/01/footnotes-and-tables/index.html';
  build(folder);
  expect(readText(dist, page)).toContain('<table');
  const schema = join(folder, 'src/markdown/sanitize-schema.ts');
  writeFileSync(schema, readFileSync(schema, 'utf8').replace("new Set(['picture'", "new Set(['table', 'picture'"));
  build(folder);
  const files = listFiles(dist).filter((file) => /\.(?:html|xml|json)$/u.test(file));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => /<table|&lt;table/u.test(readText(dist, file)))).toEqual([]);
});

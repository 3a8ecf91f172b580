import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copyProject } from '../setup/copy-project.ts';
import { listFiles, readText } from '../setup/dist.ts';
import { FIXTURE_EDITION } from '../setup/fixture.ts';

function build(folder: string): void {
  const { status, stderr } = spawnSync(process.execPath, ['src/build/cli.ts', 'build'], { cwd: folder });
  expect(stderr.toString()).toBe('');
  expect(status).toBe(0);
}

test('what the sanitizer no longer lets through is on no page and in no feed of the next build', () => {
  const folder = copyProject();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(FIXTURE_EDITION, join(folder, 'content'), { recursive: true });
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

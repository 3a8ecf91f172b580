import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { bytesOf } from '../setup/compare.ts';
import { FIXTURE_EDITION } from '../setup/fixture.ts';
import { runBuild } from '../setup/run-build.ts';
import { scratchFolder } from '../setup/scratch.ts';

test.each([
  { zone: 'Pacific/Kiritimati', locale: 'de_DE.UTF-8', from: 'the root folder', cwd: '/' },
  { zone: 'America/Anchorage', locale: 'C', from: 'the folder of the built site', cwd: undefined },
])('the same content makes the same bytes in $zone, from $from', async ({ zone, locale, cwd }) => {
  const folder = scratchFolder();
  const dist = join(folder, 'dist');
  await runBuild({
    content: FIXTURE_EDITION,
    dist,
    cache: join(folder, 'cache'),
    cwd: cwd ?? folder,
    env: { TZ: zone, LANG: locale, LC_ALL: locale },
  });
  expect(bytesOf(dist)).toEqual(bytesOf(inject('fixtureDist')));
});

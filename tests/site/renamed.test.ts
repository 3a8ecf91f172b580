import { join } from 'node:path';
import { expect, test } from 'vitest';
import { byAttribute, readPage } from '../setup/dist.ts';
import { Repository } from '../setup/repository.ts';
import { runBuild } from '../setup/run-build.ts';
import { scratchFolder } from '../setup/scratch.ts';
import { clean, proofOf } from '../unit/proof/proofed.ts';

test('an article that was renamed twice is reached by both old addresses once the offered line is in its file', async () => {
  const repository = await Repository.make({ 'articles/2016/10/talks.md': clean('', 'The talks were broken off.') });
  repository.commit();
  repository.move('2016/10/talks.md', '2016/10/talks-off.md');
  repository.commit();
  repository.move('2016/10/talks-off.md', '2016/11/harbour-talks.md');
  const { findings } = await proofOf(repository.content);
  expect(findings.map(({ check, file }) => `${check} ${file}`)).toEqual(['moved articles/2016/11/harbour-talks.md']);
  const offered = clean(findings[0]?.yaml, 'The talks were broken off.');
  repository.write({ 'articles/2016/11/harbour-talks.md': offered });
  expect((await proofOf(repository.content)).findings).toEqual([]);
  const folder = scratchFolder();
  const dist = join(folder, 'dist');
  await runBuild({ content: repository.content, dist, cache: join(folder, 'cache') });
  for (const old of ['articles/2016/10/talks/', 'articles/2016/10/talks-off/']) {
    const refresh = byAttribute(readPage(dist, old), 'http-equiv', 'refresh').map(({ attribs }) => attribs['content']);
    expect(refresh, old).toEqual(['0; url=/news/articles/2016/11/harbour-talks/']);
  }
});

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOfTexts, isSameOrigin, changesAround, type Origin } from '../../../src/build/origin.ts';
import { readArticleTexts } from '../../../src/edition/content-files.ts';
import { sha256 } from '../../../src/news/digest.ts';
import { makeFolder } from './folder.ts';

const NOON = Date.parse('2026-11-22T12:00:00Z');
const HOUR = 3_600_000;

const VERSION = 'versions/0a.md';

const FILES: Record<string, string> = {
  'site.yaml': 'name: The Paper',
  'tags.yaml': '- name: Syria',
  'articles/2016/truce.md': '---\ntitle: Truce\n---\n',
  'articles/2016/kerry.jpg': 'the bytes of a picture',
  [VERSION]: 'an earlier version',
};

const textsOf = async (content: string): Promise<string> => hashOfTexts(content, await readArticleTexts(content));

/** What a build at noon was made from. */
async function builtAtNoon(content: string, others: Partial<Origin> = {}): Promise<Origin> {
  return {
    code: 'code',
    texts: await textsOf(content),
    timeZone: 'Pacific/Auckland',
    today: '2026-11-23',
    named: ['articles/2016/kerry.jpg', VERSION].map((file) => [file, sha256(FILES[file] ?? '')]),
    ...others,
  };
}

describe('what a build was made from', () => {
  it.each([
    ['nothing happened', (): Promise<void> => Promise.resolve(), true],
    ['an article was edited', (content: string) => writeFile(join(content, 'articles/2016/truce.md'), 'x'), false],
    ['an article came in', (content: string) => writeFile(join(content, 'articles/2016/new.md'), 'x'), false],
    ['an article went', (content: string) => rm(join(content, 'articles/2016/truce.md')), false],
    ['a picture was edited', (content: string) => writeFile(join(content, 'articles/2016/kerry.jpg'), 'x'), false],
    ['a picture went', (content: string) => rm(join(content, 'articles/2016/kerry.jpg')), false],
    ['an earlier version was edited', (content: string) => writeFile(join(content, VERSION), 'x'), false],
    ['an earlier version went', (content: string) => rm(join(content, VERSION)), false],
    ['tags.yaml went', (content: string) => rm(join(content, 'tags.yaml')), false],
    ['site.yaml was edited', (content: string) => writeFile(join(content, 'site.yaml'), 'name: Other'), false],
    ['a file that no page shows was put beside', (content: string) => writeFile(join(content, 'notes.txt'), ''), true],
  ])('where %s', async (_, happened, isSame) => {
    const content = await makeFolder(FILES);
    const last = await builtAtNoon(content);
    await happened(content);
    expect(isSameOrigin(last, { content, code: 'code', texts: await textsOf(content), now: NOON })).toBe(isSame);
  });

  it('is another where the code is', async () => {
    const content = await makeFolder(FILES);
    const last = await builtAtNoon(content);
    expect(isSameOrigin(last, { content, code: 'new', texts: last.texts, now: NOON })).toBe(false);
  });

  it('is another on another day of the site’s own time zone, where articles may have become a year older', async () => {
    const content = await makeFolder(FILES);
    const last = await builtAtNoon(content);
    const isSameAt = (now: number): boolean => isSameOrigin(last, { content, code: 'code', texts: last.texts, now });
    // Midnight of Auckland is 11:00 UTC in November.
    expect([NOON - HOUR - 1, NOON - HOUR, NOON + 23 * HOUR - 1, NOON + 23 * HOUR].map(isSameAt)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is another from the moment on at which an article comes in or goes out, and before the one at which one did', async () => {
    const content = await makeFolder(FILES);
    const turns = [9 * HOUR, 2, -5, -9 * HOUR, 2].map((after, index) => {
      return { at: NOON + after, way: 'in' as const, file: `${index}.md` };
    });
    const changes = changesAround(turns, NOON);
    expect(changes).toEqual({ since: NOON - 5, next: { at: NOON + 2, way: 'in', file: '1.md', others: 1 } });
    expect(changesAround([{ at: NOON, way: 'out', file: 'a.md' }], NOON)).toEqual({ since: NOON, next: undefined });
    const last = await builtAtNoon(content, changes);
    const isSameAt = (now: number): boolean => isSameOrigin(last, { content, code: 'code', texts: last.texts, now });
    expect([-6, -5, 0, 1, 2].map((after) => isSameAt(NOON + after))).toEqual([false, true, true, true, false]);
  });
});

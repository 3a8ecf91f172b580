import { describe, expect, it } from 'vitest';
import { checkTogether } from '../../../src/edition/check-together.ts';
import { sha256 } from '../../../src/news/digest.ts';
import { makeRecord, type ArticleRecord } from '../../../src/edition/record.ts';

const SITE = { url: 'https://paper.example/', lang: 'en' };

/** What is wrong with these articles taken together: `file: message`. */
async function problemsOf(articles: Record<string, string>): Promise<string[]> {
  const records = new Map<string, ArticleRecord>();
  for (const [file, front] of Object.entries(articles)) {
    const made = await makeRecord('content', file, `---\ntitle: A\n${front}\n---\n`, SITE, sha256);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    records.set(file, made.value);
  }
  return checkTogether('content', records).map(
    ({ file, message }) => `${file.replace('content/articles/', '')}: ${message}`,
  );
}

describe('articles taken together', () => {
  it('have nothing wrong with them when each has its own address', async () => {
    expect(
      await problemsOf({ '2016/10/a.md': '', '2016/09/a.md': '', 'undated/ключ_1.2.md': 'aliases: [/old/]' }),
    ).toEqual([]);
  });

  it('meet in one address where only case or composition of letters differs', async () => {
    expect(await problemsOf({ '2016/Foo.md': '', '2016/foo.md': '' })).toEqual([
      '2016/foo.md: has the same address as 2016/Foo.md; rename one of them',
    ]);
    expect(await problemsOf({ [`${'é'.normalize('NFC')}.md`]: '', [`${'é'.normalize('NFD')}.md`]: '' })).toHaveLength(
      1,
    );
  });

  it.each(['a b.md', 'a?b.md', 'a#b.md', 'a%2fb.md', 'a:b.md', "a'b.md", 'a\u202eb.md', 'a\nb.md', '2016/a<b>.md'])(
    'have addresses that every host can serve: %j',
    async (file) => {
      expect((await problemsOf({ [file]: '' })).join()).toContain('the file name is its address');
    },
  );

  it('claim no old path twice, and none that an article has', async () => {
    const problems = await problemsOf({ 'a.md': 'aliases: [/old/, /articles/b]', 'b.md': 'aliases: [/old/]' });
    expect(problems).toEqual([
      'a.md: aliases: /articles/b is the address of an article',
      'b.md: aliases: a.md has the same old path /old/',
    ]);
  });

  it('translate only articles that there are', async () => {
    const articles = { 'a.md': '', 'b.md': 'translationOf: /articles/a/', 'c.md': 'translationOf: /articles/gone/' };
    expect(await problemsOf(articles)).toEqual(['c.md: translationOf: no article has the path /articles/gone/']);
  });

  it('may name what they translate by an old path of it', async () => {
    const articles = { 'a.md': 'aliases: [/articles/was/]', 'b.md': 'translationOf: /articles/was/' };
    expect(await problemsOf(articles)).toEqual([]);
  });

  it('have no address where the earlier versions of another stand, or stood before it was renamed', async () => {
    const versions = `versions: [{captured: 2016-10-01, sha256: '${'0'.repeat(64)}'}]\naliases: [/articles/was/]`;
    const articles = {
      'a.md': versions,
      'a/versions.md': '',
      'a/versions/1.md': '',
      'was/versions/1/changes.md': '',
      'b.md': 'aliases: [/articles/a/versions/2/, /articles/was/versions, /articles/c/versions/]',
      'versions/free.md': '',
      'b/versions.md': '',
    };
    expect(await problemsOf(articles)).toEqual([
      'a/versions.md: has an address where the earlier versions of a.md stand; take another',
      'a/versions/1.md: has an address where the earlier versions of a.md stand; take another',
      'was/versions/1/changes.md: has an address where the earlier versions of a.md stand; take another',
      'b.md: aliases: /articles/a/versions/2/ is an address where the earlier versions of a.md stand; take another',
      'b.md: aliases: /articles/was/versions is an address where the earlier versions of a.md stand; take another',
    ]);
  });
});

import { join } from 'node:path';
import { copyDigest } from '../../../../src/news/copy.ts';
import { Folder } from '../../../../src/build/folder.ts';
import type { FileOutput } from '../../../../src/build/plan.ts';
import { indexArticles } from '../../../../src/build/search/index-articles.ts';
import { WORDS_AN_ARTICLE } from '../../../../src/build/search/parts.ts';
import { writeFiles } from '../../../../src/build/write-files.ts';
import type { Article } from '../../../../src/news/article.ts';
import { makeFolder } from '../folder.ts';
import { makeArticle, makeEdition } from '../../routes/edition.ts';

/** An article with a text of its own, which is its HTML's digest, too. Where it has no `words`, no part gets fuller by them. */
export function withText(file: string, text: string, keys: Record<string, unknown> = {}, words = 0): Article {
  const page = `<p>${text}</p>`;
  return makeArticle(file, keys, { body: { page, excerpt: page, words }, text: copyDigest([{ text }]) });
}

/**
 * Indexes articles in parts of at most `most`, and writes the index below `folder`, or else into one that is gone when
 * the test ends. Gives its files and the folder of the site.
 */
export async function indexOf(
  articles: readonly Article[],
  { most, cache, folder }: { most?: number; cache?: string; folder?: string } = {},
): Promise<{ outputs: FileOutput[]; dist: string }> {
  const home = folder ?? (await makeFolder());
  const request = { edition: makeEdition(articles), html: (text: string) => text };
  const outputs = await indexArticles({
    ...request,
    cache: { folder: cache ?? join(home, 'cache'), codeHash: 'code' },
    ...(most !== undefined && { most: most * WORDS_AN_ARTICLE }),
  });
  const dist = join(home, 'dist');
  await writeFiles(outputs, { content: home, pictures: join(home, 'pictures') }, new Folder(dist));
  return { outputs, dist };
}

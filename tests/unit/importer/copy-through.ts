import { toArticleText } from '../../../src/importer/copy/article-text.ts';
import { toArticle } from '../../../src/importer/copy/to-article.ts';
import { readArticleFile } from '../../../src/markdown/article-file.ts';
import type { FrontMatter } from '../../../src/news/front-matter.ts';
import { NO_FACTS } from './desk.ts';
import { read } from './read.ts';

const ORIGIN = { file: 'test.txt', captured: '2020-01-02', charset: undefined, sha256: 'a'.repeat(64) };

/** A text imported, written, and read back as the build reads it. */
export function copyThrough(text: string): { front: FrontMatter; body: string; file: string } {
  const made = toArticle(read(text), NO_FACTS, ORIGIN);
  if (!made.ok) throw new Error(made.reason);
  const written = toArticleText(made.front, made.body);
  if (!written.ok) throw new Error(written.reason);
  const back = readArticleFile('test.md', written.text);
  if (!back.ok) throw new Error(JSON.stringify(back.problems));
  return { ...back.value, file: written.text };
}

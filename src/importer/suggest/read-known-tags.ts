import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { showProblem } from '../../markdown/article-file.ts';
import { readVocabulary } from '../../markdown/vocabulary-file.ts';
import { KnownTags } from '../../news/suggest/known-tags.ts';
import { ContentFolderError } from '../archive/content-folder.ts';

/**
 * The tags that suggestions are made from: those of content/tags.yaml, in the language of the site, and those that
 * articles have. Where the file has mistakes, suggestions that are only shown do without it, and that is said; none are written:
 * throws a ContentFolderError with the mistakes.
 */
export async function readKnownTags(
  content: string,
  { language, isWritten }: { language: string; isWritten: boolean },
  warn: (line: string) => void,
): Promise<KnownTags> {
  const file = join(content, 'tags.yaml');
  const isFile = (await stat(file).catch(() => undefined))?.isFile() === true;
  const yaml = isFile ? await readFile(file, 'utf8').catch(() => undefined) : undefined;
  const read = readVocabulary(file, yaml, language);
  if (read.ok) return new KnownTags(read.value);
  const problems = read.problems.map(showProblem);
  if (isWritten) {
    throw new ContentFolderError(
      `Nothing was imported: --suggest-tags goes by ${file}, and that has mistakes: ${problems.join('; ')}`,
    );
  }
  for (const problem of problems) warn(`Not read, tags are suggested without it: ${problem}`);
  return new KnownTags();
}

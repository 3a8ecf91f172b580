import type { FileProblem } from '../markdown/article-file.ts';
import { readVocabulary } from '../markdown/vocabulary-file.ts';
import { tagSlug } from '../news/slug.ts';
import type { Vocabulary } from '../news/vocabulary.ts';
import { ContentError } from './content-error.ts';
import { readTagsFile } from './content-files.ts';
import type { ArticleRecord } from './record.ts';

/**
 * The checked vocabulary of content/tags.yaml, its names in the site's language; nothing where there is no such file, or
 * nothing in it. Throws a ContentError with all that is wrong in it.
 */
export async function readTags(content: string, lang: string): Promise<Vocabulary | undefined> {
  const read = readVocabulary(`${content}/tags.yaml`, await readTagsFile(content), lang);
  if (!read.ok) throw new ContentError(read.problems);
  return read.value;
}

/** Checks that no article has a tag which is not listed under an address that `slug` has given to another. */
export function checkTags(
  content: string,
  records: ReadonlyMap<string, Pick<ArticleRecord, 'front'>>,
  vocabulary: Vocabulary,
): FileProblem[] {
  return [...records].flatMap(([file, { front }]) =>
    front.tags.flatMap((name): FileProblem[] => {
      const other = vocabulary.find(name) ? undefined : vocabulary.at(tagSlug(name));
      if (!other) return [];
      const message = `tags: "${name}" has the address of "${other.name}" in tags.yaml; add it to that tag's aliases, or change its slug`;
      return [{ file: `${content}/articles/${file}`, line: 1, column: 1, message }];
    }),
  );
}

import { type FileProblem, readYaml } from '../markdown/article-file.ts';
import { tagSlug } from '../news/slug.ts';
import { tagsSchema } from '../news/tags.ts';
import { toVocabulary, type Vocabulary } from '../news/vocabulary.ts';
import { ContentError } from './content-error.ts';
import { readTagsFile } from './content-files.ts';
import type { ArticleRecord } from './record.ts';

/**
 * The checked vocabulary of content/tags.yaml, its names in the site's language; nothing where there is no such file, or
 * nothing in it. Throws a ContentError with all that is wrong in it.
 */
export async function readTags(content: string, lang: string): Promise<Vocabulary | undefined> {
  const yaml = await readTagsFile(content);
  if (yaml === undefined || isBlank(yaml)) return undefined;
  const read = readYaml(`${content}/tags.yaml`, yaml, tagsSchema);
  if (!read.ok) throw new ContentError(read.problems);
  return toVocabulary(read.value, lang);
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

/** Whether a file says nothing: all its lines are empty or comments. */
function isBlank(yaml: string): boolean {
  return yaml.split('\n').every((line) => line.trim() === '' || line.trimStart().startsWith('#'));
}

import { tagsSchema } from '../news/tags.ts';
import { toVocabulary, type Vocabulary } from '../news/vocabulary.ts';
import { type Read, readYaml } from './article-file.ts';

/**
 * The checked vocabulary of a tags.yaml, its names in a language (BCP 47); nothing where there is no such file, or
 * nothing in it. Never throws: gives all that is wrong in it with its place. `file` is how it is named there.
 */
export function readVocabulary(file: string, yaml: string | undefined, lang: string): Read<Vocabulary | undefined> {
  if (yaml === undefined || isBlank(yaml)) return { ok: true, value: undefined };
  const read = readYaml(file, yaml, tagsSchema);
  return read.ok ? { ok: true, value: toVocabulary(read.value, lang) } : read;
}

/** Whether a file says nothing: all its lines are empty or comments. */
function isBlank(yaml: string): boolean {
  return yaml.split('\n').every((line) => line.trim() === '' || line.trimStart().startsWith('#'));
}

import { tagsSchema } from '../../../../src/news/tags.ts';
import { KnownTags } from '../../../../src/news/suggest/known-tags.ts';
import { type Suggestion, suggestTags } from '../../../../src/news/suggest/suggest-tags.ts';
import { toVocabulary } from '../../../../src/news/vocabulary.ts';

/** An article with nothing said of it but its text. */
const NOTHING = {
  headline: 'A quiet day',
  dateline: undefined,
  lang: 'en',
  siteLang: 'en',
  published: undefined,
  tags: [],
  from: [],
} as const;

type Untagged = Parameters<typeof suggestTags>[0];

/** What is known of an archive: entries of its tags.yaml, and tags that its articles have. */
export function knownTags(inUse: readonly string[] = [], listed: readonly unknown[] = []): KnownTags {
  const known = new KnownTags(toVocabulary(tagsSchema.parse(listed), 'en'));
  known.use(inUse);
  return known;
}

/** What is suggested for an article of these paragraphs. */
export function suggestionsFor(
  paragraphs: readonly string[],
  known = new KnownTags(),
  article: Partial<Untagged> = {},
): Suggestion[] {
  return suggestTags({ ...NOTHING, paragraphs, ...article }, known);
}

/** The names of what is suggested. */
export function namesFor(...of: Parameters<typeof suggestionsFor>): string[] {
  return suggestionsFor(...of).map(({ name }) => name);
}

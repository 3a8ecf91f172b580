import { join } from 'node:path';
import { lineOfKey } from '../markdown/article-file.ts';
import { tagSlug } from '../news/slug.ts';
import type { Vocabulary } from '../news/vocabulary.ts';
import type { KnownTag } from '../tags/look-alikes.ts';
import { survey } from '../tags/survey.ts';
import type { Finding } from './checks.ts';
import { type Galley, shownFile } from './galley.ts';

/** Tags that may be one, as `npm run tags` tells them too; each pair where the first article has the rarer of the two. */
export function findLookAlikes(galley: Galley, vocabulary: Vocabulary | undefined): Finding[] {
  const { content, articles } = galley;
  const tagged = articles.map(({ file, record }) => ({ file, names: record.front.tags }));
  const { lookAlikes } = survey(tagged, vocabulary);
  return lookAlikes.map(({ pair, by: [one, other], likeness }) => {
    const [rarer, commoner] = pair;
    const message = `"${one}" (${rarer.articles}) and "${other}" (${commoner.articles}) differ in ${DIFFERENCE[likeness]}`;
    return {
      check: 'look-alike',
      ...(placeOf(galley, rarer) ?? placeOf(galley, commoner) ?? inTags(content)),
      message,
    };
  });
}

const DIFFERENCE = {
  'signs or accents': 'signs or accents only',
  transliteration: 'the script or its transliteration only',
  plural: 'the plural only',
  initials: 'that one has the initials of the other',
  spelling: 'a letter or two',
} as const;

function placeOf({ content, articles }: Galley, tag: KnownTag): Pick<Finding, 'file' | 'line'> | undefined {
  const slugs = new Set([tag.name, ...tag.names].map(tagSlug));
  for (const { file, text, record } of articles) {
    const index = record.front.tags.findIndex((name) => slugs.has(tagSlug(name)));
    if (index >= 0) return { file: shownFile(content, file), line: lineOfKey(text, ['tags', index]) };
  }
  return undefined;
}

/** Two tags that no article has: both are listed. */
function inTags(content: string): Pick<Finding, 'file' | 'line'> {
  return { file: join(content, 'tags.yaml'), line: 1 };
}

import { urlKey } from '../importer/archive/archive.ts';
import { bodyOf, readArticleFile } from '../markdown/article-file.ts';
import type { FrontMatter } from '../news/front-matter.ts';
import { wordsOf } from '../news/words.ts';

/** What an article is known by, wherever its file stands. */
export interface Identified {
  front: Pick<FrontMatter, 'source' | 'receipt'>;
  body: string;
}

/** A file, also one that no longer holds to what front matter may be. */
interface AnyFile extends Identified {
  title: string | undefined;
}

/** Reads whatever was an article's file once. */
export function readAnyFile(text: string): AnyFile {
  const read = readArticleFile('', text);
  const front = read.ok ? read.value.front : undefined;
  return {
    front: front ?? { source: undefined, receipt: undefined },
    title: front?.title,
    body: bodyOf(text)?.body ?? text,
  };
}

/** What two files of one article have in common: the address of its source, the text that its receipt proves, its body; the surest first. */
export function keysOf({ front: { source, receipt }, body }: Identified): string[] {
  const text = body.trim();
  return [
    ...(source?.url === undefined ? [] : [`url ${urlKey(source.url) ?? ''}`]),
    ...(receipt === undefined ? [] : [`receipt ${receipt.text}`]),
    ...(text === '' ? [] : [`body ${text}`]),
  ];
}

/**
 * Whether two files that git takes for one are one article. It goes by lines, and short articles have most of theirs, those
 * of the front matter, in common: here the headline has to be the same, or most words of the text.
 */
export function areOne(before: string, after: string): boolean {
  const [one, other] = [readAnyFile(before), readAnyFile(after)];
  if (one.title !== undefined && one.title === other.title) return true;
  const [few = new Set<string>(), many = few] = [one, other]
    .map(({ body }) => new Set(wordsOf(body.toLowerCase())))
    .sort((a, b) => a.size - b.size);
  return 2 * [...few].filter((word) => many.has(word)).length > few.size;
}

import type { FrontMatter } from '../../news/front-matter.ts';
import type { Suggestion } from '../../news/suggest/suggest-tags.ts';
import { reviseArticleText, type Written } from '../copy/article-text.ts';
import type { Change } from '../copy/facts.ts';
import type { RawArticle } from '../raw-article.ts';

/** Who suggests tags for an article that is imported. */
export interface TagAdvice {
  suggest: (front: FrontMatter, raw: RawArticle) => Suggestion[];
  /** The tags are written, and not only shown. */
  isWritten: boolean;
}

/** The front matter of a new copy with suggested tags after those that are stated. Its receipt says which they are. */
export function withSuggested(front: FrontMatter, suggested: readonly Suggestion[] = []): FrontMatter {
  const names = suggested.map(({ name }) => name);
  const { tags, receipt } = front;
  return { ...front, tags: [...tags, ...names], receipt: receipt && { ...receipt, suggested: names } };
}

/**
 * Whether a copy is still to be given tags: they are to be written, and it never was. What an editor has taken out
 * does not come back, as its receipt says that it was suggested.
 */
export function isUnadvised(advice: TagAdvice | undefined, { receipt }: FrontMatter): boolean {
  return advice?.isWritten === true && receipt !== undefined && receipt.suggested === undefined;
}

/** The tags of a copy that were not suggested. */
export function statedTags({ tags, receipt }: FrontMatter): string[] {
  return tags.filter((tag) => receipt?.suggested?.includes(tag) !== true);
}

/** A change of tags that leaves those which were suggested, as long as they are there; any other change as it is. */
export function besideSuggested(change: Change, front: FrontMatter): Change {
  const suggested = front.tags.filter((tag) => front.receipt?.suggested?.includes(tag) === true);
  if (change.path[0] !== 'tags' || suggested.length === 0) return change;
  const stated: unknown[] = Array.isArray(change.value) ? change.value : [];
  return { ...change, value: [...stated, ...suggested.filter((tag) => !stated.includes(tag))] };
}

/** A copy with suggested tags in its file, all else as it is. */
export function writeSuggested(
  { front, text }: { front: FrontMatter; text: string },
  suggested: Suggestion[],
): Written {
  const { tags, receipt } = withSuggested(front, suggested);
  const names = receipt?.suggested ?? [];
  const added = suggested.length > 0 ? [{ path: ['tags'] as const, value: tags }] : [];
  return reviseArticleText(text, [...added, { path: ['receipt', 'suggested'], value: names }]);
}

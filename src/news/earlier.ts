import type { PublishedPicture } from './article.ts';
import type { CopyBlock } from './copy.ts';
import { copyBlocks } from './copy.ts';
import type { ComparedBlock } from './differences.ts';
import { type NewsDate, showMoment } from './dates.ts';
import type { FrontMatter } from './front-matter.ts';

/** A version of a copy that another has followed: what its source said when it was captured before. */
export interface EarlierVersion {
  captured: NewsDate;
  /** Absent where it was not kept, or may not be shown. */
  copy?: EarlierCopy;
}

/** The copy as it was then. */
export interface EarlierCopy extends Pick<
  FrontMatter,
  'title' | 'description' | 'authors' | 'dateline' | 'published' | 'updated' | 'image' | 'credit'
> {
  /** The one at its head, where that is still there. */
  picture: PublishedPicture | undefined;
  /** Whether somebody has changed it since. */
  isEdited: boolean;
  /** Digest of its text's HTML. */
  page: string;
  /** How the version after it differs; absent where that one was not kept. */
  changes?: Changes;
}

/** How one version differs from the one before it. */
export interface Changes {
  /** Digest of its passages as JSON (`differencesSchema`). */
  passages: string;
  /** In words. */
  added: number;
  removed: number;
}

/**
 * All of a version that is compared with another, from top to bottom; `body` are the blocks of its rendered text, `lang`
 * is the language of the page that shows it.
 */
export function comparedBlocks(front: FrontMatter, body: readonly string[], lang: string): ComparedBlock[] {
  const { authors, dateline, published, updated } = front;
  const facts: ComparedBlock[] = [
    { field: 'authors' as const, text: authors.map(({ name }) => name).join(', ') },
    { field: 'dateline' as const, text: dateline ?? '' },
    { field: 'published' as const, text: published ? showMoment(published, lang) : '' },
    { field: 'updated' as const, text: updated ? showMoment(updated, lang) : '' },
  ].filter(({ text }) => text !== '');
  const isHead = ({ field }: CopyBlock): boolean => field === 'title' || field === 'description';
  const blocks = copyBlocks(front, body);
  return [...blocks.filter(isHead), ...facts, ...blocks.filter((block) => !isHead(block))];
}

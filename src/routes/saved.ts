import type { Edition } from '../news/edition.ts';
import { phrasesOf } from '../news/interface/phrases.ts';
import { savedPath } from '../news/paths.ts';
import { type Frame, type Head, toFrame, toHead } from './frame.ts';

export interface SavedProps {
  frame: Frame;
  head: Head;
}

/** The page of what a reader has saved and read: nothing on it depends on an article, and all that it lists is in the browser. */
export function toSaved(edition: Edition): SavedProps {
  const { saved } = phrasesOf(edition.site.lang);
  const head = toHead(edition, savedPath, saved.title, { description: saved.about });
  return {
    frame: toFrame(edition),
    // What it lists is its reader's own: there is nothing for a search engine to keep.
    head: { ...head, robots: 'noindex' },
  };
}

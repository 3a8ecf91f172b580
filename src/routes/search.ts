import type { Edition } from '../news/edition.ts';
import { fill } from '../news/interface/phrase.ts';
import { phrasesOf } from '../news/interface/phrases.ts';
import { archivePath, searchPath, tagIndexPath, toHref } from '../news/paths.ts';
import { type Frame, type Head, toFrame, toHead } from './frame.ts';

export interface SearchProps {
  frame: Frame;
  head: Head;
  /** The folder of the index. */
  index: string;
  /** Where to look without search. */
  topics: string;
  archive: string;
}

/** The page that searches: nothing on it depends on an article, and all that it finds comes from the index. */
export function toSearch(edition: Edition): SearchProps {
  const { base, site } = edition;
  const { search } = phrasesOf(site.lang);
  const head = toHead(edition, searchPath, search.title, { description: fill(search.about, { site: site.name }) });
  return {
    frame: toFrame(edition),
    // What it shows depends on what is asked: there is nothing for a search engine to keep.
    head: { ...head, robots: 'noindex' },
    index: `${toHref(base, searchPath)}index/`,
    topics: toHref(base, tagIndexPath),
    archive: toHref(base, archivePath),
  };
}

import type { Edition } from '../news/edition.ts';
import { phrasesOf } from '../news/interface/phrases.ts';
import { frontPath, offlinePath, savedPath, tagIndexPath, toHref } from '../news/paths.ts';
import { type Frame, type Head, type Link, toFrame, toHead } from './frame.ts';

export interface OfflineProps {
  frame: Frame;
  head: Head;
  /** What can always be read. */
  links: Link[];
}

/** The page that stands in for another where there is no network; browsers keep it, and nothing links to it. */
export function toOffline(edition: Edition): OfflineProps {
  const { base, site } = edition;
  const { frame, offline, saved } = phrasesOf(site.lang);
  return {
    frame: toFrame(edition),
    head: { ...toHead(edition, offlinePath, offline.title), robots: 'noindex' },
    links: [
      { href: toHref(base, frontPath), label: frame.front },
      { href: toHref(base, tagIndexPath), label: frame.topics },
      { href: toHref(base, savedPath), label: saved.title },
    ],
  };
}

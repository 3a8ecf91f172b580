import type { NewsDate } from '../news/dates.ts';
import { type Edition, tagsOf } from '../news/edition.ts';
import { fill } from '../news/interface/phrase.ts';
import { phrasesOf } from '../news/interface/phrases.ts';
import { aboutPath } from '../news/paths.ts';
import { type Frame, type Head, toFrame, toHead } from './frame.ts';

export interface AboutProps {
  frame: Frame;
  head: Head;
  /** The publisher's own paragraphs. */
  paragraphs: string[];
  figures: EditionFigures;
}

/** What an edition is made of, counted. */
export interface EditionFigures {
  articles: number;
  oldest: NewsDate | undefined;
  newest: NewsDate | undefined;
  topics: number;
  /** Articles that were imported and have a receipt. */
  copies: number;
  verbatim: number;
  edited: number;
  /** Of all receipts together. */
  blocks: number;
  kept: number;
  moved: number;
  changed: number;
  dropped: number;
}

export function toAbout(edition: Edition): AboutProps {
  const { site } = edition;
  const { frame, about } = phrasesOf(site.lang);
  return {
    frame: toFrame(edition),
    head: toHead(edition, aboutPath, frame.about, { description: fill(about.about, { site: site.name }) }),
    paragraphs: site.about,
    figures: countEdition(edition),
  };
}

function countEdition({ articles }: Edition): EditionFigures {
  const copies = articles.filter(({ verbatim }) => verbatim !== undefined);
  const dated = articles.filter(({ front }) => front.published !== undefined);
  const receipts = copies.flatMap(({ front: { receipt } }) => (receipt ? [receipt] : []));
  const sum = (count: (receipt: (typeof receipts)[number]) => number): number =>
    receipts.reduce((total, receipt) => total + count(receipt), 0);
  return {
    articles: articles.length,
    oldest: dated.at(-1)?.front.published,
    newest: dated[0]?.front.published,
    topics: tagsOf(articles).size,
    copies: copies.length,
    verbatim: copies.filter(({ verbatim }) => verbatim).length,
    edited: copies.filter(({ verbatim }) => !verbatim).length,
    blocks: sum(({ blocks }) => blocks),
    kept: sum(({ kept }) => kept),
    moved: sum(({ moved }) => moved.length),
    changed: sum(({ changed }) => changed.length),
    dropped: sum(({ dropped }) => dropped.length),
  };
}

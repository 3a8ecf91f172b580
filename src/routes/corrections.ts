import type { NewsDate } from '../news/dates.ts';
import { dayOf } from '../news/dates.ts';
import type { Edition } from '../news/edition.ts';
import { fill } from '../news/interface/phrase.ts';
import { phrasesOf } from '../news/interface/phrases.ts';
import type { Article } from '../news/article.ts';
import { correctionsPath } from '../news/paths.ts';
import { type Frame, type Head, toFrame, toHead } from './frame.ts';
import { type Teaser, toTeaser } from './teaser.ts';

export interface CorrectionsProps {
  frame: Frame;
  head: Head;
  corrections: { date: NewsDate; text: string; article: Teaser }[];
}

/** All corrections of an edition, newest first; `number` is the correction's place in its article, from 1. */
export function correctionsOf(
  articles: readonly Article[],
): { date: NewsDate; text: string; article: Article; number: number }[] {
  return articles
    .flatMap((article) =>
      article.front.corrections.map(({ date, text }, index) => ({ date, text, article, number: index + 1 })),
    )
    .sort((a, b) => (dayOf(a.date) === dayOf(b.date) ? 0 : dayOf(a.date) < dayOf(b.date) ? 1 : -1));
}

export function toCorrections(edition: Edition): CorrectionsProps {
  const { frame, corrections } = phrasesOf(edition.site.lang);
  return {
    frame: toFrame(edition),
    head: toHead(edition, correctionsPath, frame.corrections, {
      description: fill(corrections.about, { site: edition.site.name }),
      feedsOf: correctionsPath,
      feedTitle: `${frame.corrections} · ${edition.site.name}`,
    }),
    corrections: correctionsOf(edition.articles).map(({ date, text, article }) => ({
      date,
      text,
      article: toTeaser(edition, article),
    })),
  };
}

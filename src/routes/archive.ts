import type { Article } from '../news/article.ts';
import { showPeriod } from '../news/dates.ts';
import type { Edition } from '../news/edition.ts';
import { fill } from '../news/interface/phrase.ts';
import { interfaceLanguage, phrasesOf } from '../news/interface/phrases.ts';
import { archivePath, periodPath, type SitePath, toHref } from '../news/paths.ts';
import { type Frame, type Head, titleOfPage, toFrame, toHead } from './frame.ts';
import { ARTICLES_A_PAGE, type Pager } from './pager.ts';
import { type Month, toMonths, toTimelinePages } from './timeline.ts';

/** A year or month with its number of articles. */
export interface PeriodLink {
  /** `2016`, `2016-10`, or `undated`. */
  period: string;
  href: string;
  count: number;
}

export interface ArchiveProps {
  frame: Frame;
  head: Head;
  years: (PeriodLink & { months: PeriodLink[] })[];
  undated: PeriodLink | undefined;
}

export interface PeriodProps {
  frame: Frame;
  head: Head;
  period: string;
  /** How many articles it has; on the first page only: on others it would change them with every new one. */
  count?: number;
  /** The period above: the year of a month, the archive of a year. */
  up: { href: string; period: string | undefined };
  /** Of a year: its months. */
  months: PeriodLink[];
  articles: Month[];
  pager: Pager;
}

const UNDATED = 'undated';

/** The archive: every year and month that has articles, with how many. */
export function toArchive(edition: Edition): ArchiveProps {
  const periods = periodsOf(edition.articles);
  const link = (period: string): PeriodLink => toPeriodLink(edition, period, periods);
  const years = [...periods.keys()].filter((period) => /^\d{4}$/u.test(period));
  const { frame, archive } = phrasesOf(edition.site.lang);
  return {
    frame: toFrame(edition),
    head: toHead(edition, archivePath, frame.archive, {
      description: fill(archive.about, { site: edition.site.name }),
    }),
    years: years.map((year) => ({ ...link(year), months: monthsOf(year, periods).map(link) })),
    undated: periods.has(UNDATED) ? link(UNDATED) : undefined,
  };
}

/** The pages of every year and month, and of the undated articles. */
export function toPeriodPages(edition: Edition): { path: SitePath; props: PeriodProps }[] {
  const periods = periodsOf(edition.articles);
  return [...periods].flatMap(([period, articles]) => toPeriod(edition, period, articles, periods));
}

function toPeriod(
  edition: Edition,
  period: string,
  articles: readonly Article[],
  periods: ReadonlyMap<string, Article[]>,
): { path: SitePath; props: PeriodProps }[] {
  const { site, base } = edition;
  const year = period.includes('-') ? period.slice(0, 4) : undefined;
  const isYear = year === undefined && period !== UNDATED;
  // A long year lists its months only: its second page would have the address of one of them.
  const listed = isYear && articles.length > ARTICLES_A_PAGE ? [] : articles;
  const lang = interfaceLanguage(site.lang);
  const { frame, archive } = phrasesOf(lang);
  const name = period === UNDATED ? frame.undated : showPeriod(period, lang);
  const description = fill(period === UNDATED ? archive.aboutUndated : archive.aboutPeriod, {
    period: name,
    site: site.name,
  });
  const hrefOf = (number?: number): string => toHref(base, periodPath(period, number));
  return toTimelinePages(listed, hrefOf).map(({ number, articles: shown, pager }) => {
    const path = periodPath(period, number);
    return {
      path,
      props: {
        frame: toFrame(edition),
        head: toHead(edition, path, titleOfPage(name, number, lang), { description }),
        period,
        ...(number === undefined && { count: articles.length }),
        up: { href: toHref(base, year === undefined ? archivePath : periodPath(year)), period: year },
        months: monthsOf(period, periods).map((month) => toPeriodLink(edition, month, periods)),
        articles: toMonths(edition, shown),
        pager,
      },
    };
  });
}

/** Articles by year, by month, and without a date. */
function periodsOf(articles: readonly Article[]): Map<string, Article[]> {
  const years = Map.groupBy(articles, ({ front }) => front.published?.slice(0, 4) ?? UNDATED);
  const months = Map.groupBy(articles, ({ front }) => front.published?.slice(0, 7) ?? UNDATED);
  return new Map([...years, ...months]);
}

function monthsOf(year: string, periods: ReadonlyMap<string, Article[]>): string[] {
  return [...periods.keys()].filter((period) => period.startsWith(`${year}-`));
}

function toPeriodLink(edition: Edition, period: string, periods: ReadonlyMap<string, Article[]>): PeriodLink {
  return { period, href: toHref(edition.base, periodPath(period)), count: periods.get(period)?.length ?? 0 };
}

import { type Article } from '../news/article.ts';
import type { NewsDate } from '../news/dates.ts';
import { type Edition, tagsOf } from '../news/edition.ts';
import { archivePath, frontPath, tagPath, toHref } from '../news/paths.ts';
import { shownText } from '../news/publication.ts';
import { type Frame, type Head, type Link, toFrame, toHead } from './frame.ts';
import { type Teaser, toTeaser } from './teaser.ts';

export interface FrontProps {
  frame: Frame;
  head: Head;
  /** What the line under the nameplate says: from when to when the edition reaches. */
  span: { oldest: NewsDate; newest: NewsDate } | undefined;
  lead: (Teaser & { opening: string[] }) | undefined;
  second: Teaser[];
  latest: Teaser[];
  topics: { topic: Link; articles: Teaser[] }[];
  /** How many articles there are in all, and where the others are. */
  all: { count: number; href: string };
}

const SECOND = 3;
const LATEST = 4;
const TOPICS = 6;
const ARTICLES_A_TOPIC = 3;
const COLUMNS = 3;

/** The front: a lead, second stories, the latest, then columns by topic. An article appears once. */
export function toFront(edition: Edition): FrontProps {
  const { articles, site, base } = edition;
  const shown = new Set<Article>();
  const take = (from: readonly Article[], most: number): Article[] => {
    const taken = from.filter((article) => !shown.has(article)).slice(0, most);
    for (const article of taken) shown.add(article);
    return taken;
  };
  const paths = new Set<string>(articles.map(({ path }) => path));
  // The same story in a second language would stand on the front twice.
  const candidates = articles.filter(({ front }) => !front.withdrawn && !paths.has(front.translationOf ?? ''));
  const [lead] = take([...candidates.filter(({ front }) => front.lead), ...candidates], 1);
  const second = take(candidates, SECOND);
  const latest = take(candidates, LATEST);
  return {
    frame: toFrame(edition),
    head: toHead(edition, frontPath, site.name, site.strapline === undefined ? {} : { description: site.strapline }),
    span: spanOf(articles),
    lead: lead && { ...toTeaser(edition, lead), opening: openingOf(edition, lead) },
    second: second.map((article) => toTeaser(edition, article)),
    latest: latest.map((article) => toTeaser(edition, article)),
    topics: topTopics(edition, candidates, shown, take),
    all: { count: articles.length, href: toHref(base, archivePath) },
  };
}

/** Topic by topic the one that has most articles which the page does not show yet, each with its newest ones. */
function topTopics(
  edition: Edition,
  candidates: readonly Article[],
  shown: ReadonlySet<Article>,
  take: (from: readonly Article[], most: number) => Article[],
): FrontProps['topics'] {
  const topics: FrontProps['topics'] = [];
  const rest = candidates.filter((article) => !shown.has(article)).length;
  // Columns of even length, when there is little to fill them.
  const most = Math.min(ARTICLES_A_TOPIC, Math.max(1, Math.ceil(rest / COLUMNS)));
  const pages = tagsOf(candidates);
  while (topics.length < TOPICS) {
    const open = [...pages.values()]
      .map(({ tag, articles }) => ({ tag, articles: articles.filter((article) => !shown.has(article)) }))
      .sort((a, b) => b.articles.length - a.articles.length || (a.tag.slug < b.tag.slug ? -1 : 1));
    const [next] = open;
    if (!next || next.articles.length === 0) break;
    pages.delete(next.tag.slug);
    topics.push({
      topic: { href: toHref(edition.base, tagPath(next.tag.slug)), label: next.tag.name },
      articles: take(next.articles, most).map((article) => toTeaser(edition, article)),
    });
  }
  return topics;
}

function openingOf(edition: Edition, { front, body }: Article): string[] {
  return { full: body.opening, excerpt: body.opening.slice(0, 1), nothing: [] }[shownText(front, edition.site)];
}

function spanOf(articles: readonly Article[]): FrontProps['span'] {
  const dates = articles.flatMap(({ front }) => (front.published === undefined ? [] : [front.published]));
  const [newest, oldest] = [dates[0], dates.at(-1)];
  return newest === undefined || oldest === undefined ? undefined : { oldest, newest };
}

import type { Article, Tag } from '../news/article.ts';
import { toRfc3339 } from '../news/dates.ts';
import type { Setting } from '../news/edition.ts';
import { toAddress, toHref } from '../news/paths.ts';
import { canonicalSource, rightsOf, shownText } from '../news/publication.ts';
import { toNewsArticle } from '../news/structured-data.ts';
import { cutBetweenWords } from '../news/text.ts';
import { type Head, toHead } from './frame.ts';
import { hasTwin, twinPath } from './twin.ts';
import { versionLinks } from './versions.ts';

/** What an article's page says of itself: whose text it is, when it was printed, and where the original stands. */
export function toArticleHead(
  setting: Setting,
  article: Article,
  translations: readonly Article[],
  thread?: Tag,
): Head {
  const { site } = setting;
  const { front, path } = article;
  const description = shownText(front, site) === 'nothing' ? undefined : (front.description ?? firstParagraph(article));
  const head = toHead(setting, path, front.title, description === undefined ? {} : { description });
  const address = toAddress(site.url, path);
  const { robots } = rightsOf(front, site);
  return {
    ...head,
    canonical: canonicalSource(article, site) ?? address,
    robots: robots === 'noindex' || front.withdrawn ? 'noindex' : undefined,
    alternates:
      translations.length === 0
        ? []
        : [article, ...translations].map(({ lang, path: other }) => ({ lang, href: toAddress(site.url, other) })),
    ...(article.earlier && { versions: versionLinks(setting, article) }),
    twin: hasTwin(article, site) ? toHref(setting.base, twinPath(article)) : undefined,
    openGraph: [
      ...head.openGraph.map((tag) => (tag.property === 'og:type' ? { ...tag, content: 'article' } : tag)),
      { property: 'og:locale', content: article.lang.replace('-', '_') },
      ...articleTags(setting, article),
    ],
    structuredData: front.withdrawn ? undefined : toNewsArticle(setting, article, thread),
  };
}

function articleTags({ site }: Setting, { picture, front, tags }: Article): Head['openGraph'] {
  const image = shownText(front, site) === 'nothing' ? undefined : picture;
  const entries: [string, string | undefined][] = [
    ['article:published_time', front.published && toRfc3339(front.published, site.timeZone)],
    ['article:modified_time', front.updated && toRfc3339(front.updated, site.timeZone)],
    ['article:section', front.section],
    ...tags.map(({ name }): [string, string] => ['article:tag', name]),
    ['og:image', image && toAddress(site.url, image.path)],
    ['og:image:alt', image && front.image?.alt],
  ];
  return entries.flatMap(([property, content]) => (content === undefined ? [] : [{ property, content }]));
}

const LONGEST_DESCRIPTION = 200;

/** For search results and previews of an article without a standfirst: its first paragraph, cut between words. */
function firstParagraph({ body: { opening } }: Article): string | undefined {
  const [first] = opening;
  if (first === undefined || first.length <= LONGEST_DESCRIPTION) return first;
  return `${cutBetweenWords(first, LONGEST_DESCRIPTION)} …`;
}

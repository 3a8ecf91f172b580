import type { Article } from '../news/article.ts';
import { kickerOf } from '../news/article.ts';
import type { NewsDate } from '../news/dates.ts';
import type { Setting } from '../news/edition.ts';
import { interfaceLanguage } from '../news/interface/phrases.ts';
import { toHref } from '../news/paths.ts';
import { shownText } from '../news/publication.ts';
import { type OtherLanguage, otherLanguage } from './frame.ts';

/** An article in a list. */
export interface Teaser {
  href: string;
  headline: string;
  kicker: string | undefined;
  standfirst: string | undefined;
  published: NewsDate | undefined;
  withdrawn: boolean;
  /** Set where the article is not in the page's language. */
  language: OtherLanguage | undefined;
}

/** An article as a list shows it on a page in a language, the site's if not said. */
export function toTeaser({ site, base }: Setting, article: Article, pageLang = interfaceLanguage(site.lang)): Teaser {
  const { front, path } = article;
  return {
    href: toHref(base, path),
    headline: front.title,
    kicker: kickerOf(article),
    standfirst: front.withdrawn || shownText(front, site) === 'nothing' ? undefined : front.description,
    published: front.published,
    withdrawn: front.withdrawn !== undefined,
    language: otherLanguage(article.lang, pageLang),
  };
}

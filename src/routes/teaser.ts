import type { Article } from '../news/article.ts';
import { kickerOf } from '../news/article.ts';
import type { NewsDate } from '../news/dates.ts';
import type { Edition } from '../news/edition.ts';
import { directionOf } from '../news/languages.ts';
import { toHref } from '../news/paths.ts';
import { shownText } from '../news/publication.ts';

/** The language of a text that is not in the page's language. */
export interface OtherLanguage {
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** An article in a list. */
export interface Teaser {
  href: string;
  headline: string;
  kicker: string | undefined;
  standfirst: string | undefined;
  published: NewsDate | undefined;
  withdrawn: boolean;
  /** Set where the article is not in the site's language. */
  language: OtherLanguage | undefined;
}

export function toTeaser(edition: Edition, article: Article): Teaser {
  const { front, path } = article;
  return {
    href: toHref(edition.base, path),
    headline: front.title,
    kicker: kickerOf(article),
    standfirst: front.withdrawn || shownText(front, edition.site) === 'nothing' ? undefined : front.description,
    published: front.published,
    withdrawn: front.withdrawn !== undefined,
    language: otherLanguage(edition, article.lang),
  };
}

/** The language of an article, where it differs from the site's. */
export function otherLanguage({ site }: Edition, lang: string): OtherLanguage | undefined {
  return lang === site.lang ? undefined : { lang, dir: directionOf(lang) };
}

import type { Article, Tag } from '../../news/article.ts';
import { copyBlocks } from '../../news/copy.ts';
import { dayOf } from '../../news/dates.ts';
import { type Edition, listsOf, tagsOf } from '../../news/edition.ts';
import { toHref } from '../../news/paths.ts';
import { type Shown, shownText } from '../../news/publication.ts';
import { sourceTags } from '../../routes/names.ts';
import { pageBlocks } from '../page-text.ts';
import type { Placed } from './parts.ts';

/** What search knows of an article apart from its text. */
export interface SearchEntry extends Placed {
  article: Article;
  shown: Shown;
  headline: string;
  tags: Tag[];
  sources: Tag[];
}

/** All articles of an edition as search lists them. */
export function toSearchEntries(edition: Edition): SearchEntry[] {
  const { articles, base, site } = edition;
  const tags = tagsOf(articles);
  const sources = listsOf(articles, sourceTags);
  return articles.map((article) => {
    const { front, lang, body } = article;
    const { language } = new Intl.Locale(lang);
    const day = front.published && dayOf(front.published);
    const shown = shownText(front, site);
    return {
      article,
      url: toHref(base, article.path),
      language,
      day,
      shown,
      // Of others there is no more than the first paragraphs.
      words: shown === 'full' ? body.words : 0,
      headline: front.title,
      tags: article.tags.map(({ slug, name }) => tags.get(slug)?.tag ?? { slug, name }),
      sources: sourceTags(article).map(({ slug, name }) => sources.get(slug)?.tag ?? { slug, name }),
    };
  });
}

/** All that the record of an entry is made from: where it is equal, so is the record. The text goes by its digest. */
export function entryFacts({ article, url, day, shown, headline, tags, sources }: SearchEntry): unknown {
  const { front, text, body } = article;
  const about = shown === 'nothing' ? [] : [front.authors.map(({ name }) => name), front.dateline];
  const parts = { full: [text], excerpt: [body.excerpt, front.description, front.image, front.credit], nothing: [] };
  return [url, day, shown, headline, tags, sources, front.withdrawn !== undefined, about, parts[shown]];
}

/**
 * The words by which an article is found beside those of its headline: the text that its page shows, all or an
 * excerpt. Where nothing but the headline may be published, or the article is withdrawn, it is the headline again:
 * Pagefind passes over what has no text.
 */
export function searchText({ article, shown }: SearchEntry, html: (digest: string) => string): string {
  const { front, body } = article;
  if (shown === 'nothing') return front.title;
  const blocks = pageBlocks(`<div data-part="body">${html(shown === 'full' ? body.page : body.excerpt)}</div>`);
  const fields = copyBlocks(front, blocks).filter(({ field }) => field !== 'title');
  // A result begins with the text, and not with what stands around it.
  const isBeside = (field: string): boolean => field.startsWith('image') || field === 'credit';
  return [
    ...fields.filter(({ field }) => !isBeside(field)).map(({ text }) => text),
    ...fields.filter(({ field }) => isBeside(field)).map(({ text }) => text),
    ...(front.dateline === undefined ? [] : [front.dateline]),
    ...front.authors.map(({ name }) => name),
  ].join('\n');
}

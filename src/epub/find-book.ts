import type { Article } from '../news/article.ts';
import { type Edition, tagsOf } from '../news/edition.ts';
import { nearest } from '../news/parse.ts';
import { aliasPath, decoded, namePath, type SitePath, tagPath, threadsPath, toAddress, toIri } from '../news/paths.ts';
import { articleSlug, tagSlug } from '../news/slug.ts';
import { threadsOf } from '../news/threads.ts';
import { type Book, type BookKind, languageOf } from './book.ts';

/** What a book is asked for: an article, a topic or a thread, by a name. */
export interface Wish {
  kind: BookKind;
  name: string;
}

export type FoundBook = { ok: true; book: Book } | { ok: false; message: string };

/** The book that is wished for, or why there is none and what was probably meant. */
export function findBook(edition: Edition, { kind, name }: Wish): FoundBook {
  if (kind === 'tag') return findTag(edition, name);
  return kind === 'thread' ? findThread(edition, name) : findArticle(edition, name);
}

function findTag(edition: Edition, name: string): FoundBook {
  const { articles, site, vocabulary } = edition;
  const pages = tagsOf(articles);
  const listed = vocabulary?.find(name) ?? vocabulary?.at(tagSlug(name));
  const page = pages.get(listed?.slug ?? tagSlug(name));
  if (!page) {
    const names = [...pages.values()].map(({ tag }) => tag.name);
    const aliases = vocabulary?.listed.flatMap(({ otherNames }) => otherNames) ?? [];
    return { ok: false, message: `No article here has the tag "${name}"${meant(name, [...names, ...aliases])}` };
  }
  return {
    ok: true,
    book: {
      ...{ kind: 'tag', name: page.tag.name, slug: articleSlug(page.tag.name) },
      ...{ address: addressOf(site, tagPath(page.tag.slug)), lang: languageOf(page.articles, site.lang) },
      articles: page.articles,
    },
  };
}

function findThread(edition: Edition, name: string): FoundBook {
  const { site } = edition;
  const threads = threadsOf(edition);
  const thread = threads.get(tagSlug(name));
  if (!thread) {
    const names = [...threads.values()].map((other) => other.name);
    return { ok: false, message: `No article here is in the thread "${name}"${meant(name, names)}` };
  }
  return {
    ok: true,
    book: {
      ...{ kind: 'thread', name: thread.name, slug: articleSlug(thread.name) },
      ...{ address: addressOf(site, namePath(threadsPath, thread.slug)) },
      ...{ lang: languageOf(thread.articles, site.lang), articles: thread.articles },
    },
  };
}

function findArticle({ articles, site }: Edition, name: string): FoundBook {
  const matches = matching(articles, name, site.url);
  const [article, ...others] = matches;
  if (!article) {
    const known = articles.flatMap((other) => [idOf(other), lastStep(idOf(other))]);
    return { ok: false, message: `There is no public article "${name}"${meant(toArticleId(name), known)}` };
  }
  if (others.length > 0) {
    const ids = matches.map((match) => `articles/${idOf(match)}`).sort();
    return { ok: false, message: `"${name}" may be any of these; name one: ${ids.join(', ')}` };
  }
  return {
    ok: true,
    book: {
      ...{ kind: 'article', name: article.front.title, slug: articleSlug(lastStep(idOf(article))) },
      ...{ address: addressOf(site, article.path), lang: article.lang, articles: [article] },
    },
  };
}

/** An address in the signs that any file can hold. */
function addressOf({ url }: Edition['site'], path: SitePath): string {
  return new URL(toAddress(url, path)).href;
}

/** The articles that a name fits, by the surest way in which it fits any. */
function matching(articles: readonly Article[], name: string, siteUrl: string): Article[] {
  const id = toArticleId(name);
  const isElsewhere = /^https?:/iu.test(name) && !name.startsWith(siteUrl);
  const ways: ((article: Article) => boolean)[] = [
    ({ front }) => front.source?.url !== undefined && toIri(front.source.url) === toIri(name),
    (article) => !isElsewhere && idOf(article) === id,
    ({ front }) => !isElsewhere && front.aliases.some((alias) => toArticleId(aliasPath(alias)) === id),
    (article) => !isElsewhere && lastStep(idOf(article)) === id,
    ({ front }) => tagSlug(front.title) === tagSlug(name),
  ];
  for (const fits of ways) {
    const found = articles.filter(fits);
    if (found.length > 0) return found;
  }
  return [];
}

/** `2016/10/truce-talks`: what an article's file and its address have in common. */
function idOf({ file }: Article): string {
  return file.replace(/\.md$/u, '');
}

/** `2016/10/truce-talks` of whatever somebody may write for it: a path of the file, of the page, or an address. */
export function toArticleId(name: string): string {
  const path = decoded(name.replace(/[?#].*$/u, '')).replaceAll('\\', '/');
  return path
    .replace(/^(?:.*\/)?articles\//u, '')
    .replace(/^\.?\/+|\/+$/gu, '')
    .replace(/(?:\.md|\/index\.html)$/u, '')
    .normalize('NFC');
}

function lastStep(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function meant(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? '.' : `; did you mean "${near}"?`;
}

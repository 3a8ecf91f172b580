import type { ReadyEdition } from '../edition/read-edition.ts';
import type { Article } from '../news/article.ts';
import type { Edition } from '../news/edition.ts';
import { aliasPath, type SitePath, toAddress } from '../news/paths.ts';
import { articleSlug } from '../news/slug.ts';
import { type ArticleProps, toArticle } from '../routes/article.ts';
import { readBody } from './body.ts';
import type { Book } from './book.ts';
import { pictureAddresses, type Places } from './links.ts';
import type { BookPicture } from './pictures.ts';
import type { XmlNode } from './xml.ts';

/** An article on its way into a book. */
export interface Part {
  article: Article;
  /** What its page shows, and with it how much of it may be shown. */
  props: ArticleProps;
  /** Its page's. */
  address: string;
  /** Below the book's folder: `articles/0001-truce-talks.xhtml`. */
  file: string;
  /** Its text, or as much of it as may be shown, with the addresses of its page. */
  body: readonly XmlNode[];
}

/** The articles of a book as their pages show them. */
export function toParts({ articles }: Book, { edition, html }: Pick<ReadyEdition, 'edition' | 'html'>): Part[] {
  return articles.map((article, index) => {
    const alone = { related: [], translations: [], newer: undefined, older: undefined };
    const props = toArticle(edition, article, alone);
    const number = String(index + 1).padStart(4, '0');
    const name = articleSlug(article.file.replace(/^.*\/|\.md$/gu, ''));
    return {
      article,
      props,
      address: addressOf(edition, article.path),
      file: `articles/${number}-${name}.xhtml`,
      body: props.body === undefined ? [] : readBody(html(props.body)),
    };
  });
}

/** The paths of all pictures that a book shows. */
export function picturesOf(parts: readonly Part[], edition: Edition): Set<SitePath> {
  const paths = new Map([...edition.pictures.values()].map(({ path }) => [addressOf(edition, path), path]));
  const inTexts = parts.flatMap(({ body, address }) => pictureAddresses(body, address)).map((src) => paths.get(src));
  const above = parts.map(({ article, props }) => (props.figure ? article.picture?.path : undefined));
  return new Set([...above, ...inTexts].filter((path) => path !== undefined));
}

/** Where the texts of a book find each other, and its pictures. */
export function toPlaces(
  parts: readonly Part[],
  edition: Edition,
  pictures: ReadonlyMap<SitePath, BookPicture>,
): Places {
  const chapters = parts.flatMap(({ article, address, file }) => {
    const old = article.front.aliases.map((alias) => addressOf(edition, aliasPath(alias)));
    // All chapters stand in one folder.
    return [address, ...old].map((at) => [at, file.replace(/^.*\//u, '')] as const);
  });
  return {
    chapters: new Map(chapters),
    pictures: new Map([...pictures].map(([path, picture]) => [addressOf(edition, path), picture])),
  };
}

function addressOf({ site }: Edition, path: SitePath): string {
  return new URL(toAddress(site.url, path)).href;
}

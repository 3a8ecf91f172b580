import type { FileProblem, Read, ArticleFile } from '../markdown/article-file.ts';
import type { Picture } from '../markdown/context.ts';
import { picturesIn, renderBody, type RenderedBody } from '../markdown/pipeline.ts';
import type { PublishedPicture } from '../news/article.ts';
import type { FrontMatter } from '../news/front-matter.ts';
import { interfaceLanguage } from '../news/interface/phrases.ts';
import { toHref } from '../news/paths.ts';
import { toSources } from '../news/pictures.ts';
import { basePath, type Site } from '../news/site.ts';

/** Keeps a text that a record names, and gives its digest. */
export type Keep = (text: string) => string;

/** A picture that an article shows. */
export interface ShownPicture {
  /** As written in the article. */
  address: string;
  /** Below content/articles. */
  file: string;
  picture: PublishedPicture;
}

/** The addresses of all pictures that an article shows, as written; an Error where its text cannot be read. */
export function pictureAddresses({ front, body }: ArticleFile): string[] | Error {
  const named = attempt(() => picturesIn(body));
  return named instanceof Error || front.image?.src === undefined ? named : [front.image.src, ...named];
}

/** The text of an article, rendered as if it stood in a file below content/articles; an Error where it cannot be. */
export function renderArticle(
  file: string,
  { front, body }: ArticleFile,
  pictures: readonly ShownPicture[],
  site: Pick<Site, 'url' | 'lang'>,
): RenderedBody | Error {
  const hasHeadPicture = pictures.some(({ address }) => address === front.image?.src);
  const lang = pageLang(front, site);
  const context = { file, siteUrl: site.url, pictures: toContext(pictures, site), hasHeadPicture, lang };
  return attempt(() => renderBody(body, context));
}

/** The language of the page that shows an article. */
export function pageLang({ lang }: Pick<FrontMatter, 'lang'>, site: Pick<Site, 'lang'>): string {
  return interfaceLanguage(lang ?? site.lang, site.lang);
}

/** What is said of a file whose text cannot be rendered. */
export function unreadable(file: string, { message }: Error): Read<never> {
  const problem: FileProblem = { file, line: 1, column: 1, message: `the text cannot be rendered: ${message}` };
  return { ok: false, problems: [problem] };
}

function toContext(pictures: readonly ShownPicture[], site: Pick<Site, 'url'>): Map<string, Picture> {
  const base = basePath(site);
  return new Map(
    pictures.map(({ address, picture }) => {
      const { path, width, height } = picture;
      return [address, { href: toHref(base, path), width, height, sources: toSources(base, picture) }];
    }),
  );
}

function attempt<Result>(call: () => Result): Result | Error {
  try {
    return call();
  } catch (error) {
    // Whatever a text does to the parser is that article's fault and must not hide the others.
    return error instanceof Error ? error : new Error(String(error));
  }
}

import type { NewsDate } from './dates.ts';

/** The path of a page within the site, without the base path: `/tags/syria/`. Letters of any script, not percent-encoded. */
export type SitePath = string & { readonly __brand: 'SitePath' };

export const frontPath = toSitePath('/');
export const tagIndexPath = toSitePath('/tags/');
export const archivePath = toSitePath('/archive/');
export const correctionsPath = toSitePath('/corrections/');
export const aboutPath = toSitePath('/about/');
export const searchPath = toSitePath('/search/');
export const savedPath = toSitePath('/saved/');
export const offlinePath = toSitePath('/offline/');
export const notFoundPath = toSitePath('/404.html');
export const sitemapIndexPath = toSitePath('/sitemap-index.xml');
export const robotsPath = toSitePath('/robots.txt');

/** A part of the sitemap, counted from 0. */
export function sitemapPath(part: number): SitePath {
  return toSitePath(`/sitemap-${part}.xml`);
}

/** An old path that leads to an article, from the `aliases` of its front matter. */
export function aliasPath(alias: string): SitePath {
  return toSitePath(alias.endsWith('/') || alias.endsWith('.html') ? alias : `${alias}/`);
}

/** The folder of a date's articles: `2016/10`, or `undated`. */
export function articleFolder(published: NewsDate | undefined): string {
  return published === undefined ? 'undated' : published.slice(0, 7).replace('-', '/');
}

/** The address of an article, from its file's path below content/articles: `2016/10/truce.md`. */
export function articlePath(file: string): SitePath {
  return toSitePath(`/articles/${file.replace(/\.md$/u, '')}/`);
}

/** The list of an article's versions; one of the earlier ones, counted from 1; and what changed from it to the next. */
export function versionsPath(article: SitePath, number?: number, what?: 'changes'): SitePath {
  const steps = [number, what].filter((step) => step !== undefined).map((step) => `${step}/`);
  return toSitePath(`${article}versions/${steps.join('')}`);
}

/** The address of a file that stands beside articles: `2016/10/kerry.jpg`. */
export function articleFilePath(file: string): SitePath {
  return toSitePath(`/articles/${file}`);
}

/** The address of a picture that was encoded anew for pages, by its file's name. */
export function variantPath(name: string): SitePath {
  return toSitePath(`/pictures/${name}`);
}

/** A tag's page; its first page has no number. */
export function tagPath(slug: string, page?: number): SitePath {
  return namePath(tagIndexPath, slug, page);
}

export const sourcesPath = toSitePath('/sources/');
export const authorsPath = toSitePath('/authors/');
export const threadsPath = toSitePath('/threads/');

/** The list of a source, an author or a thread, below `/sources/`, `/authors/` or `/threads/`; its first page has no number. */
export function namePath(root: SitePath, slug: string, page?: number): SitePath {
  return toSitePath(page === undefined ? `${root}${slug}/` : `${root}${slug}/${page}/`);
}

/**
 * A list of an index that is too long for one page, by letter or kind: `/tags/a-z/s/`. No tag's page can stand there:
 * those below a tag's are numbered, and these begin with a letter.
 */
export function nameIndexPath(root: SitePath, step: string, page?: number): SitePath {
  return namePath(root, `a-z/${step}`, page);
}

/** A year (`2016`) or month (`2016-10`) of the archive; its first page has no number. */
export function periodPath(period: string, page?: number): SitePath {
  const folder = `/archive/${period.replace('-', '/')}/`;
  return toSitePath(page === undefined ? folder : `${folder}${page}/`);
}

export type FeedFormat = 'xml' | 'json';

/** The feed of a page (`/`, a tag, a thread): the newest articles, or one of its older parts by its name. */
export function feedPath(of: SitePath, format: FeedFormat, part?: string): SitePath {
  return toSitePath(`${of}feed${part === undefined ? '' : `-${part}`}.${format}`);
}

/** A path as it stands in a link: with the site's base path, percent-encoded. */
export function toHref(base: string, path: SitePath): string {
  return base.replace(/\/$/u, '') + encoded(path);
}

/** The full address of a path, for feeds, canonical links and structured data. */
export function toAddress(siteUrl: string, path: SitePath): string {
  return siteUrl.replace(/\/$/u, '') + encoded(path);
}

/**
 * An http(s) address as it may stand in a link, a feed and structured data: what no IRI may hold (RFC 3987, section 2.2)
 * is percent-encoded, a backslash in the path a slash as browsers take it, all else as written. Other addresses stay.
 */
export function toIri(address: string): string {
  const [whole, start = '', query = ''] = /^(https?:[^?#]*)(.*)$/isu.exec(address) ?? [];
  if (whole === undefined) return address;
  const [, host = '', path = ''] =
    /^([^/]*\/*[^/]*)(.*)$/su.exec(start.replaceAll('\\', '/').replace(/^(https?:\/\/)\/+/iu, '$1')) ?? [];
  const fitting = (path + query).replace(
    /[^\w\-.~:/?#@!$&'()*+,;=%\u{a0}-\u{10ffff}]|%(?![\da-f]{2})/giu,
    encodeURIComponent,
  );
  const hash = fitting.indexOf('#') + 1;
  return host + (hash === 0 ? fitting : fitting.slice(0, hash) + fitting.slice(hash).replaceAll('#', '%23'));
}

/** Whether an address in an article means a file beside it, and not a page or another host. */
export function isBeside(address: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|[\\/])/iu.test(address);
}

/** An address as read by people; as it is where its percent signs mean nothing. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function encoded(path: SitePath): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function toSitePath(path: string): SitePath {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the one place where a text becomes a path
  return path as SitePath;
}

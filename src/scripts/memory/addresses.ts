/** No address of an article is longer: its slug has at most 80 characters. */
const LONGEST = 500;

/** The lists that say what is new, below the site. */
const LIST = /^((?:tags|sources|authors|threads)\/[^/]+\/)(?:(\d{1,4})\/)?$/;

/** A page of a list. */
export interface ListPage {
  /** The path of the list's first page. */
  list: string;
  /** Counted from 1. */
  page: number;
}

/**
 * The path of an article's page, `/news/articles/2016/10/truce/`, made from whatever is said to be its address; nothing
 * for what leads anywhere else. `site` is the address of the front.
 */
export function toArticlePath(address: unknown, site: URL): string | undefined {
  const path = pathWithin(address, site);
  return path !== undefined && isArticle(path) ? site.pathname + path : undefined;
}

/** Which page of which list an address is: one of a tag, a source, an author or a thread; nothing for other pages. */
export function toListPage(address: unknown, site: URL): ListPage | undefined {
  const [, list, page = '1'] = LIST.exec(pathWithin(address, site) ?? '') ?? [];
  return list === undefined ? undefined : { list: site.pathname + list, page: Number(page) };
}

/** Whether a path belongs to another site of the same host, which keeps its own things in the same browser. */
export function isElsewhere(path: unknown, site: URL): boolean {
  if (typeof path !== 'string' || path.length > LONGEST || !path.startsWith('/')) return false;
  const within = path.startsWith(site.pathname) ? path.slice(site.pathname.length) : undefined;
  return within === undefined || !/^(?:articles|tags|sources|authors|threads)\//.test(within);
}

function isArticle(path: string): boolean {
  return /^articles\/(?:[^/]+\/)+$/.test(path);
}

/** The path of an address below the front, without query and hash. */
function pathWithin(address: unknown, site: URL): string | undefined {
  if (typeof address !== 'string' || address.length > LONGEST) return undefined;
  try {
    const { origin, pathname } = new URL(address, site);
    const isOurs = origin === site.origin && pathname.startsWith(site.pathname);
    return isOurs ? pathname.slice(site.pathname.length) : undefined;
  } catch {
    return undefined;
  }
}

/** What tells how a request is to be treated; the names are those of Fetch (section 2.2.5, Requests). */
export interface Asked {
  url: string;
  method: string;
  mode: string;
  destination: string;
  /** Whether only a part of the file is asked for (RFC 9110, section 14). */
  isPart: boolean;
}

/** What the worker knows of its site: links, percent-encoded, with the base path. */
export interface WorkerSite {
  /** Where the worker stands: `https://example.org`. */
  origin: string;
  base: string;
  /** The folder of this build's scripts; other builds have others beside it. */
  scripts: string;
}

/**
 * How the worker answers: a `page` by the network, then by what is kept, then by the page that says so; a `picture` in
 * the same way, save that no page ever stands in for it; a `script` by what is kept, since its address names what is in
 * it. What is to `leave` goes on as if there were no worker: other methods and sites, parts of files, feeds, sitemaps,
 * the search index, the worker itself.
 */
export type Treatment = 'page' | 'picture' | 'script' | 'leave';

/** Tells how a request is treated. */
export function treatmentOf({ url, method, mode, destination, isPart }: Asked, site: WorkerSite): Treatment {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || isPart || origin !== site.origin || !pathname.startsWith(site.base)) return 'leave';
  if (mode === 'navigate') return destination === 'document' && isPagePath(pathname) ? 'page' : 'leave';
  if (destination === 'image') return 'picture';
  return pathname.startsWith(scriptsRoot(site)) ? 'script' : 'leave';
}

/** The address under which a page is kept: a folder's page may be asked for in three ways. */
export function keptPath(pathname: string): string {
  const path = pathname.replace(/\/index\.html$/u, '/');
  return path.endsWith('/') || path.endsWith('.html') ? path : `${path}/`;
}

/** The path of a page below the site that a link leads to, as it is kept; nothing where it leads to something else. */
export function toKeptPath(link: string, { origin, base }: Pick<WorkerSite, 'origin' | 'base'>): string | undefined {
  const address = URL.canParse(link, origin) ? new URL(link, origin) : undefined;
  if (address?.origin !== origin || !address.pathname.startsWith(base)) return undefined;
  return isPagePath(address.pathname) ? keptPath(address.pathname) : undefined;
}

/** Whether a picture's address changes with what it shows (see `variantPath`), and what its variants have in common. */
export function variantStem(pathname: string): string | undefined {
  return /\/pictures\/[\da-f]+-(?=\d+\.(?:avif|webp)$)/u.exec(pathname)?.[0];
}

/** Where the scripts of all builds stand. */
export function scriptsRoot({ scripts }: Pick<WorkerSite, 'scripts'>): string {
  return scripts.replace(/[^/]+\/$/u, '');
}

/** A page's address is a folder, or a file of HTML; a host may take away the last slash. */
function isPagePath(pathname: string): boolean {
  return /(?:\/|\.html|\/[^/.]+)$/u.test(pathname);
}

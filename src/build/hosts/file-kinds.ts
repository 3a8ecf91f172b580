import { searchPolicy } from '../../news/content-policy.ts';
import { OPEN_ENDINGS, type HeaderOptions, type Openness, responseHeaders } from '../../news/response-headers.ts';

/** Which files are of a kind: those at these paths, below a folder, or with these endings; paths are below the site. */
export type Where = { at: readonly string[] } | { below: string } | { endings: readonly string[] };

/** A kind of file that hosts send with the same headers. */
export interface FileKind {
  /** What it is, for those who read what is written for hosts. */
  name: string;
  /** Nothing: all files of no other kind. */
  where?: Where;
  /** All headers, by name. */
  headers: Record<string, string>;
}

/** The header that is sent over TLS only (RFC 6797, section 7.2). */
export const TLS_HEADER = 'Strict-Transport-Security';

/** Files of the site that are for its host, and for no reader. A folder ends in a slash. */
export const FOR_HOSTS = ['_hosts/', '_headers', '_redirects', '.htaccess', '.nojekyll'] as const;

/** Browsers keep a page and ask each time whether it is still the same: what was corrected or withdrawn is seen at once. */
const FRESH = 'public, max-age=0, must-revalidate';

/** A year: the name of the file says what is in it (RFC 8246). */
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * The kinds of files of a site, each with its headers: the one table of what hosts are told and the preview sends. The
 * first kind that a file is of counts; the last takes all that are left.
 */
export function fileKinds({ policy, ...options }: HeaderOptions): FileKind[] {
  const headers = (openness: Openness, caching: string, own = policy): Record<string, string> => ({
    ...responseHeaders(openness, { policy: own, ...options }),
    'Cache-Control': caching,
  });
  return [
    {
      name: 'the page that searches',
      where: { at: ['search/', 'search/index.html'] },
      headers: headers('own', FRESH, searchPolicy(policy)),
    },
    { name: 'pictures named by what they hold', where: { below: 'pictures/' }, headers: headers('open', FOR_EVER) },
    { name: 'scripts named by what they hold', where: { below: '_scripts/' }, headers: headers('own', FOR_EVER) },
    {
      name: 'parts of the search index named by what they hold',
      where: { endings: ['pf_fragment', 'pf_index', 'pf_meta'] },
      headers: headers('own', FOR_EVER),
    },
    {
      name: 'articles as plain text',
      where: { endings: ['md'] },
      // RFC 7763. Few servers know the ending, and a browser would guess the encoding.
      headers: { ...headers('own', FRESH), 'Content-Type': 'text/markdown; charset=utf-8' },
    },
    {
      name: 'what others may take into their pages: pictures and feeds',
      where: { endings: OPEN_ENDINGS },
      headers: headers('open', FRESH),
    },
    { name: 'pages and all else', headers: headers('own', FRESH) },
  ];
}

/** The headers of a file, by its path below the site, decoded: `articles/2016/10/truce/`. */
export function headersAt(kinds: readonly FileKind[], path: string): Record<string, string> {
  return kinds.find(({ where }) => where === undefined || isOf(path, where))?.headers ?? {};
}

/** Headers but for the one of a name. */
export function without(headers: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name));
}

/** Whether a file, by its path below the site, is for its host only. */
export function isForHosts(path: string): boolean {
  return FOR_HOSTS.some((name) => (name.endsWith('/') ? path.startsWith(name) : path === name));
}

/** A text as a part of a regular expression that stands for itself. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

function isOf(path: string, where: Where): boolean {
  if ('at' in where) return where.at.includes(path);
  if ('below' in where) return path.startsWith(where.below);
  const small = path.toLowerCase();
  return where.endings.some((ending) => small.endsWith(`.${ending}`));
}

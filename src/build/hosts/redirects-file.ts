import type { Redirect } from './to-redirects.ts';

/** As many static redirects as Cloudflare Pages takes (its manual: "Redirects"). Netlify takes more. */
const MOST = 2000;

/** Bytes that are taken for sure: of larger files, publishers report that Cloudflare Pages cuts off the end. */
const MOST_BYTES = 100_000;

/**
 * `_redirects` for Netlify and Cloudflare Pages (their manuals: "Redirects"): old address, new address, 301, one a line. Those
 * that are too many are left out and counted; at each old address stands a page that leads on.
 */
export function redirectsFile(redirects: readonly Redirect[]): string {
  const lines: string[] = [];
  let bytes = 0;
  for (const { from, to } of redirects) {
    const line = `${encodeURI(from)} ${encodeURI(to)} 301`;
    bytes += line.length + 1;
    if (lines.length === MOST || bytes > MOST_BYTES) break;
    lines.push(line);
  }
  const head = [
    '# For Netlify and Cloudflare Pages; written by the build. At each old address stands a page that leads on, too.',
    '# Netlify prefers that page, unless 301 is written 301!',
  ];
  const rest = redirects.length - lines.length;
  if (rest > 0) head.push(`# ${rest} more are not listed, since Cloudflare Pages takes no more: their pages lead on.`);
  return [...head, ...lines, ''].join('\n');
}

import { decoded } from '../../news/paths.ts';
import type { Route, RouteOf } from '../../routes/all-routes.ts';

/** An old address that leads to a new one; both with the base path and decoded: `/news/alte-straße/`. */
export interface Redirect {
  from: string;
  to: string;
}

/** Signs that mean nothing but themselves to any host and in any of their files. */
const PLAIN = /^[\p{L}\p{M}\p{N}/._,=@+&~-]*$/u;

/** Bytes of an encoded address: Cloudflare Pages takes no line longer than 1,000, and nginx no word longer than 4,096. */
const LONGEST = 450;

/**
 * The redirects of an edition that hosts can be told of, sorted by their old addresses; `base` is decoded. One with signs that a host's
 * file gives a meaning of their own, or that is very long, is not among them: the page that stands there leads on.
 */
export function toRedirects(routes: readonly RouteOf<'redirect'>[], base: string): Redirect[] {
  return routes
    .map(({ path, props }) => ({ from: base + path.slice(1), to: decoded(props.to) }))
    .filter((redirect) => [redirect.from, redirect.to].every(isFit))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Passes routes on, and notes those that lead elsewhere: an edition has too many routes to keep them all. */
export function* noteRedirects(routes: Iterable<Route>, noted: RouteOf<'redirect'>[]): Generator<Route> {
  for (const route of routes) {
    if (route.page === 'redirect') noted.push(route);
    yield route;
  }
}

/** Whether a decoded path has only signs that mean nothing but themselves in the files of all hosts, and is not very long. */
export function isFit(path: string): boolean {
  return PLAIN.test(path) && encodeURI(path).length <= LONGEST;
}

import { decoded } from '../../news/paths.ts';
import type { Route } from '../../routes/all-routes.ts';

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
export function toRedirects(routes: readonly Route[], base: string): Redirect[] {
  return routes
    .flatMap((route) => {
      if (route.page !== 'redirect') return [];
      return [{ from: base + route.path.slice(1), to: decoded(route.props.to) }];
    })
    .filter((redirect) => [redirect.from, redirect.to].every(isFit))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Whether a decoded path has only signs that mean nothing but themselves in the files of all hosts, and is not very long. */
export function isFit(path: string): boolean {
  return PLAIN.test(path) && encodeURI(path).length <= LONGEST;
}

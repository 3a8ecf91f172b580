import { sha256 } from '../../news/digest.ts';
import { decoded } from '../../news/paths.ts';
import type { Route } from '../../routes/all-routes.ts';
import type { Output } from '../plan.ts';
import { apacheFile } from './apache-file.ts';
import { caddySnippet } from './caddy-snippet.ts';
import { headersFile } from './headers-file.ts';
import { nginxSnippet } from './nginx-snippet.ts';
import { redirectsFile } from './redirects-file.ts';
import { isFit, type Redirect, toRedirects } from './to-redirects.ts';

/** What a host is told of a site. */
export interface HostOrder {
  /** The content security policy that every page carries. */
  policy: string;
  /** The base path, decoded: `/`, or `/news/`. */
  base: string;
  redirects: readonly Redirect[];
}

const NO_JEKYLL = '.nojekyll';

/** The files for hosts, by their place below the site. Each host reads its own and passes over the others. */
const FILES: Record<string, (order: HostOrder) => string> = {
  _headers: headersFile,
  _redirects: ({ redirects }) => redirectsFile(redirects),
  '.htaccess': apacheFile,
  // GitHub Pages would else leave out files whose names begin with an underscore.
  [NO_JEKYLL]: () => '',
  '_hosts/nginx.conf': nginxSnippet,
  '_hosts/Caddyfile': caddySnippet,
};

/**
 * The files that tell hosts of headers and redirects. What the publisher has put into public/ under the same name
 * (`served`) counts instead. Below a path with signs that have a meaning of their own in those files, there are none but
 * the one that has no text.
 */
export function hostOutputs(routes: readonly Route[], baseHref: string, served: readonly { file: string }[]): Output[] {
  const base = decoded(baseHref);
  const redirects = toRedirects(routes, base);
  const own = new Set(served.map(({ file }) => file));
  const key = sha256(JSON.stringify([base, redirects]));
  return Object.entries(FILES)
    .filter(([file]) => !own.has(file) && (isFit(base) || file === NO_JEKYLL))
    .map(([file, write]) => ({ file, key, underPolicy: (policy: string) => write({ policy, base, redirects }) }));
}

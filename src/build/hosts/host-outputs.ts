import { sha256 } from '../../news/digest.ts';
import { decoded } from '../../news/paths.ts';
import type { RouteOf } from '../../routes/all-routes.ts';
import type { FileOutput } from '../plan.ts';
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

/** What the files for hosts are made from. */
export interface HostFacts {
  policy: string;
  /** The base path as links carry it. */
  base: string;
  /** The pages that lead elsewhere. */
  redirects: readonly RouteOf<'redirect'>[];
  /** What the publisher has put into public/: a file of the same name counts instead. */
  served: readonly { file: string }[];
}

/**
 * The files that tell hosts of headers and redirects. Below a path with signs that have a meaning of their own in those
 * files, there are none but the one that has no text.
 */
export function hostOutputs({ policy, base: href, redirects: routes, served }: HostFacts): FileOutput[] {
  const base = decoded(href);
  const order = { policy, base, redirects: toRedirects(routes, base) };
  const own = new Set(served.map(({ file }) => file));
  return Object.entries(FILES)
    .filter(([file]) => !own.has(file) && (isFit(base) || file === NO_JEKYLL))
    .map(([file, write]) => {
      const text = write(order);
      return { file, key: sha256(text), text };
    });
}

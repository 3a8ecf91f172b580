import type { Edition } from '../news/edition.ts';
import { aliasPath, articlePath, decoded } from '../news/paths.ts';
import type { Lists } from '../news/related/kin.ts';
import { basePath, type Site } from '../news/site.ts';
import { eachRoute } from '../routes/all-routes.ts';

/** All addresses of an edition, each asked of its own pages. */
export class Addresses {
  readonly #edition: Edition;
  readonly #others: readonly string[];
  readonly #articles: ReadonlySet<string>;
  #all: ReadonlySet<string> | undefined;

  /** `others` are paths of what is not made of the edition, such as files of public/. */
  constructor(edition: Edition, others: readonly string[]) {
    this.#edition = edition;
    this.#others = others;
    this.#articles = new Set(edition.articles.flatMap(({ path, front }) => [path, ...front.aliases.map(aliasPath)]));
  }

  /** Whether something stands at a path of the site, which is not percent-encoded. Hosts add the `/` that a page ends in. */
  has(path: string): boolean {
    const page = path.replace(/(?<=\/)index\.html$/u, '');
    const isIn = (all: ReadonlySet<string>): boolean => all.has(page) || all.has(`${page}/`);
    // Nearly all links lead to articles; what pages there are beside these takes seconds to find out.
    return isIn(this.#articles) || isIn((this.#all ??= new Set(this.#paths())));
  }

  *#paths(): Generator<string> {
    yield* this.#others;
    for (const { path } of this.#edition.pictures.values()) yield path;
    for (const { path } of eachRoute(this.#edition, nothingRelated)) yield path;
  }
}

/** What is related makes no address. */
function nothingRelated<Item>(): Lists<Item> {
  return [];
}

/** The path, not percent-encoded, that an address of the site stands for; nothing of any other address. */
export function pathOnSite(address: string, site: Pick<Site, 'url'>): string | undefined {
  if (!URL.canParse(address, site.url)) return undefined;
  const { host, protocol, pathname } = new URL(address, site.url);
  const base = basePath(site);
  if (host !== new URL(site.url).host || !/^https?:$/u.test(protocol)) return undefined;
  return `${pathname}/`.startsWith(base) ? decoded(pathname.slice(base.length - 1)) || '/' : undefined;
}

/** The addresses that articles have though the build refuses them: where they lead is to be seen once they are mended. */
export function pathsOfRefused(files: ReadonlySet<string>): string[] {
  return [...files].flatMap((file) => [articlePath(file), `/articles/${file}`]);
}

import type { Article } from '../news/article.ts';
import { sha256 } from '../news/digest.ts';
import type { Edition } from '../news/edition.ts';
import type { PageName, Route } from '../routes/all-routes.ts';
import { toTextFile } from '../routes/text-files.ts';
import type { Frame } from '../routes/frame.ts';
import type { Folder } from './folder.ts';
import { type BuildPlan, type Output, outputFile } from './plan.ts';
import { openPress, type Press } from './press.ts';
import { proveReceipt, proveVersion } from './prove-receipt.ts';

export interface PrintOrder {
  edition: Edition;
  /** The HTML of an article's body, or the Markdown of its twin, by its digest. */
  html: (digest: string) => string;
  /** Gives the program that renders the templates. It is asked for when the first page is to be printed. */
  templates: () => Promise<string>;
  /** Where pages are written. */
  aside: Folder;
  /** Is told how many pages and files of text have been printed. */
  onPrinted?: (count: number) => void;
}

/**
 * Takes every route of an edition into the plan, and prints those whose pages have changed, each as soon as it is known: what
 * it shows is then forgotten, and a large edition takes no more memory than a small one. Every article's page is proven to
 * show its text before it is written. Throws a LostText otherwise, and an AddressClash where two pages have one address.
 */
export async function printPages(
  routes: Iterable<Route>,
  plan: BuildPlan,
  { edition, html, templates, aside, onPrinted }: PrintOrder,
): Promise<void> {
  const articles = new Map<string, Article>(edition.articles.map((article) => [article.path, article]));
  let press: Press | undefined;
  let count = 0;
  try {
    for (const route of routes) {
      const output = toOutput(route);
      if (!plan.add(output, nameOf(route.page))) continue;
      const { file } = output;
      onPrinted?.((count += 1));
      const text = await toTextFile(route, html);
      if (text) {
        aside.write(file, text.text);
        continue;
      }
      press ??= await openPress(await templates(), html);
      const page = await press.render(route);
      const article = route.page === 'article' ? articles.get(route.path) : undefined;
      if (article) proveReceipt(edition, article, page, html);
      if (route.page === 'version') proveVersion(route.path, page, html(route.props.body));
      aside.write(file, page);
    }
  } finally {
    await press?.close();
  }
}

const names = new Map<PageName, string>();

/** Names a page in a message: one text for all of its kind. */
function nameOf(page: PageName): string {
  const name = names.get(page) ?? `the page "${page}"`;
  names.set(page, name);
  return name;
}

/** The file of a route; its key is a hash of all that the page shows. */
export function toOutput(route: Route): Output {
  return {
    file: outputFile(route.path),
    inputs: route.inputs,
    get key() {
      return keyOf(route);
    },
  };
}

function keyOf({ page, props }: Route): string {
  if (!('frame' in props)) return sha256(JSON.stringify([page, props]));
  const { frame, ...own } = props;
  return sha256(JSON.stringify([page, hashOfFrame(frame), own]));
}

const hashes = new WeakMap<Frame, string>();

/** All pages of a language have the same frame: it is hashed once. */
function hashOfFrame(frame: Frame): string {
  const known = hashes.get(frame);
  if (known !== undefined) return known;
  const made = sha256(JSON.stringify(frame));
  hashes.set(frame, made);
  return made;
}

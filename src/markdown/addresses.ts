import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { articlePath, decoded, toAddress, toHref, toIri } from '../news/paths.ts';
import { basePath } from '../news/site.ts';
import type { ArticleContext } from './context.ts';

/** What decides where a link leads. */
type Place = Pick<ArticleContext, 'file' | 'siteUrl'>;

/**
 * Before sanitizing: makes every address of the text one that holds on the page. Links to other article files
 * become their pages' addresses, pictures beside the article get their size, and a picture that is
 * not beside it (another host's, a missing one) becomes a link with its alt text: no page asks another host for anything.
 */
export function resolveAddresses(tree: Root, context: ArticleContext): void {
  visit(tree, 'element', (element, index, parent) => {
    // An author cannot take words out of the receipt by calling them ours.
    delete element.properties['dataGenerated'];
    if (element.tagName === 'a') resolveLink(element, context);
    if (element.tagName !== 'img' || !parent || index === undefined) return undefined;
    const shown = toPictureOrLink(element, context);
    if (shown) parent.children[index] = shown;
    else parent.children.splice(index, 1);
    return shown ? SKIP : index;
  });
}

/** The same text for readers outside the page, such as feeds: every address absolute. The tree given is not changed. */
export function withAbsoluteAddresses(tree: Root, { file, siteUrl }: ArticleContext): Root {
  const address = toAddress(siteUrl, articlePath(file));
  const copy = structuredClone(tree);
  visit(copy, 'element', ({ properties }) => {
    for (const name of ['href', 'src']) {
      const value = properties[name];
      if (typeof value === 'string' && URL.canParse(value, address))
        properties[name] = toIri(new URL(value, address).href);
    }
  });
  return copy;
}

/** Where a link of an article's text leads on its page, from its address as written: with the site's base path where it is on the site. */
export function linkAddress(href: string, place: Place): string {
  // Browsers pass over tabs and line ends in an address, wherever they stand.
  return toIri(resolveHref(href.replace(/[\t\n\r]/gu, '').trim(), place));
}

function resolveLink(link: Element, context: ArticleContext): void {
  const { href } = link.properties;
  if (typeof href !== 'string') return;
  const address = linkAddress(href, context);
  link.properties['href'] = address;
  // An address that no browser can read leads to an empty page: the words stay, and are no link.
  if (/^https?:/iu.test(address) && !URL.canParse(address)) delete link.properties['href'];
}

function resolveHref(address: string, { file, siteUrl }: Place): string {
  const base = basePath({ url: siteUrl });
  if (/^[a-z][a-z\d+.-]*:/iu.test(address)) return withoutCredentials(address);
  if (/^[\\/]{2}/u.test(address)) return withoutCredentials(`https:${address.replaceAll('\\', '/')}`);
  if (address.startsWith('#')) return address;
  if (address.startsWith('/')) return base + address.slice(1);
  const from = new URL(file, 'file:///articles/');
  const target = URL.canParse(address, from) ? new URL(address, from) : from;
  // Signs that a URL ignores can hide a scheme: the sanitizer shall see it.
  if (target.protocol !== from.protocol) return target.href;
  const path = decoded(target.pathname).replace(/^\/articles\//u, '');
  const page = path.endsWith('.md') ? toHref(base, articlePath(path)) : base + target.pathname.slice(1);
  return page + target.search + target.hash;
}

function withoutCredentials(address: string): string {
  if (!/^https?:/iu.test(address) || !URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.username === '' && url.password === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
}

function toPictureOrLink(img: Element, { pictures }: ArticleContext): Element | undefined {
  const src = String(img.properties['src'] ?? '');
  const alt = String(img.properties['alt'] ?? '');
  const picture = pictures.get(src);
  if (picture) {
    const { title } = img.properties;
    const properties = { src: picture.href, alt, width: picture.width, height: picture.height, title };
    return { ...img, properties };
  }
  const href = toIri(withoutCredentials(/^[\\/]{2}/u.test(src) ? `https:${src.replaceAll('\\', '/')}` : src));
  if (!/^https?:/iu.test(href)) return undefined;
  const label = alt.trim() === '' ? href : alt;
  return {
    type: 'element',
    tagName: 'a',
    // An address that no browser can read is none; the words stay.
    properties: { href: URL.canParse(href) ? href : undefined, dataGenerated: '' },
    children: [{ type: 'text', value: label }],
  };
}

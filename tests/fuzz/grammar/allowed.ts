import { html, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/**
 * What the body of an article may bring into a page, written down from the rules for untrusted text alone: nothing here
 * is taken from the sanitizer, which it judges. No script, style, form, frame or foreign content; no id, name or class
 * of the author's; no address but http, https, mailto and the site's own; no picture but the article's.
 */
const ATTRIBUTES = new Map(
  Object.entries({
    a: 'href rel id aria-label data-generated',
    div: 'class role tabindex aria-label',
    h2: 'id data-generated',
    ...Object.fromEntries(['h3', 'h4', 'h5', 'h6'].map((name) => [name, 'id'])),
    img: 'src alt width height loading decoding fetchpriority',
    li: 'id class',
    ol: 'start reversed',
    p: 'id',
    picture: '',
    pre: 'role tabindex aria-label',
    section: 'data-footnotes aria-labelledby',
    source: 'type srcset sizes',
    span: 'id role aria-label data-generated',
    sup: 'data-generated',
    td: 'colspan rowspan class',
    th: 'colspan rowspan scope abbr class',
    time: 'datetime',
  }),
);
const EVERYWHERE = ['title', 'lang', 'dir'];
const OTHERS = new Set(
  (
    'abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn dl dt em figcaption figure hr i ' +
    'ins kbd mark q rp rt ruby s samp small strong sub summary table tbody tfoot thead tr u ul var wbr'
  ).split(' '),
);

/** Ids, classes and roles of the template's own making. */
const VALUES = new Map(
  Object.entries({
    id: /^(?:at-[\p{L}\p{M}\p{N}-]*|p-[0-9a-z]{6}(?:-\d+)?|fn-\d+|fnref-\d+(?:-\d+)?|notes)$/u,
    class: /^(?:wide|task-list-item|right|center)$/u,
    role: /^(?:group|img)$/u,
    tabindex: /^0$/u,
    'aria-labelledby': /^notes$/u,
    'data-generated': /^$/u,
    'data-footnotes': /^$/u,
    loading: /^lazy$/u,
    decoding: /^async$/u,
    fetchpriority: /^high$/u,
  }),
);

/** Where an article stands, and what may be addressed from it. */
export interface Place {
  /** The page's own address. */
  page: string;
  /** How an address of the site begins. */
  local: RegExp;
  /** The only picture that there is. */
  picture: string;
  /** What a page offers instead of it, and a feed does not. */
  source?: Record<string, string>;
}

/** Every element, attribute and address of a tree that an untrusted text must not bring about, each in a word. */
export function holesIn(root: Tree.ParentNode, place: Place): string[] {
  const all = elementsIn(root);
  const ids = all.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'id').map(({ value }) => value));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id "${id}" twice`);
  return [...all.flatMap((element) => holesOf(element, place)), ...twice];
}

/** All elements below a node, in order. */
export function elementsIn(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    return [child, ...elementsIn(child), ...('content' in child ? elementsIn(child.content) : [])];
  });
}

function holesOf({ tagName, namespaceURI, attrs }: Tree.Element, place: Place): string[] {
  if (namespaceURI !== html.NS.HTML || !(ATTRIBUTES.has(tagName) || OTHERS.has(tagName))) return [`<${tagName}>`];
  const allowed = [...EVERYWHERE, ...(ATTRIBUTES.get(tagName)?.split(' ') ?? [])];
  const holes = attrs.filter(({ name, value }) => !allowed.includes(name) || !(VALUES.get(name)?.test(value) ?? true));
  const valueOf = (wanted: string): string | undefined => attrs.find(({ name }) => name === wanted)?.value;
  const [href, src] = [valueOf('href'), valueOf('src')];
  if ((tagName === 'picture' || tagName === 'source') && !place.source) return [`<${tagName}>`];
  const isStrange = tagName === 'source' && attrs.some(({ name, value }) => value !== place.source?.[name]);
  const found = isStrange ? ['picture of another source'] : [];
  found.push(...holes.map(({ name, value }) => `<${tagName} ${name}="${value}">`));
  if (href !== undefined && !isFit(href, valueOf('rel'), place)) found.push(`address ${JSON.stringify(href)}`);
  if (src !== undefined && src !== place.picture) found.push(`picture ${JSON.stringify(src)}`);
  return found;
}

/** Judged as it is written and as a browser reads it, which may be two things. */
function isFit(href: string, rel: string | undefined, { page, local }: Place): boolean {
  if (!URL.canParse(href, page)) return local.test(href);
  const { protocol, origin, username, password } = new URL(href, page);
  if (local.test(href)) return origin === new URL(page).origin;
  if (protocol === 'mailto:') return /^mailto:/iu.test(href);
  const isOutside = /^https?:/u.test(protocol) && /^https?:/iu.test(href);
  return isOutside && username === '' && password === '' && rel === 'nofollow noopener noreferrer';
}

import type { Element, Nodes, Text } from 'hast';
import type { Image, RootContent } from 'mdast';
import type { SourcePicture } from '../raw-article.ts';
import type { Captions } from './captions.ts';
import type { ChosenBlock } from './chosen-block.ts';
import { isArticleEmbed } from './embeds.ts';
import { furnitureOf } from './furniture.ts';
import { type Caption, toPicture } from './page-pictures.ts';
import { toFlow } from './to-flow.ts';

/** An article's body, and the picture at its head. */
export interface ArticleTree {
  body: RootContent[];
  lead: { img: Element; picture: SourcePicture; caption: Caption } | undefined;
  /** The pictures that the body shows. */
  shown: ReadonlySet<Element>;
}

/** What an article's text and pictures are taken from. */
export interface ArticleSource {
  /** The smallest element that holds headline and text. */
  scope: Nodes;
  blocks: readonly ChosenBlock[];
  captions: Captions;
  /** What addresses of links are relative to. */
  linkBase: string | undefined;
  /** What addresses of pictures are made absolute against. */
  pictureBase: string | undefined;
}

const NO_CAPTION: Caption = { caption: '', credit: '' };
/** Furniture in which pictures are the article's own. */
const PICTURE_FURNITURE = new Set(['caption', 'picture credit', 'player', 'article data', 'standfirst']);

/** Makes an article's body out of the blocks that were chosen, with the pictures and embedded things between them. */
export function toArticleTree({ scope, blocks, captions, linkBase, pictureBase }: ArticleSource): ArticleTree {
  const kept = blocks.filter(({ reason }) => reason === undefined);
  const texts = new Set<Text>(kept.flatMap(({ nodes }) => nodes));
  const order = orderOf(scope, texts, blocks);
  const inFurniture = furnished(scope, new Set(kept.flatMap(({ path }) => path)));
  const addresses = new Set<string>();
  const shown = new Set<Element>();
  let lead: ArticleTree['lead'];
  const place = (element: Element): 'head' | 'body' | 'beside' => {
    const at = order.places.get(element);
    if (at === undefined || inFurniture.has(element) || at > order.last) return 'beside';
    return at < order.first ? 'head' : 'body';
  };
  const take = (img: Element): Image | undefined => {
    const where = place(img);
    if (where === 'beside') return undefined;
    const picture = toPicture(img, pictureBase);
    if (!picture || addresses.has(picture.address)) return undefined;
    const caption = captions.of.get(img) ?? NO_CAPTION;
    if (where === 'head') {
      // What stands above the headline without a caption is the site's, not the article's.
      const at = order.places.get(img) ?? 0;
      if (lead || (at < order.headline && caption === NO_CAPTION)) return undefined;
      lead = { img, picture, caption };
      addresses.add(picture.address);
      shown.add(img);
      return undefined;
    }
    addresses.add(picture.address);
    shown.add(img);
    const title = [caption.caption, caption.credit].filter((text) => text !== '').join('\n');
    return { type: 'image', url: picture.address, alt: picture.alt, title: title === '' ? null : title };
  };
  const isEmbedHere = (element: Element): boolean =>
    place(element) !== 'beside' && (order.places.get(element) ?? 0) > order.headline && isArticleEmbed(element);
  const body = toFlow([scope], {
    keeps: (text) => texts.has(text),
    picture: take,
    belongs: (element) => (element.tagName === 'hr' ? place(element) === 'body' : isEmbedHere(element)),
    base: linkBase,
  });
  return { body: trimRules(body), lead, shown };
}

/** Places of elements in the order of the page, and between which of them the text stands. */
interface Order {
  places: ReadonlyMap<Element, number>;
  headline: number;
  first: number;
  last: number;
}

function orderOf(scope: Nodes, texts: ReadonlySet<Text>, blocks: readonly ChosenBlock[]): Order {
  const headlineText = blocks.find(({ reason }) => reason === 'headline')?.nodes.find(({ value }) => /\S/u.test(value));
  const places = new Map<Element, number>();
  let at = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  let headline = -1;
  const walk = (node: Nodes): void => {
    at += 1;
    if (node.type === 'element') places.set(node, at);
    if (node.type === 'text') {
      if (node === headlineText) headline = at;
      if (texts.has(node) && /\S/u.test(node.value)) {
        first = Math.min(first, at);
        last = at;
      }
    }
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(scope);
  return { places, headline, first, last };
}

/** Elements inside of furniture, where pictures and embedded things are none of the article's. */
function furnished(scope: Nodes, withText: ReadonlySet<Element>): Set<Element> {
  const found = new Set<Element>();
  const walk = (node: Nodes, isInside: boolean): void => {
    if (node.type !== 'element' && node.type !== 'root') return;
    let inner = isInside;
    if (node.type === 'element') {
      // What holds text of the article is no furniture, whatever it is called.
      const kind = withText.has(node) ? undefined : furnitureOf(node)?.reason;
      inner ||= kind !== undefined && !PICTURE_FURNITURE.has(kind);
      if (inner) found.add(node);
    }
    for (const child of node.children) walk(child, inner);
  };
  walk(scope, false);
  return found;
}

/** Rules at the ends part the text from what is left out. */
function trimRules(body: readonly RootContent[]): RootContent[] {
  const isRule = (node: RootContent): boolean => node.type === 'thematicBreak';
  const first = body.findIndex((node) => !isRule(node));
  const last = body.findLastIndex((node) => !isRule(node));
  return body
    .slice(first === -1 ? 0 : first, last + 1)
    .filter((node, index, all) => !isRule(node) || all[index - 1]?.type !== 'thematicBreak');
}

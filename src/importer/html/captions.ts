import type { Element } from 'hast';
import { furnitureOf, nameLine } from './furniture.ts';
import type { ChosenBlock } from './chosen-block.ts';
import { imagesIn, readCaption, type Caption } from './page-pictures.ts';

/** The captions of a page's pictures, and which blocks they are made of. */
export interface Captions {
  of: ReadonlyMap<Element, Caption>;
  /** The picture whose caption a block belongs to. */
  pictures: ReadonlyMap<ChosenBlock, Element>;
}

const KINDS = new Set(['caption', 'picture credit']);

/**
 * Finds the picture of each caption: the first one of the nearest element around it that holds any. An element that
 * holds text of the article goes too far.
 */
export function findCaptions(blocks: readonly ChosenBlock[]): Captions {
  const withText = new Set(blocks.flatMap(({ reason, path }) => (reason === undefined ? path : [])));
  const pictures = new Map<ChosenBlock, Element>();
  const parts = new Map<Element, Set<Element>>();
  const images = new Map<Element, readonly Element[]>();
  const imagesOf = (element: Element): readonly Element[] => {
    const inside = images.get(element) ?? imagesIn(element);
    images.set(element, inside);
    return inside;
  };
  for (const block of blocks) {
    if (block.reason === undefined || !KINDS.has(block.reason)) continue;
    const home = block.path.findLast((element) => !withText.has(element) && imagesOf(element).length > 0);
    const picture = home && imagesOf(home)[0];
    // The innermost block element that is called a caption or credit, else the innermost of all.
    const part =
      block.path.find((element) => KINDS.has(furnitureOf(element)?.reason ?? '') && imagesOf(element).length === 0) ??
      block.path.at(-1);
    if (!picture || !part) continue;
    pictures.set(block, picture);
    const of = parts.get(picture);
    if (of) of.add(part);
    else parts.set(picture, new Set([part]));
  }
  return { pictures, of: new Map([...parts].map(([picture, elements]) => [picture, readParts([...elements])])) };
}

/** Some pages print a caption twice, short and long, or the same for two widths of window: each text counts once. */
function readParts(elements: readonly Element[]): Caption {
  const captions: string[] = [];
  const credits: string[] = [];
  for (const element of elements) {
    const isCredit = /-(?:credit|credits|copyright|photographer|photo-credit|image-credit|source)-/u.test(
      nameLine(element),
    );
    const { caption, credit } = isCredit ? asCredit(readCaption([element])) : readCaption([element]);
    if (caption !== '' && !captions.includes(caption)) captions.push(caption);
    if (credit !== '' && !credits.includes(credit)) credits.push(credit);
  }
  return { caption: captions.join(' '), credit: credits.join(' ') };
}

function asCredit({ caption, credit }: Caption): Caption {
  return { caption: '', credit: `${caption} ${credit}`.trim() };
}

import type { Element, ElementContent } from 'hast';
import { textOf } from '../../markdown/tree-text.ts';
import { normalise, toLine } from '../../news/text.ts';
import type { SourcePicture } from '../raw-article.ts';
import { attribute, elementsIn } from './elements.ts';
import { nameLine } from './furniture.ts';
import { isSameSite } from './page-address.ts';

/** A picture's caption, and who took it. */
export interface Caption {
  caption: string;
  credit: string;
}

/** Characters of a `data:` address. A longer one is no picture of an article. */
const LONGEST_DATA = 10_000_000;
/** A shorter one holds the place of a picture that a script loads later. */
const SHORTEST_DATA = 2000;
/** Pixels. What is smaller is a sign, a face or a counter. */
const SMALLEST = 60;

const LAZY = [
  'dataSrc',
  'dataOriginal',
  'dataLazySrc',
  'dataLazy',
  'dataHiResSrc',
  'dataSrcMedium',
  'dataImage',
  'dataUrl',
  'dataFullSrc',
];
const PLACEHOLDER =
  /(?:placeholder|blank|spacer|transparent|pixel|loading|lazy|grey|gray|1x1)[\w-]{0,20}\.(?:gif|png|jpe?g|svg)/iu;
const NO_PICTURE =
  /-(?:icon|icons|logo|logos|avatar|gravatar|sprite|pixel|emoji|tracker|tracking|beacon|author|headshot|badge|spacer)-/u;

/** The picture of an img element, with the address under which it can be had; nothing for signs and counters. */
export function toPicture(img: Element, base: string | undefined): SourcePicture | undefined {
  if (NO_PICTURE.test(nameLine(img)) || isSmall(img)) return undefined;
  // Browsers pass over controls in an address, wherever they stand.
  const address = addressOf(img)
    ?.replace(/[\u0000-\u001f\u007f]/gu, '')
    .replace(/[<>]/gu, encodeURIComponent)
    .trim();
  if (address === undefined || (address.startsWith('data:') && address.length > LONGEST_DATA)) return undefined;
  const absolute =
    base !== undefined && !/^[a-z][a-z\d+.-]*:/iu.test(address) && URL.canParse(address, base)
      ? new URL(address, base).href
      : address;
  if (/^[a-z][a-z\d+.-]*:/iu.test(absolute) && !/^(?:https?:|data:image\/|cid:)/iu.test(absolute)) return undefined;
  return { address: absolute, alt: toLine(attribute(img, 'alt') ?? '') };
}

/** What relative addresses of pictures are made absolute against: the page's own base element, if it is of its host. */
export function pictureBase(elements: readonly Element[], pageUrl: string | undefined): string | undefined {
  const base = elements.find(({ tagName }) => tagName === 'base');
  const href = base && attribute(base, 'href');
  if (href === undefined || pageUrl === undefined || !URL.canParse(href, pageUrl)) return undefined;
  const absolute = new URL(href, pageUrl).href;
  return /^https?:/u.test(absolute) && isSameSite(absolute, pageUrl) ? absolute : undefined;
}

function isSmall(img: Element): boolean {
  return ['width', 'height'].some((side) => {
    const pixels = Number.parseInt(attribute(img, side) ?? '', 10);
    return !(attribute(img, side) ?? '').includes('%') && pixels > 0 && pixels < SMALLEST;
  });
}

function addressOf(img: Element): string | undefined {
  const src = attribute(img, 'src');
  if (src !== undefined && !isPlaceholder(src)) return src;
  const lazy = LAZY.map((name) => attribute(img, name)).find((value) => value !== undefined && !isPlaceholder(value));
  return lazy ?? largest(attribute(img, 'dataSrcSet') ?? attribute(img, 'dataSrcset') ?? attribute(img, 'srcSet'));
}

function isPlaceholder(address: string): boolean {
  return address.startsWith('data:')
    ? address.length < SHORTEST_DATA
    : PLACEHOLDER.test(address.slice(-200)) || address.startsWith('about:');
}

/** The candidate of a srcset with the greatest width or density. */
function largest(srcset: string | undefined): string | undefined {
  const candidates = (srcset ?? '')
    .slice(0, 20_000)
    .split(/,\s+|,(?=https?:)/u)
    .map((part) => {
      const [address = '', size = '1x'] = part.trim().split(/\s+/u);
      return { address, size: Number.parseFloat(size) };
    });
  const usable = candidates.filter(
    ({ address, size }) => address !== '' && !Number.isNaN(size) && !isPlaceholder(address),
  );
  return usable.toSorted((a, b) => b.size - a.size)[0]?.address;
}

const CREDIT_NAME = /-(?:credit|credits|copyright|photographer|photo-credit|image-credit|source|attribution|byline)-/u;
const CREDIT_END =
  /\s?[([]((?:photo|photograph|picture|image|credit|foto|source|courtesy|©|\(c\)|ap\s|reuters|afp|getty)[^()[\]]{0,120})[)\]]\.?$/iu;
const CREDIT_LABEL =
  /(?:^|[\s.!?"”’)])((?:(?:photo|image|picture|photograph|foto|credit)(?:\s(?:credit|by|courtesy(?:\sof)?))?\s?:|©)\s?[^.]{2,120}\.?)$/iu;
const CREDIT_BY = /(?:^|[.!?"”’)]\s{0,2})((?:photo|image|picture)\s(?:by|courtesy)\s[^.]{2,120}\.?)$/iu;
const AGENCY_END =
  /[.!?"”’)]\s{0,2}((?:\p{Lu}[\p{L}.'’-]{0,25}\s?){1,5}\s?\/\s?(?:AP|AFP|Reuters|Getty(?:\sImages)?|EPA|Bloomberg|Shutterstock|Associated Press)[^.]{0,60})$/u;

/** Reads caption and credit out of the elements that hold them: by their names, else by the signs of a credit. */
export function readCaption(elements: readonly Element[]): Caption {
  const captions: string[] = [];
  const credits: string[] = [];
  const walk = (nodes: readonly ElementContent[], isCredit: boolean): void => {
    for (const node of nodes) {
      if (node.type === 'text') (isCredit ? credits : captions).push(node.value);
      if (node.type !== 'element') continue;
      const inner = isCredit || node.tagName === 'cite' || CREDIT_NAME.test(nameLine(node));
      if (inner !== isCredit || /^(?:p|div|br|li|figcaption|h\d)$/u.test(node.tagName))
        (inner ? credits : captions).push(' ');
      walk(node.children, inner);
      (inner ? credits : captions).push(/^(?:p|div|li|figcaption|h\d)$/u.test(node.tagName) ? ' ' : '');
    }
  };
  for (const element of elements) {
    walk([element], false);
    captions.push(' ');
    credits.push(' ');
  }
  const caption = normalise(captions.join(''));
  const credit = normalise(credits.join(''));
  return credit === '' ? splitCredit(caption) : { caption, credit };
}

/** A caption and the credit at its end: `(Photo: X)`, `Photo: X`, `Ann Poe/Reuters`, `© X`. */
export function splitCredit(text: string): Caption {
  const tail = text.slice(-220);
  for (const sign of [CREDIT_END, CREDIT_LABEL, CREDIT_BY, AGENCY_END]) {
    const found = sign.exec(tail);
    const credit = found?.[1];
    if (found && credit !== undefined) {
      const end = text.length - tail.length + found.index + found[0].indexOf(credit);
      const caption = text
        .slice(0, end)
        .replace(/[\s([]{1,4}$/u, '')
        .trimEnd();
      return { caption, credit: credit.trim() };
    }
  }
  return { caption: text, credit: '' };
}

/** All pictures below an element. */
export function imagesIn(element: Element): Element[] {
  return elementsIn(element).filter(({ tagName }) => tagName === 'img');
}

/** The text of an element, for judging whether it has any. */
export function hasText(element: Element): boolean {
  return /\S/u.test(textOf(element));
}

import type { FeedPicture } from './feed-item.ts';
import { mediaText } from './feed-text.ts';
import { stated } from './feed-values.ts';
import { toWebAddress } from './web-address.ts';
import { attribute, baseOf, childrenOf, type XmlElement } from './xml-element.ts';

/** What an item has beside its text: the picture at its head, and what was left out. */
export interface Enclosed {
  picture: FeedPicture | undefined;
  notes: string[];
}

const PICTURE_FILE = /\.(?:avif|gif|jpe?g|png|webp)(?:$|[?#])/iu;

/** The picture of an item of RSS or an entry of Atom: the first of its media, enclosures and thumbnails that is one. */
export function findEnclosed(item: XmlElement, outside: string | undefined): Enclosed {
  const groups = childrenOf(item, 'media:group');
  const media = [item, ...groups].flatMap((at) => childrenOf(at, 'media:content'));
  const links = childrenOf(item, 'atom:link', 'core:link').filter((link) => attribute(link, 'rel') === 'enclosure');
  const enclosures = [...childrenOf(item, 'core:enclosure'), ...links];
  const thumbnails = [item, ...groups, ...media].flatMap((at) => childrenOf(at, 'media:thumbnail', 'itunes:image'));
  const addressed = [...media, ...enclosures, ...thumbnails].flatMap((element) => {
    const written = attribute(element, 'url') || attribute(element, 'href');
    const address = toWebAddress(written, baseOf(element, outside) ?? outside);
    return address === undefined ? [] : [{ element, address, isPicture: isPicture(element, address) }];
  });
  const found = addressed.find((entry) => entry.isPicture);
  const others = new Set(addressed.filter((entry) => !entry.isPicture).map(({ address }) => address));
  return {
    picture: found && describe(found.address, [found.element, ...groups, item]),
    notes: [...others].slice(0, 10).map((address) => `A recording or file beside the text was left out: ${address}`),
  };
}

function isPicture(element: XmlElement, address: string): boolean {
  if (/thumbnail$|^itunes:image$/u.test(element.name)) return true;
  const type = attribute(element, 'type').toLowerCase();
  const medium = attribute(element, 'medium').toLowerCase();
  if (type !== '' || medium !== '') return type.startsWith('image/') || (type === '' && medium === 'image');
  return PICTURE_FILE.test(address);
}

/** The words that stand with the picture, else with its group; those of the item itself are about the article. */
function describe(address: string, places: readonly XmlElement[]): FeedPicture {
  const near = places.slice(0, -1);
  const textOf = (name: string, at: readonly XmlElement[]): string =>
    at.map((place) => mediaText(place, name)).find((text) => text !== '') ?? '';
  return {
    address,
    alt: textOf('media:title', near),
    caption: stated(textOf('media:description', near), 'media:description'),
    credit: stated(textOf('media:credit', places), 'media:credit'),
  };
}

import type { StatedFields } from '../stated/stated-fields.ts';
import { propertyOf, toList, toOneLine } from '../stated/stated-values.ts';

/** One of the texts of an item, such as a headline or body. */
export interface NinjsText {
  value: string;
  isHtml: boolean;
  role: string | undefined;
  key: string;
}

/** The texts of one kind: the list that 2.x and 3.x have, and the keys `body_text`, `body_xhtml`, `body` of 1.x. */
export function ninjsTexts(item: unknown, list: string, single: string): NinjsText[] {
  const many = toList(propertyOf(item, list)).flatMap((part): NinjsText[] => {
    const value = propertyOf(part, 'value');
    if (typeof value !== 'string' || value.trim() === '') return [];
    const isHtml = /html/iu.test(toOneLine(propertyOf(part, 'contentType')) ?? '');
    return [{ value, isHtml, role: toOneLine(propertyOf(part, 'role')), key: list }];
  });
  const one = ['', '_xhtml', '_html', '_text'].flatMap((ending): NinjsText[] => {
    const key = `${single}${ending}`;
    const value = propertyOf(item, key);
    if (typeof value !== 'string' || value.trim() === '') return [];
    return [{ value, isHtml: ending.endsWith('html'), role: undefined, key }];
  });
  return [...many, ...one];
}

/** The first picture that belongs to an item: its address, caption and credit. */
export function ninjsPicture(
  item: unknown,
): Pick<StatedFields, 'picture' | 'pictureAlt' | 'caption' | 'pictureCredit'> {
  const picture = valuesOf(propertyOf(item, 'associations')).find((one) => propertyOf(one, 'type') === 'picture');
  const address = addressOf(valuesOf(propertyOf(picture ?? item, 'renditions')));
  if (picture === undefined) return address === undefined ? {} : { picture: { value: address, key: 'renditions' } };
  const captions = ninjsTexts(picture, 'descriptions', 'description');
  const caption = (captions.find(({ role }) => role === 'caption') ?? captions.find(({ isHtml }) => !isHtml))?.value;
  const credit = ['by', 'byline', 'creditLine', 'creditline', 'copyrightHolder', 'copyrightholder']
    .map((key) => toOneLine(propertyOf(picture, key)))
    .find((line) => line !== undefined);
  const key = 'associations';
  return {
    picture: address === undefined ? undefined : { value: address, key },
    pictureAlt: { value: toOneLine(propertyOf(picture, 'altText')) ?? '', key },
    caption: caption === undefined ? undefined : { value: caption, key },
    pictureCredit: credit === undefined ? undefined : { value: credit, key },
  };
}

/** The largest rendition that is a picture. */
function addressOf(renditions: readonly unknown[]): string | undefined {
  const pictures = renditions.flatMap((rendition) => {
    const href = toOneLine(propertyOf(rendition, 'href'));
    const type = toOneLine(first(rendition, 'contentType', 'mimetype')) ?? 'image/';
    const width = propertyOf(rendition, 'width');
    return href !== undefined && type.startsWith('image/')
      ? [{ href, width: typeof width === 'number' ? width : 0 }]
      : [];
  });
  return pictures.sort((a, b) => b.width - a.width)[0]?.href;
}

/** What a list or, in 1.x, a map holds. */
function valuesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

function first(value: unknown, ...keys: string[]): unknown {
  return keys.map((key) => propertyOf(value, key)).find((found) => found !== undefined);
}

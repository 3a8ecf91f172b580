import type { Image, Parents, Root } from 'mdast';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { sha256 } from '../../news/digest.ts';
import { articleSlug } from '../../news/slug.ts';
import type { RawArticle, SourcePicture } from '../raw-article.ts';
import { checkPicture } from './check-picture.ts';
import { figureWithoutPicture } from './figure-without-picture.ts';

/** The bytes of a picture of the source, or why they cannot be had. */
export type FoundPicture = { ok: true; bytes: Uint8Array } | { ok: false; reason: string };

/** Finds a picture by the address that the source has. */
export type FindPicture = (address: string, base: string | undefined) => Promise<FoundPicture>;

/** An article with its pictures: those that stand beside it from now on, and those that it had and has no longer. */
export interface Illustrated {
  raw: RawArticle;
  /** Files beside the article. */
  files: { name: string; bytes: Uint8Array }[];
  missing: { address: string; reason: string }[];
}

/** So many pictures of one article are kept. */
const MOST = 100;

/** An address is shown by so many of its signs; a `data:` address holds the whole picture. */
const SHOWN = 200;

/**
 * Takes the pictures of an article: each is checked and encoded anew, and its address becomes that of a file beside
 * the article. One that cannot be had is named; its caption stays as a caption without a picture.
 */
export async function takePictures(raw: RawArticle, find: FindPicture): Promise<Illustrated> {
  const addresses = addressesOf(raw);
  const kept = new Map<string, string>();
  const files = new Map<string, Uint8Array>();
  const missing: Illustrated['missing'] = [];
  for (const [index, address] of addresses.entries()) {
    const found =
      index < MOST ? await find(address, raw.base) : { ok: false as const, reason: `more than ${MOST} pictures` };
    const checked = found.ok ? await checkPicture(found.bytes) : found;
    if (!found.ok || !checked.ok) {
      missing.push({ address: address.slice(0, SHOWN), reason: checked.ok ? '' : checked.reason });
      continue;
    }
    const name = pictureName(raw.title.value, found.bytes, checked.extension);
    kept.set(address, name);
    files.set(name, checked.bytes);
  }
  if (addresses.length === 0) return { raw, files: [], missing };
  return { raw: withPictures(raw, kept), files: [...files].map(([name, bytes]) => ({ name, bytes })), missing };
}

/** The name of a picture's file: the same for the same picture of the same article, and no other's. */
function pictureName(title: string, bytes: Uint8Array, extension: string): string {
  return `${articleSlug(title)}-${sha256(bytes).slice(0, 8)}.${extension}`;
}

/** Whether the importer gave a picture its name. */
export function isOurPicture(name: string): boolean {
  return /-[0-9a-f]{8}\.(?:jpg|png|webp)$/u.test(name);
}

/** An article with the captions of its pictures, as it reads whatever became of them. */
export function withoutPictures(raw: RawArticle): RawArticle {
  return addressesOf(raw).length === 0 ? raw : withPictures(raw, new Map());
}

function addressesOf({ picture, body }: RawArticle): string[] {
  const found = new Set<string>(picture ? [picture.address] : []);
  visit({ type: 'root', children: body }, 'image', ({ url }) => void found.add(url));
  return [...found];
}

function withPictures(raw: RawArticle, kept: ReadonlyMap<string, string>): RawArticle {
  const root: Root = { type: 'root', children: structuredClone(raw.body) };
  visit(root, 'image', (image, index, parent) => {
    const name = kept.get(image.url);
    if (name !== undefined) image.url = name;
    else if (parent && index !== undefined) return leaveOut(image, index, parent);
    return CONTINUE;
  });
  removeEmpty(root);
  return { ...raw, picture: keptPicture(raw.picture, kept), body: root.children };
}

function keptPicture(picture: SourcePicture | undefined, kept: ReadonlyMap<string, string>): SourcePicture | undefined {
  const name = picture && kept.get(picture.address);
  return picture && name !== undefined ? { ...picture, address: name } : undefined;
}

/** A picture that is not kept leaves its caption behind, if it stood by itself. */
function leaveOut({ title }: Image, index: number, parent: Parents): [typeof SKIP, number] {
  const isFigure = parent.children.length === 1 && typeof title === 'string' && title.trim() !== '';
  const caption = isFigure ? [figureWithoutPicture(title)] : [];
  parent.children.splice(index, 1, ...caption);
  return [SKIP, index + caption.length];
}

/** Links and paragraphs that held nothing but a picture. */
function removeEmpty(root: Root): void {
  for (const type of ['link', 'paragraph'] as const) {
    visit(root, type, (node, index, parent) => {
      if (node.children.length > 0 || !parent || index === undefined) return CONTINUE;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  }
}

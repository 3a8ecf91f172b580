import { isDeepStrictEqual } from 'node:util';
import { type CopyBlock, copyDigest } from '../../news/copy.ts';
import type { FrontMatter, Receipt } from '../../news/front-matter.ts';
import { toReceipt } from '../../news/receipt.ts';
import { normalise } from '../../news/text.ts';
import { copyOf } from './copy-of.ts';
import { withoutPictures } from '../pictures/take-pictures.ts';
import type { RawArticle } from '../raw-article.ts';
import { sayReceipt } from '../say.ts';
import { shortenTo } from '../text/text-shapes.ts';
import { toMarkdown } from './to-markdown.ts';

/** Whether a receipt holds, and whether the copy is still the one that it was drawn for. */
export type Proof = { holds: true; verbatim: boolean } | { holds: false; reason: string };

/**
 * Proves the receipt of a copy from its original, read again. A verbatim copy is compared as it stands; of an edited
 * one nothing can be compared but what the original gives today. Throws on a body that cannot be rendered.
 */
export function proveReceipt(front: FrontMatter, body: string, receipt: Receipt, found: RawArticle): Proof {
  const raw = withoutPictures(found);
  const present = copyOf(front, body);
  const verbatim = copyDigest(present) === receipt.text;
  const copy = verbatim ? present : copyOf(asRead(raw), toMarkdown(raw.body));
  const derived = toReceipt(raw.blocks, copy, receipt.outside);
  const counted = sayReceipt(derived);
  if (counted !== sayReceipt(receipt)) {
    return { holds: false, reason: `its receipt says ${sayReceipt(receipt)}; its original gives ${counted}` };
  }
  if (!isSameReceipt(receipt, derived))
    return { holds: false, reason: 'its receipt names other blocks than its original gives' };
  const added = verbatim ? findAdded(copy, raw) : undefined;
  if (added !== undefined)
    return {
      holds: false,
      reason: `its receipt is for a text that its original does not have: "${shortenTo(60, added)}"`,
    };
  return { holds: true, verbatim };
}

function asRead({ title, description, caption, pictureCredit, credit }: RawArticle): Parameters<typeof copyOf>[0] {
  return {
    title: title.value,
    description: description?.value,
    image: (caption ?? pictureCredit) && { caption: caption?.value, credit: pictureCredit?.value },
    credit: credit?.value,
  };
}

/** Texts of changed and dropped blocks may have been taken out, where they must not be shown; what is there must be true. */
function isSameReceipt(stored: Receipt, derived: Receipt): boolean {
  const isSame = (list: 'moved' | 'changed' | 'dropped'): boolean =>
    stored[list].every((entry, index) => {
      const other = derived[list][index];
      return (
        isDeepStrictEqual({ ...other, was: undefined }, { ...entry, was: undefined }) &&
        (entry.was ?? other?.was) === other?.was
      );
    });
  return isSame('moved') && isSame('changed') && isSame('dropped') && stored.text === derived.text;
}

/**
 * A block of the copy that neither stands in the source nor is what its reader makes of it: a caption without its
 * credit, the address of a video. A title may be the reader's conclusion.
 */
function findAdded(copy: readonly CopyBlock[], raw: RawArticle): string | undefined {
  const there = new Set(raw.blocks.map(({ text }) => normalise(text)));
  const added = copy.filter(({ field, text }) => field !== 'title' && !there.has(text));
  if (added.length === 0) return undefined;
  const read = new Set(copyOf(asRead(raw), toMarkdown(raw.body)).map(({ text }) => text));
  return added.find(({ text }) => !read.has(text))?.text;
}

import { sha256 } from './digest.ts';
import type { FrontMatter } from './front-matter.ts';
import { normalise } from './text.ts';

/** The fields of a copy that hold text, in the order in which a receipt reads them. */
export type CopyField = 'title' | 'description' | 'image.caption' | 'image.credit' | 'body' | 'credit';

export interface CopyBlock {
  field: CopyField;
  /** Normalised. */
  text: string;
}

/** All blocks of a copy in the receipt's order; `body` are the blocks of its rendered body. */
export function copyBlocks(
  front: Pick<FrontMatter, 'title' | 'description' | 'image' | 'credit'>,
  body: readonly string[],
): CopyBlock[] {
  const blocks: { field: CopyField; text: string | undefined }[] = [
    { field: 'title', text: front.title },
    { field: 'description', text: front.description },
    { field: 'image.caption', text: front.image?.caption },
    { field: 'image.credit', text: front.image?.credit },
    ...body.map((text) => ({ field: 'body' as const, text })),
    { field: 'credit', text: front.credit },
  ];
  return blocks.flatMap(({ field, text }) => (text === undefined ? [] : [{ field, text: normalise(text) }]));
}

/** The receipt's `text`: sha256 of a copy's normalised blocks, joined by line feeds. */
export function copyDigest(blocks: readonly Pick<CopyBlock, 'text'>[]): string {
  return sha256(blocks.map(({ text }) => text).join('\n'));
}

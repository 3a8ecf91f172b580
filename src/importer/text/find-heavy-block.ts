/** Markdown makes a link of each address in a text, and takes minutes where tens of thousands stand in one paragraph. */
const MOST_ADDRESSES = 10_000;
const ADDRESS_SIGN = /@|:\/\/|www\./giu;

/** The first block that Markdown cannot be asked to parse, with the reason. */
export function findHeavyBlock<Block extends { text: string }>(
  blocks: readonly Block[],
): { block: Block; reason: string } | undefined {
  const block = blocks.find(({ text }) => (text.match(ADDRESS_SIGN)?.length ?? 0) > MOST_ADDRESSES);
  return block && { block, reason: `a paragraph of more than ${MOST_ADDRESSES} addresses` };
}

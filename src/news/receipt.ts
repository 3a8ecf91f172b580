import { align } from './align.ts';
import { type CopyBlock, copyDigest } from './copy.ts';
import type { Receipt, ReceiptEntry } from './front-matter.ts';
import { normalise } from './text.ts';
import { wordsOf } from './words.ts';

/** A block of the source, as the reader of its format found it. */
export interface SourceText {
  /** Line of the source, counted from 1, where the block begins. */
  line?: number | undefined;
  text: string;
  /** The field that its meaning became where its text is not kept: `published` for a date line. */
  became?: string | undefined;
  /** Why the reader left it out. */
  reason?: string | undefined;
}

/** So many source texts a receipt shows at most. */
const MOST_SHOWN = 20;

/** A changed block is looked for among so many blocks of the copy that follow its neighbour. */
const NEAR = 8;

/**
 * The receipt of a copy: what became of every block of its source. It compares texts and trusts no decision:
 * kept and moved blocks are those that the copy really holds. kept + moved + changed + dropped = blocks.
 */
export function toReceipt(source: readonly SourceText[], copy: readonly CopyBlock[], outside = 0): Receipt {
  const blocks = source.map((block) => ({ ...block, text: normalise(block.text) })).filter(({ text }) => text !== '');
  const keptAs = keptBlocks(blocks, copy);
  const left = new Leftovers(copy, new Set(keptAs.values()));
  const moved: ReceiptEntry[] = [];
  const lost: { block: SourceText; after: number }[] = [];
  let after = -1;
  blocks.forEach((block, index) => {
    const place = keptAs.get(index);
    if (place !== undefined) {
      after = place;
      return;
    }
    const field = left.take(block.text);
    if (field === undefined) lost.push({ block, after });
    else moved.push(entry(block, { field }));
  });
  // Only now is it certain which blocks of the copy no other block accounts for.
  const changed: ReceiptEntry[] = [];
  const dropped: ReceiptEntry[] = [];
  for (const { block, after: place } of lost) {
    const was = changed.length + dropped.length < MOST_SHOWN ? { was: block.text } : {};
    const field = block.became ?? (block.reason === undefined ? left.takeSimilar(block.text, place) : undefined);
    if (field === undefined) dropped.push(entry(block, { reason: block.reason ?? 'not found in the copy', ...was }));
    else changed.push(entry(block, { field, ...was }));
  }
  return {
    blocks: blocks.length,
    kept: keptAs.size,
    moved,
    changed,
    dropped,
    outside,
    pictures: [],
    text: copyDigest(copy),
  };
}

/**
 * The places in the copy of the source's blocks that are kept: same text, same order, in title or body. A block that
 * the reader left out because it repeats another does not take that one's place.
 */
function keptBlocks(source: readonly SourceText[], copy: readonly CopyBlock[]): Map<number, number> {
  const from = source.flatMap(({ reason }, index) => (reason === undefined ? [index] : []));
  const to = copy.flatMap(({ field }, index) => (field === 'title' || field === 'body' ? [index] : []));
  const pairs = align(
    from.map((index) => source[index]?.text ?? ''),
    to.map((place) => copy[place]?.text ?? ''),
  );
  return new Map([...pairs].map(([a, b]) => [from[a] ?? -1, to[b] ?? -1]));
}

function entry({ line }: SourceText, rest: ReceiptEntry): ReceiptEntry {
  return line === undefined ? rest : { line, ...rest };
}

/** The blocks of a copy that no block of the source accounts for yet. */
class Leftovers {
  readonly #copy: readonly CopyBlock[];
  readonly #free = new Set<number>();
  readonly #byText = new Map<string, number[]>();

  constructor(copy: readonly CopyBlock[], used: ReadonlySet<number>) {
    this.#copy = copy;
    copy.forEach(({ text }, index) => {
      if (used.has(index)) return;
      this.#free.add(index);
      const places = this.#byText.get(text);
      if (places) places.push(index);
      else this.#byText.set(text, [index]);
    });
  }

  /** The field of a free block with this very text, which is then taken. */
  take(text: string): string | undefined {
    return this.#takeAt(this.#byText.get(text)?.shift());
  }

  /** The field of the first free block shortly after a place that holds at least half of the text's words. */
  takeSimilar(text: string, after: number): string | undefined {
    const near = this.#copy
      .slice(after + 1, after + 1 + NEAR)
      .keys()
      .map((offset) => after + 1 + offset);
    return this.#takeAt(near.find((index) => this.#free.has(index) && holdsHalf(this.#copy[index]?.text ?? '', text)));
  }

  #takeAt(index: number | undefined): string | undefined {
    if (index === undefined) return undefined;
    this.#free.delete(index);
    return this.#copy[index]?.field;
  }
}

function holdsHalf(text: string, wanted: string): boolean {
  const there = new Map<string, number>();
  for (const word of wordsOf(text)) there.set(word, (there.get(word) ?? 0) + 1);
  const words = wordsOf(wanted);
  let found = 0;
  for (const word of words) {
    const left = there.get(word) ?? 0;
    if (left > 0) found += 1;
    there.set(word, left - 1);
  }
  return words.length > 0 && found * 2 >= words.length;
}

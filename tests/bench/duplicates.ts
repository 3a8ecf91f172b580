import { z } from 'zod';
import {
  daysApart,
  type Likeness,
  likeness,
  type Shingles,
  shinglesOf,
  SketchIndex,
} from '../../src/news/near-duplicates.ts';
import { readStories } from './reuters.ts';

const article = z.object({ text: z.string(), published: z.string() });

interface Text {
  shingles: Shingles;
  day: string;
}

/** Finds near-duplicates among Reuters' articles by sketches and by comparing all; prints recall, precision and time. */
export async function benchDuplicates(): Promise<void> {
  const articles = await readStories(article);
  const started = performance.now();
  const texts = articles.map(({ text, published }) => ({ shingles: shinglesOf(text), day: published.slice(0, 10) }));
  const shingled = performance.now();
  const found = bySketches(texts);
  const ended = performance.now();
  const truth = byComparingAll(texts);
  const right = [...found.keys()].filter((pair) => truth.has(pair)).length;
  const duplicates = [...truth].filter(([, kind]) => kind === 'duplicate').map(([pair]) => pair);
  console.table({
    articles: texts.length,
    'pairs in truth': truth.size,
    'pairs found': found.size,
    recall: right / truth.size,
    precision: right / found.size,
    'recall of duplicates': duplicates.filter((pair) => found.has(pair)).length / duplicates.length,
    'seconds for shingles': Math.round(shingled - started) / 1000,
    'seconds for finding': Math.round(ended - shingled) / 1000,
  });
}

function bySketches(texts: readonly Text[]): Map<string, Likeness> {
  const index = new SketchIndex<number>();
  const found = new Map<string, Likeness>();
  texts.forEach((text, number) => {
    for (const other of index.candidates(text.shingles)) note(found, texts, other, number);
    index.add(number, text.shingles);
  });
  return found;
}

/** Every pair that has a shingle in common is compared, through an index of all shingles. */
function byComparingAll(texts: readonly Text[]): Map<string, Likeness> {
  const holders = new Map<number, number[]>();
  const found = new Map<string, Likeness>();
  texts.forEach(({ shingles }, number) => {
    const others = new Set<number>();
    for (const hash of shingles) {
      const list = holders.get(hash) ?? [];
      for (const other of list) others.add(other);
      list.push(number);
      holders.set(hash, list);
    }
    for (const other of others) note(found, texts, other, number);
  });
  return found;
}

function note(found: Map<string, Likeness>, texts: readonly Text[], a: number, b: number): void {
  const [one, other] = [texts[a], texts[b]];
  const kind = one && other && likeness(one.shingles, other.shingles, daysApart(one.day, other.day));
  if (kind) found.set(`${a} ${b}`, kind);
}

import type { Evidence, EvidenceDigests } from '../news/related/evidence.ts';
import { knownWords, numberOfWord } from '../news/related/word-numbers.ts';

// The evidence of all articles is kept in one file and read at once, as rows of numbers: millions of words are neither cut
// apart nor looked up. First come numbers of 32 bits, in the order of the machine's bytes: how many articles, words, hashes
// and bytes of spelt words there are; by article, how many words, how many hashes, and the step of the sketch; the words, each
// by its place among those that are spelt; the hashes. Then come bytes: the counts, and the words as they are spelt.

const HEAD = 4;

/** The evidence of articles as bytes. */
export function writeEvidence(all: readonly Evidence[]): Uint8Array {
  const spelt: string[] = [];
  const places = new Map<number, number>();
  const known = knownWords();
  const placeOf = (number: number): number => {
    const place = places.get(number);
    if (place !== undefined) return place;
    places.set(number, spelt.length);
    return spelt.push(known[number] ?? '') - 1;
  };
  const rows = [
    Uint32Array.from(all, ({ words }) => words.length),
    Uint32Array.from(all, ({ sketch }) => sketch.hashes.length),
    Uint32Array.from(all, ({ sketch }) => sketch.step),
    ...all.map(({ words }) => words.map(placeOf)),
    ...all.map(({ sketch }) => sketch.hashes),
  ];
  const sum = (lengths: Uint32Array | undefined): number => lengths?.reduce((all, length) => all + length, 0) ?? 0;
  const text = Buffer.from(spelt.join('\n'));
  const head = Uint32Array.of(all.length, sum(rows[0]), sum(rows[1]), text.length);
  return Buffer.concat([
    ...[head, ...rows].map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
    ...all.map(({ counts }) => counts),
    text,
  ]);
}

/** Reads what `writeEvidence` wrote of articles, of which these are the digests. */
export function readEvidence(bytes: Uint8Array, digests: readonly EvidenceDigests[]): Evidence[] {
  // Numbers begin where their size divides the place.
  const { buffer } = Uint8Array.from(bytes);
  const [articles = 0, allWords = 0, allHashes = 0] = new Uint32Array(buffer, 0, HEAD);
  let place = HEAD * Uint32Array.BYTES_PER_ELEMENT;
  const row = (length: number): Uint32Array => {
    const numbers = new Uint32Array(buffer, place, length);
    place += numbers.byteLength;
    return numbers;
  };
  const [wordsOf, hashesOf, steps] = [row(articles), row(articles), row(articles)];
  const [words, hashes] = [row(allWords), row(allHashes)];
  const counts = new Uint8Array(buffer, place, allWords);
  const spelt = Buffer.from(buffer, place + allWords).toString();
  const numbers = Uint32Array.from(spelt.split('\n'), numberOfWord);
  for (let at = 0; at < words.length; at += 1) words[at] = numbers[words[at] ?? 0] ?? 0;
  let [word, hash] = [0, 0];
  return digests.map((its, number) => {
    const [firstWord, firstHash] = [word, hash];
    word += wordsOf[number] ?? 0;
    hash += hashesOf[number] ?? 0;
    return {
      words: words.subarray(firstWord, word),
      counts: counts.subarray(firstWord, word),
      sketch: { step: steps[number] ?? 1, hashes: hashes.subarray(firstHash, hash) },
      digests: its,
    };
  });
}

import { isDeepStrictEqual } from 'node:util';
import { parseMarkdown } from '../markdown/pipeline.ts';
import { articlePath } from '../news/paths.ts';
import { normalise } from '../news/text.ts';
import { visit } from 'unist-util-visit';
import type { Held } from './archive.ts';
import type { RawArticle } from './raw-article.ts';

/** What makes an input the article it is. */
export interface Incoming {
  raw: RawArticle;
  url: string | undefined;
  /** Of the original's bytes. */
  sha256: string;
}

/** An article of the archive that an input may be, with its texts. */
export interface Candidate extends Held {
  /** The article's file. */
  text: string;
  body: string;
  /** The normalised blocks of the copy. */
  copy: readonly string[];
  /** The kept original, read again; absent where no original is kept. */
  original: RawArticle | undefined;
}

export interface Match {
  known: Candidate;
  /** Files that an interrupted move left behind: `known` has their addresses among its old ones. */
  leftovers: string[];
}

/** So much of a new text must be in the kept original or the copy for two files of one name to be one article. */
const SAME_LINEAGE = 0.5;

/**
 * The article of the archive that an input is: one with its source address, else one of its file name and lineage.
 * Similar text alone makes no two articles one.
 */
export function findSame(incoming: Incoming, candidates: readonly Candidate[]): Match | undefined {
  const same = candidates
    .map((known) => ({ known, share: shareOf(incoming, known) }))
    .filter(({ known, share }) => isSame(incoming, known, share))
    .sort((a, b) => b.share - a.share);
  const isMoved = ({ file }: Held): boolean => same.some(({ known }) => wasAt(known, file));
  const found = same.find(({ known }) => !isMoved(known));
  if (!found) return undefined;
  const { known } = found;
  const leftovers = same.filter((other) => wasAt(known, other.known.file) && isCopied(known, other.known));
  return { known, leftovers: leftovers.map((other) => other.known.file) };
}

/** Whether the bytes of an original are those of a copy or of one of its earlier versions. */
export function holdsBytes({ front }: Held, sha256: string): boolean {
  return front.source?.sha256 === sha256 || front.versions.some((version) => version.sha256 === sha256);
}

/** Whether two Markdown texts mean the same, however they escape their signs. */
export function isSameMarkdown(one: string, other: string): boolean {
  return one === other || isDeepStrictEqual(bareTree(one), bareTree(other));
}

function isSame({ raw, url }: Incoming, { front }: Candidate, share: number): boolean {
  const known = front.source;
  if (known?.item !== raw.item) return false;
  if (url !== undefined && known?.url !== undefined) return url === known.url;
  return share >= SAME_LINEAGE;
}

/** The share of a new text's blocks that a known article has; 2 for the very same bytes. */
function shareOf({ raw, sha256 }: Incoming, known: Candidate): number {
  if (holdsBytes(known, sha256)) return 2;
  const blocks = raw.blocks.map(({ text }) => normalise(text));
  const shares = [known.copy, (known.original?.blocks ?? []).map(({ text }) => normalise(text))].map((texts) => {
    const there = new Set(texts);
    return blocks.filter((block) => there.has(block)).length / blocks.length;
  });
  return Math.max(...shares);
}

function wasAt({ front }: Held, file: string): boolean {
  return front.aliases.includes(articlePath(file));
}

/** Whether nothing is lost with a file that was left behind: same original, same text. */
function isCopied(known: Candidate, left: Candidate): boolean {
  return known.front.source?.sha256 === left.front.source?.sha256 && isSameMarkdown(known.body, left.body);
}

function bareTree(markdown: string): unknown {
  const tree = parseMarkdown(markdown);
  visit(tree, (node) => {
    delete node.position;
  });
  return tree;
}

import { isDeepStrictEqual } from 'node:util';
import { parseMarkdown } from '../../markdown/pipeline.ts';
import { articlePath } from '../../news/paths.ts';
import { normalise } from '../../news/text.ts';
import type { Nodes } from 'mdast';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { type Held, urlKey } from './archive.ts';
import { isOurPicture } from '../pictures/take-pictures.ts';
import type { RawArticle } from '../raw-article.ts';

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

/** Whether two copies mean the same, however they escape their signs. */
function isSameMarkdown(one: string, other: string): boolean {
  return one === other || isDeepStrictEqual(bareTree(one, isOurPicture), bareTree(other, isOurPicture));
}

/** Whether a copy still means what its source's Markdown does. Its pictures may have other addresses, or be missing. */
export function isMarkdownOf(source: string, copy: string): boolean {
  return (
    source === copy ||
    isDeepStrictEqual(
      bareTree(source, () => true),
      bareTree(copy, isOurPicture),
    )
  );
}

function isSame({ raw, url }: Incoming, { front }: Candidate, share: number): boolean {
  const known = front.source;
  if (url !== undefined && known?.url !== undefined) return urlKey(url) === urlKey(known.url);
  if (known?.item !== raw.item) return false;
  // A guid names one article of its feed for ever; a mere number in a list does not.
  const isGuid = raw.item !== undefined && !/^\d+$/u.test(raw.item);
  const isSameFeed = raw.sourceName?.value === undefined || raw.sourceName.value === known?.name;
  return (isGuid && isSameFeed) || share >= SAME_LINEAGE;
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

/** A tree without positions and with all pictures alike: what became of them depends on what stood beside the source. */
function bareTree(markdown: string, isOurs: (picture: string) => boolean): unknown {
  const tree = parseMarkdown(markdown);
  visit(tree, (node, index, parent) => {
    delete node.position;
    const caption = captionOf(node, isOurs);
    if (caption === undefined || !parent || index === undefined) return CONTINUE;
    parent.children.splice(index, 1, ...(caption === '' ? [] : [{ type: 'html' as const, value: caption }]));
    return [SKIP, index + (caption === '' ? 0 : 1)];
  });
  return tree;
}

/** The text of a figure's caption, with or without its picture; nothing for what is no figure, or an editor's. */
function captionOf(node: Nodes, isOurs: (picture: string) => boolean): string | undefined {
  if (node.type === 'html' && node.value.startsWith('<figure>')) {
    return node.value
      .replace(/<[^<>]{0,100}>/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim();
  }
  const [picture, ...others] = node.type === 'paragraph' ? node.children : [];
  if (picture?.type !== 'image' || others.length > 0) return undefined;
  return isOurs(picture.url) ? (picture.title ?? '').replace(/\s+/gu, ' ').trim() : undefined;
}

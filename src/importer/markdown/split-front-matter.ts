import { placeIn, scanJson } from '../json/scan-json.ts';

/** The parts of a Markdown file. */
export interface SplitFile {
  /** How the front matter is written; nothing where there is none. */
  as: 'yaml' | 'toml' | 'json' | undefined;
  /** Without its fences. */
  front: string;
  body: string;
  /** So many lines of the file stand above the body. */
  linesBefore: number;
}

export type Split = { ok: true; file: SplitFile } | { ok: false; reason: string };

const FENCES = [
  { as: 'yaml', open: /^---[ \t]{0,20}(?:\r?\n|$)/u, close: /^(?:---|\.\.\.)[ \t]{0,20}\r?$/mu },
  { as: 'toml', open: /^\+\+\+[ \t]{0,20}(?:\r?\n|$)/u, close: /^\+\+\+[ \t]{0,20}\r?$/mu },
] as const;

/** A first line that is a key of YAML or TOML, past blank lines, comments and tables. */
const KEY =
  /^(?:[ \t]{0,20}(?:#[^\n]{0,500})?\r?\n){0,20}(?:["']?[\p{L}_][\p{L}\p{N}_. -]{0,60}["']?[ \t]{0,9}[:=](?:[ \t\r\n]|$)|\[)/u;

/** Keys that a text which only happens to begin with a rule does not have in its first lines. */
const TELLING =
  /^["']?(?:title|date|pubDate|pubDatetime|publishDate|published|author|authors|tags|categories|layout|source|description|draft|lang|slug)["']?[ \t]{0,9}[:=]/mu;

/** Splits a Markdown file into front matter (YAML, TOML or JSON) and text. Refused where front matter has no end. */
export function splitFrontMatter(text: string): Split {
  const bare = text.replace(/^\ufeff/u, '');
  if (/^\{\s{0,1000}["}]/u.test(bare)) return splitJson(bare);
  const fence = FENCES.find(({ open }) => open.test(bare));
  if (!fence) return { ok: true, file: { as: undefined, front: '', body: bare, linesBefore: 0 } };
  const start = fence.open.exec(bare)?.[0].length ?? 0;
  const rest = bare.slice(start);
  const close = fence.close.exec(rest);
  const front = rest.slice(0, close?.index);
  if (!KEY.test(front) && front.trim() !== '') {
    // A rule, or a frame of signs around words, and no front matter.
    return { ok: true, file: { as: undefined, front: '', body: bare, linesBefore: 0 } };
  }
  if (!close) {
    const sign = fence.as === 'yaml' ? '---' : '+++';
    return { ok: false, reason: `line 1: the front matter has no end; add a line "${sign}" after its last key` };
  }
  const end = start + close.index + close[0].length;
  return { ok: true, file: { as: fence.as, front, ...bodyFrom(bare, end) } };
}

/** Whether a text begins with front matter whose keys are those of articles. */
export function beginsWithFrontMatter(text: string): boolean {
  const bare = text.replace(/^\ufeff/u, '');
  const fence = FENCES.find(({ open }) => open.test(bare));
  if (!fence) return false;
  const rest = bare.replace(fence.open, '');
  const front = rest.slice(0, fence.close.exec(rest)?.index);
  return KEY.test(front) && TELLING.test(front);
}

function splitJson(text: string): Split {
  const scanned = scanJson(text);
  if (!scanned.ok) return { ok: false, reason: `the front matter is no valid JSON: ${placeIn(text, scanned.at)}` };
  return { ok: true, file: { as: 'json', front: text.slice(0, scanned.end), ...bodyFrom(text, scanned.end) } };
}

function bodyFrom(text: string, end: number): Pick<SplitFile, 'body' | 'linesBefore'> {
  const body = text.slice(end).replace(/^\r?\n/u, '');
  return { body, linesBefore: text.slice(0, text.length - body.length).split('\n').length - 1 };
}

import { isNewsDate } from '../../news/dates.ts';
import { type FrontMatter, frontMatterSchema, type Receipt } from '../../news/front-matter.ts';
import { parse } from '../../news/parse.ts';
import { toReceipt } from '../../news/receipt.ts';
import { toLine } from '../../news/text.ts';
import { errorText } from '../error-text.ts';
import { copyOf } from './copy-of.ts';
import { type Change, type Facts, toChanges } from './facts.ts';
import type { Finding, RawArticle } from '../raw-article.ts';
import { toMarkdown } from './to-markdown.ts';

/** Where a copy comes from, as its `source` says it. */
export interface Origin {
  /** The name of the imported file, without its folder. */
  file: string;
  /** What the source or its archive says, else the day of import, in UTC. */
  captured: string;
  /** The encoding that a server stated, where the original's own bytes do not say it. */
  charset: string | undefined;
  /** Of the original's bytes. */
  sha256: string;
}

/** Pictures of the source that the copy does not have. */
export type MissingPictures = Receipt['pictures'];

export type Made = { ok: true; front: FrontMatter; body: string; notes: string[] } | { ok: false; reason: string };

/** An article as it is first imported: what is supplied goes before what the source states, and the receipt is drawn. */
export function toArticle(raw: RawArticle, facts: Facts, origin: Origin, missing: MissingPictures = []): Made {
  const stated = [...textChanges(raw), ...pictureChanges(raw), ...statedChanges(raw)];
  const published: Change = { path: ['published'], value: findPublished(raw, facts)?.value };
  const tags = facts.tags && [...(raw.tags?.value ?? []), ...facts.tags];
  const supplied = [...toChanges({ ...facts, tags }), ...originChanges(raw, origin)];
  const { fitting, notes } = onlyFitting(stated);
  const parsed = parse(frontMatterSchema, toObject([...fitting, published, ...supplied]));
  if (!parsed.ok) {
    return {
      ok: false,
      reason: parsed.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    };
  }
  return tryToRender((): Made => {
    const body = toMarkdown(raw.body);
    return {
      ok: true,
      front: { ...parsed.value, receipt: drawReceipt(raw, parsed.value, body, missing) },
      body,
      notes,
    };
  });
}

/** What a source states may be anything. A field that is none of ours is left out, and that is said. */
export function onlyFitting(stated: readonly Change[]): { fitting: Change[]; notes: string[] } {
  const parsed = parse(frontMatterSchema, toObject(stated));
  if (parsed.ok) return { fitting: [...stated], notes: [] };
  const wrong = new Map(parsed.problems.map(({ path, message }) => [path.slice(0, 2).join('.'), message]));
  const isWrong = ({ path }: Change): boolean =>
    [...wrong.keys()].some((key) => key === path.join('.') || key.split('.')[0] === path.join('.'));
  // Without a headline there is no article: that is no field to leave out.
  const fitting = stated.filter((change) => change.path[0] === 'title' || !isWrong(change));
  const left = stated.filter((change) => !fitting.includes(change));
  const notes = left.map(({ path }) => `The source's ${path.join('.')} was left out: it does not fit.`);
  if (!left.some(({ path }) => LIMITS.has(path.join('.')))) return { fitting, notes };
  // What was to be kept from readers is not published because nobody understands until when.
  notes.push('It is a draft until you have set what should keep it from readers.');
  return { fitting: [...fitting, { path: ['draft'], value: true }], notes };
}

const LIMITS = new Set(['embargo', 'expires', 'withdrawn', 'rights.publish']);

/** Does what renders a text. Whatever the text does to the parser is its own fault, and must not stop the others. */
export function tryToRender<T>(render: () => T): T | { ok: false; reason: string } {
  try {
    return render();
  } catch (error) {
    return { ok: false, reason: `its text cannot be rendered: ${errorText(error)}` };
  }
}

/** The receipt of a copy, from its source's blocks and the blocks that its page will show. Throws on what cannot be rendered. */
export function drawReceipt(
  raw: RawArticle,
  front: FrontMatter,
  body: string,
  pictures: MissingPictures = [],
): Receipt {
  return { ...toReceipt(raw.blocks, copyOf(front, body), raw.outside?.length), pictures };
}

/** The publication date, supplied or found: an address that holds a day goes before a date line. */
export function findPublished(raw: RawArticle, { published, sourceUrl }: Facts): Finding<string> | undefined {
  if (published !== undefined) return { value: published, how: 'stated', rule: '--published' };
  // A date that data about the article states is sure; one that its text states may be another's.
  if (raw.published && raw.sourceUrl) return raw.published;
  const address = sourceUrl ?? raw.sourceUrl?.value ?? '';
  const [, year = '', month = '', day = ''] = /\/(\d{4})\/(\d{2})\/(\d{2})(?:\/|$)/u.exec(address) ?? [];
  const inAddress = `${year}-${month}-${day}`;
  if (isNewsDate(inAddress)) return { value: inAddress, how: 'inferred', rule: 'the source address' };
  return raw.published;
}

/** The fields whose text a receipt counts; a new version of the source renews them all. */
export function textChanges(raw: RawArticle): Change[] {
  return [
    { path: ['title'], value: raw.title.value },
    { path: ['description'], value: raw.description?.value },
    { path: ['image', 'caption'], value: raw.caption?.value },
    { path: ['image', 'credit'], value: raw.pictureCredit?.value },
    { path: ['credit'], value: raw.credit?.value },
  ];
}

/** The picture at the head, where it is kept. */
export function pictureChanges({ picture }: RawArticle): Change[] {
  return [
    { path: ['image', 'src'], value: picture?.address },
    { path: ['image', 'alt'], value: picture && toLine(picture.alt) },
  ];
}

/** The fields that the source states or that only the meaning of a block becomes; its date apart. */
export function statedChanges(raw: RawArticle): Change[] {
  return [
    { path: ['authors'], value: raw.authors?.value.map((name) => ({ name })) },
    { path: ['dateline'], value: raw.dateline?.value },
    { path: ['updated'], value: raw.updated?.value },
    { path: ['section'], value: raw.section?.value },
    { path: ['tags'], value: raw.tags?.value },
    { path: ['lang'], value: raw.lang?.value },
    { path: ['source', 'name'], value: raw.sourceName?.value },
    { path: ['source', 'url'], value: raw.sourceUrl?.value },
    { path: ['rights', 'holder'], value: raw.rightsHolder?.value },
    { path: ['rights', 'notice'], value: raw.rightsNotice?.value },
    // A licence is often given by its address alone.
    { path: ['rights', /^https?:/iu.test(raw.license?.value ?? '') ? 'url' : 'license'], value: raw.license?.value },
    ...(raw.limits ?? []),
  ];
}

/** The fields of `source` that the importer knows by itself. */
export function originChanges(raw: RawArticle, { file, captured, charset, sha256 }: Origin): Change[] {
  return [
    { path: ['source', 'file'], value: file === '' ? undefined : file },
    { path: ['source', 'item'], value: raw.item },
    { path: ['source', 'captured'], value: captured },
    { path: ['source', 'charset'], value: charset },
    { path: ['source', 'sha256'], value: sha256 },
  ];
}

/** Changes as one object; of two for the same place the later one counts. */
function toObject(changes: readonly Change[]): Record<string, unknown> {
  const top: Record<string, unknown> = {};
  const inner = new Map<string, Record<string, unknown>>();
  for (const { path, value } of changes) {
    if (value === undefined) continue;
    const [key, below] = path;
    if (below === undefined) top[key] = value;
    else inner.set(key, { ...inner.get(key), [below]: value });
  }
  return { ...top, ...Object.fromEntries(inner) };
}

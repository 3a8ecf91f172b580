import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../markdown/pipeline.ts';
import { copyDigest } from '../../news/copy.ts';
import { sha256 } from '../../news/digest.ts';
import type { FrontMatter, ReceiptEntry } from '../../news/front-matter.ts';
import { articleFolder, articlePath } from '../../news/paths.ts';
import { tagSlug } from '../../news/slug.ts';
import type { Suggestion } from '../../news/suggest/suggest-tags.ts';
import { type Archive, type Held, urlKey } from '../archive/archive.ts';
import { reviseArticleText, valueAt, type Written } from '../copy/article-text.ts';
import { type Change, toChanges } from '../copy/facts.ts';
import { type Candidate, holdsBytes, isMarkdownOf, type Match } from '../archive/identity.ts';
import { type Arrival, findFreeFile, type Plan } from './plan.ts';
import {
  drawReceipt,
  findPublished,
  onlyFitting,
  originChanges,
  pictureChanges,
  statedChanges,
  textChanges,
  toArticle,
  tryToRender,
} from '../copy/to-article.ts';
import { toMarkdown } from '../copy/to-markdown.ts';
import { printOf } from '../archive/archive-texts.ts';
import { besideSuggested, isUnadvised, statedTags, writeSuggested } from './tag-advice.ts';
import { isOurPicture } from '../pictures/take-pictures.ts';
import { isSameValue } from '../copy/same-value.ts';

/**
 * The plan for an article that the archive holds: nothing for the same bytes without new facts, else the facts or
 * the new version, and never a change of a copy that was edited by hand.
 */
export function planKnown(arrival: Arrival, { known, leftovers }: Match, archive: Archive): Plan {
  const { origin } = arrival;
  const facts = newFacts(arrival, known.front);
  const isHeld = holdsBytes(known, origin.sha256);
  const isSame = isHeld || isSameSource(arrival, known);
  const suggested = suggestFor(arrival, known);
  const named = facts.map(({ path }) => path.join('.'));
  const keys = suggested.length === 0 ? named : [...new Set([...named, 'tags'])];
  const updated = { outcome: 'updated', keys, isHeld, remove: leftovers } as const;
  if (isSame && facts.length === 0 && suggested.length === 0) {
    const { file, text, front } = known;
    if (leftovers.length > 0) {
      const print = printOf(front.title, known.body);
      return { ...updated, by: 'leftovers', file, text, front, print, earlier: undefined, movedFrom: undefined };
    }
    const isPresent = front.source?.sha256 === origin.sha256;
    const because = isPresent ? 'same' : isHeld ? 'earlier' : 'same text';
    return { outcome: 'unchanged', file, because, isRestored: false };
  }
  if (!isSame && arrival.raw.isSummary === true && known.copy.length > arrival.raw.blocks.length) {
    return { outcome: 'unchanged', file: known.file, because: 'summary', isRestored: false };
  }
  const by = isSame ? 'facts' : 'version';
  if (isEdited(known) || (by === 'version' && isMarkedUp(known))) return refuseEdited(known, by, facts);
  const file = placeFor(known, facts, archive);
  const movedFrom = file === known.file ? undefined : known.file;
  const changes = [...facts, ...(movedFrom === undefined ? [] : [aliasChange(known, file)])];
  const plain = by === 'facts' ? reviseArticleText(known.text, changes) : renew(arrival, known, changes);
  const written = plain.ok && suggested.length > 0 ? writeSuggested(plain, suggested) : plain;
  if (!written.ok) return { outcome: 'refused', reason: written.reason };
  const remove = movedFrom === undefined ? leftovers : [...leftovers, movedFrom];
  const { text, front, body } = written;
  const earlier = by === 'version' ? known.text : undefined;
  return {
    ...updated,
    by,
    file,
    text,
    front,
    print: printOf(front.title, body),
    earlier,
    movedFrom,
    remove,
    suggested,
  };
}

/** Tags for a copy that was imported before anybody asked for them, unless it was edited by hand. */
function suggestFor({ advice, raw }: Arrival, known: Candidate): Suggestion[] {
  return isUnadvised(advice, known.front) && !isEdited(known) ? (advice?.suggest(known.front, raw) ?? []) : [];
}

/**
 * Whether a source says what it said when it was imported, in other bytes: a page with another advertisement, a feed
 * with one more item. What was left out of it then may have changed.
 */
function isSameSource({ raw, facts, origin }: Arrival, { front }: Candidate): boolean {
  const made = toArticle(raw, facts, origin);
  const receipt = made.ok ? made.front.receipt : undefined;
  if (!receipt || receipt.text !== front.receipt?.text) return false;
  return isSameValue(receipt.changed.map(withoutLine), front.receipt.changed.map(withoutLine));
}

function withoutLine({ field, was }: ReceiptEntry): unknown {
  return { field, was };
}

/** Nothing to do for a source that the only article it can be was made from, byte by byte, unless facts are new. */
export function planUnchanged(arrival: Arrival, { file, front }: Held): Plan | undefined {
  const { raw, facts, origin, advice } = arrival;
  if (isUnadvised(advice, front)) return undefined;
  const url = facts.sourceUrl ?? raw.sourceUrl?.value;
  const isOther = url !== undefined && front.source?.url !== undefined && urlKey(url) !== urlKey(front.source.url);
  if (isOther || front.source?.sha256 !== origin.sha256 || newFacts(arrival, front).length > 0) return undefined;
  return { outcome: 'unchanged', file, because: 'same', isRestored: false };
}

/** The supplied facts that a copy does not have yet. Tags are added to those that are there. */
function newFacts({ raw, facts }: Arrival, front: FrontMatter): Change[] {
  const known = new Set(front.tags.map(tagSlug));
  const tags = [...front.tags, ...(facts.tags ?? []).filter((tag) => !known.has(tagSlug(tag)))];
  const published = front.published ?? findPublished({ ...raw, published: undefined }, facts)?.value;
  const changes: Change[] = [
    { path: ['published'], value: facts.published ?? published },
    ...toChanges({ ...facts, tags }),
  ];
  return lastOfEach(changes).filter(({ path, value }) => !isSameValue(valueAt(front, path), value));
}

/** Whether the text of a copy is another than the importer wrote, or nothing proves that it is not. */
function isEdited({ front, copy }: Candidate): boolean {
  return front.receipt?.text !== copyDigest(copy.map((text) => ({ text })));
}

/** Whether a copy has the words of its source but not the markup that the importer gave them: links, emphasis, pictures. */
function isMarkedUp({ body, original }: Candidate): boolean {
  return original !== undefined && !isMarkdownOf(toMarkdown(original.body), body);
}

function refuseEdited({ file, front }: Candidate, by: 'facts' | 'version', facts: readonly Change[]): Plan {
  const keys = facts.map(({ path }) => path.join('.')).join(', ');
  const advice =
    by === 'facts'
      ? `write ${keys} there yourself`
      : `take over by hand what is new, or remove the copy and import again${front.versions.length === 0 ? '' : '; its versions: belong into the new one'}`;
  return { outcome: 'refused', reason: `articles/${file} was edited by hand and is not overwritten; ${advice}` };
}

/** The text of a copy with all that its source's new version says; what editors have set stays. */
function renew({ raw, origin, missing }: Arrival, known: Candidate, facts: readonly Change[]): Written {
  const { source, versions } = known.front;
  const captured = source?.captured ?? origin.captured;
  const earlier = { captured, sha256: source?.sha256, copy: sha256(known.text) };
  const stated = [
    ...textChanges(raw),
    ...[...pictureChanges(raw), ...statedChanges(raw)].filter((change) => isOurs(change, known)),
  ].map((change) => besideSuggested(change, known.front));
  const changes = lastOfEach([
    ...onlyFitting(stated).fitting,
    ...originChanges(raw, origin),
    { path: ['versions'], value: [...versions, earlier] },
    ...facts,
  ]);
  return tryToRender((): Written => {
    const body = toMarkdown(raw.body);
    const written = reviseArticleText(known.text, changes, body);
    if (!written.ok) return written;
    const drawn = { ...drawReceipt(raw, written.front, body, missing), suggested: known.front.receipt?.suggested };
    const receipt: Change = { path: ['receipt'], value: drawn };
    return reviseArticleText(known.text, [...changes, receipt], body);
  });
}

/** Whether a field still has what the importer read in the earlier version, so that the new one may replace it. */
function isOurs({ path }: Change, { front, original }: Candidate): boolean {
  const present = path[0] === 'tags' ? statedTags(front) : valueAt(front, path);
  const isEmpty = present === undefined || (Array.isArray(present) && present.length === 0);
  if (path[0] === 'image' && typeof front.image?.src === 'string') return isOurPicture(front.image.src);
  const read = original && statedChanges(original).find((change) => change.path.join('.') === path.join('.'))?.value;
  return isEmpty || isSameValue(present, read);
}

/** Where an article belongs once facts have changed; it stays where an editor put it or where its pictures are. */
function placeFor({ file, front, body }: Candidate, facts: readonly Change[], archive: Archive): string {
  const published = facts.find(({ path }) => path[0] === 'published')?.value;
  const end = file.lastIndexOf('/');
  const folder = file.slice(0, Math.max(0, end));
  if (typeof published !== 'string' || folder !== articleFolder(front.published)) return file;
  const target = articleFolder(published);
  // What stands beside it stays beside it, also what its earlier versions show.
  const isBound = front.image?.src !== undefined || front.versions.some(({ copy }) => copy !== undefined);
  if (target === folder || isBound || hasRelativeAddress(body)) return file;
  return findFreeFile(target, file.slice(end + 1, -'.md'.length), front, archive, file);
}

function hasRelativeAddress(body: string): boolean {
  let found = false;
  visit(parseMarkdown(body), (node) => {
    if (node.type === 'html') found = true;
    if ('url' in node && !/^(?:[a-z][a-z\d+.-]*:|[/#])/iu.test(node.url)) found = true;
  });
  return found;
}

/** The old address leads to the new one from now on; the new one may be an older one that comes back. */
function aliasChange({ file, front }: Candidate, target: string): Change {
  const paths = [...front.aliases, articlePath(file)];
  return { path: ['aliases'], value: [...new Set(paths)].filter((path) => path !== articlePath(target)) };
}

function lastOfEach(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((change) => [change.path.join('.'), change])).values()];
}

import type { Receipt } from '../news/front-matter.ts';
import type { Arrival, Counts, Imported, Plan, Updated } from './plan/plan.ts';
import { findPublished } from './copy/to-article.ts';

/** How the files of a content folder are shown. */
type Show = (file: string) => string;

/** One line for an input: what happened to it and what to do. `dryRun`: what would happen. */
export function sayPlan(name: string, plan: Plan, arrival: Arrival | undefined, show: Show, dryRun = false): string {
  if (plan.outcome === 'refused') return `${name}: refused: ${ended(plan.reason)}`;
  if (plan.outcome === 'unchanged') {
    const held = HELD[plan.because];
    const restored = plan.isRestored ? ' Its original was missing and is kept again.' : '';
    return `${name}: unchanged; ${show(plan.file)} ${held}.${restored}`;
  }
  if (plan.outcome === 'duplicate')
    return `${name}: left out as a duplicate; ${show(plan.file)} has the same headline and body.`;
  const did =
    plan.outcome === 'imported'
      ? `${dryRun ? 'would be imported' : 'imported'} as ${show(plan.file)}`
      : sayUpdate(plan, show, dryRun);
  const receipt = plan.outcome === 'imported' || plan.by === 'version' ? plan.front.receipt : undefined;
  const counts = receipt ? `; ${sayReceipt(receipt)}` : '';
  const likes = plan.outcome === 'imported' ? [...sayLike(plan, show), ...plan.notes] : [];
  const limits = arrival?.raw.limits?.map(({ path }) => path.join('.')) ?? [];
  if (limits.length > 0) likes.push(`Taken over as its source has it: ${limits.join(', ')}.`);
  const rest = arrival ? [...sayDate(plan.front.published, arrival), ...arrival.raw.notes, ...sayMissing(arrival)] : [];
  return [`${name}: ${did}${counts}.`, ...rest, ...likes].join(' ');
}

/** Other articles that an editor may want to compare it with. */
function sayLike({ sameAs, like }: Imported, show: Show): string[] {
  if (sameAs !== undefined) return [`${show(sameAs)} has the same headline and body.`];
  const [first, ...others] = like;
  if (!first) return [];
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return [`It reads nearly the same as ${show(first.file)}${more}.`];
}

function sayMissing({ missing }: Arrival): string[] {
  const [first, ...others] = missing;
  if (!first) return [];
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return [`Not kept: the picture ${first.address}${more} (${first.reason}).`];
}

const HELD = {
  same: 'holds it',
  earlier: 'holds a later version of it',
  'same text': 'holds the same text',
  summary: 'holds more of it',
} as const;

/** How an input, or a place inside it, is named. */
export function sayPlace(name: string, where: string | undefined): string {
  return where === undefined ? name : `${name}, ${where}`;
}

/** Why an article came to its end, in a few words. */
export function sayReason(plan: Plan): string {
  switch (plan.outcome) {
    case 'imported':
      return 'new to this archive';
    case 'updated':
      return { version: 'a new version of its source', facts: 'new facts', leftovers: 'a broken-off move' }[plan.by];
    case 'unchanged':
      return `the archive ${HELD[plan.because]}`;
    case 'duplicate':
      return `articles/${plan.file} has the same headline and body`;
    case 'refused':
      return plan.reason;
  }
}

/** `17 blocks: 15 kept, 2 moved`; what is nought is left out. */
export function sayReceipt({ blocks, kept, moved, changed, dropped }: Receipt): string {
  const parts = [
    [kept, 'kept'],
    [moved.length, 'moved'],
    [changed.length, 'changed'],
    [dropped.length, 'dropped'],
  ] as const;
  const named = parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  return `${blocks} ${blocks === 1 ? 'block' : 'blocks'}: ${named.join(', ')}`;
}

/** The last line of an import; its numbers add up to what came in. */
export function sayCounts(counts: Counts, notReached: number, dryRun: boolean): string {
  const { imported, updated, unchanged, duplicate, refused } = counts;
  const ends = [`${imported} imported`, `${updated} updated`, `${unchanged} unchanged`];
  if (duplicate > 0) ends.push(`${duplicate} left out as ${duplicate === 1 ? 'a duplicate' : 'duplicates'}`);
  ends.push(`${refused} refused`);
  if (notReached > 0) ends.push(`${notReached} not reached`);
  return `${ends.join(', ')}${dryRun ? ' (dry run: nothing was written)' : ''}`;
}

function sayUpdate({ by, keys, file, front, movedFrom }: Updated, show: Show, dryRun: boolean): string {
  const would = dryRun ? 'would be ' : '';
  if (by === 'leftovers')
    return `${would}unchanged, but the copy that a broken-off run left at its old address ${dryRun ? 'would go' : 'is gone'}; ${show(file)} holds it`;
  const facts = keys.filter((key) => key !== 'published');
  const dated = keys.includes('published') ? [`dated ${front.published ?? ''}`] : [];
  const set = facts.length > 0 ? [`${facts.join(', ')} set`] : [];
  const renewed = by === 'version' ? ['a new version of the source taken over'] : [];
  const done = `${would}${[...renewed, ...dated, ...set].join(', ')}`;
  if (movedFrom === undefined) return `${done} in ${show(file)}`;
  return `${done}, moved to ${show(file)}; the old address leads there`;
}

/** What an editor should do about a date that is not certain. */
function sayDate(published: string | undefined, { raw, facts }: Arrival): string[] {
  if (published === undefined) {
    const stated = raw.published?.value;
    if (stated !== undefined) return [`Undated: the text states ${stated}; give --published ${stated}.`];
    if (!raw.dateHint) return ['Undated: the text names no day; give one, such as --published 2016-10-04.'];
    const { printed, flag } = raw.dateHint;
    return [
      `Undated: the text says "${printed}"; give --published ${flag}${flag.startsWith('Y') ? ' with its year' : ''}.`,
    ];
  }
  const found = findPublished(raw, { ...facts, published: undefined })?.value;
  return found === undefined || found === published ? [] : [`The source itself says ${found}.`];
}

function ended(reason: string): string {
  return /[.!?]$/u.test(reason) ? reason : `${reason}.`;
}

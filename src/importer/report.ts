import type { Receipt } from '../news/front-matter.ts';
import type { Arrival, Counts, Plan } from './plan/plan.ts';
import type { Suggestion } from '../news/suggest/suggest-tags.ts';
import { sayReason } from './say.ts';

/** What became of one article, or of an input that holds none. */
export interface ReportEntry {
  /** The input as it was named. */
  input: string;
  /** The place inside it: `line 17`. */
  where?: string | undefined;
  outcome: Plan['outcome'];
  reason: string;
  title?: string | undefined;
  /** The article's file, below the content folder's `articles`. */
  file?: string | undefined;
  item?: string | undefined;
  /** Another article with the same headline and body. */
  sameAs?: string | undefined;
  /** Articles that read nearly the same, the first twenty of them. */
  like?: { file: string; likeness: string }[] | undefined;
  /** How many they are, where they are more. */
  likeInAll?: number | undefined;
  receipt?: { blocks: number; kept: number; moved: number; changed: number; dropped: number; outside: number };
  /** Tags that it might have, and whether they were written. */
  suggestedTags?: { written: boolean; tags: Suggestion[] } | undefined;
  picturesMissing?: number | undefined;
  notes?: string[] | undefined;
}

/** What an import did, article by article; `--report` writes it as JSON. */
export class Report {
  readonly counts: Counts = { imported: 0, updated: 0, unchanged: 0, duplicate: 0, refused: 0 };
  readonly #entries: ReportEntry[] = [];
  readonly #keeps: boolean;

  /** `keeps`: whether entries are wanted, and not only their numbers. */
  constructor(keeps: boolean) {
    this.#keeps = keeps;
  }

  add(input: string, where: string | undefined, plan: Plan, arrival: Arrival | undefined): void {
    this.counts[plan.outcome] += 1;
    if (this.#keeps) this.#entries.push(toEntry(input, where, plan, arrival));
  }

  /** The whole report. `notReached`: inputs that were not begun, or not finished. */
  toJson(notReached: number, dryRun: boolean): string {
    const cameIn = Object.values(this.counts).reduce((sum, count) => sum + count, 0);
    return `${JSON.stringify({ dryRun, counts: { cameIn, ...this.counts }, notReached, articles: this.#entries }, null, 2)}\n`;
  }
}

/** Thousands of articles on one template are all like each other: a report that named them all would be as large as their square. */
const MOST_LIKE = 20;

function toLike(like: NonNullable<ReportEntry['like']>): Pick<ReportEntry, 'like' | 'likeInAll'> {
  if (like.length === 0) return {};
  return { like: like.slice(0, MOST_LIKE), likeInAll: like.length > MOST_LIKE ? like.length : undefined };
}

function toEntry(input: string, where: string | undefined, plan: Plan, arrival: Arrival | undefined): ReportEntry {
  const { raw, missing = [] } = arrival ?? {};
  return {
    input,
    where,
    outcome: plan.outcome,
    reason: sayReason(plan),
    title: raw?.title.value,
    file: 'file' in plan ? plan.file : undefined,
    item: raw?.item,
    sameAs: plan.outcome === 'imported' ? plan.sameAs : undefined,
    ...(plan.outcome === 'imported' && toLike(plan.like)),
    ...('front' in plan && plan.front.receipt ? { receipt: inNumbers(plan.front.receipt) } : {}),
    ...toSuggested(plan, arrival),
    picturesMissing: missing.length > 0 ? missing.length : undefined,
    notes: raw && raw.notes.length > 0 ? raw.notes : undefined,
  };
}

function toSuggested(plan: Plan, arrival: Arrival | undefined): Pick<ReportEntry, 'suggestedTags'> {
  const tags = 'suggested' in plan ? (plan.suggested ?? []) : [];
  return tags.length === 0 ? {} : { suggestedTags: { written: arrival?.advice?.isWritten === true, tags } };
}

function inNumbers({ blocks, kept, moved, changed, dropped, outside }: Receipt): ReportEntry['receipt'] & object {
  return { blocks, kept, moved: moved.length, changed: changed.length, dropped: dropped.length, outside };
}

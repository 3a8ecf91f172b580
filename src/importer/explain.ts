import type { FrontMatter } from '../news/front-matter.ts';
import type { Arrival, Plan } from './plan/plan.ts';
import type { Finding } from './raw-article.ts';
import { shortenTo } from './text/text-shapes.ts';
import { findPublished } from './copy/to-article.ts';

/** So much of a block is shown. */
const SHOWN = 60;

/** Every decision about an input, one a line: what each block was taken for and why, and where each field comes from. */
export function explain({ raw, facts, origin, missing }: Arrival, plan: Plan): string[] {
  const front = 'front' in plan ? plan.front : undefined;
  const blocks = raw.blocks.flatMap(({ line, role, rule, doubt, text }) => [
    `  line ${line ?? '?'}: ${role} (${rule}): ${shortened(text)}`,
    ...(doubt === undefined ? [] : [`    in doubt: ${doubt}`]),
  ]);
  const found: [string, Finding<string | string[]> | undefined, unknown][] = [
    ['title', raw.title, undefined],
    ['description', raw.description, undefined],
    ['published', findPublished(raw, { ...facts, published: undefined }), facts.published],
    ['updated', raw.updated, undefined],
    ['authors', raw.authors, facts.authors],
    ['dateline', raw.dateline, undefined],
    ['section', raw.section, facts.section],
    ['tags', raw.tags, undefined],
    ['tags', undefined, facts.tags],
    ['lead', undefined, facts.lead],
    ['lang', raw.lang, facts.lang],
    ['image.caption', raw.caption, undefined],
    ['image.credit', raw.pictureCredit, undefined],
    ['credit', raw.credit, undefined],
    ['source.name', raw.sourceName, facts.sourceName],
    ['source.url', raw.sourceUrl, facts.sourceUrl],
    ['source.captured', raw.captured, undefined],
    ['rights.holder', raw.rightsHolder, undefined],
    ['rights.notice', raw.rightsNotice, undefined],
    ['rights.license', raw.license, undefined],
  ];
  const outside = (raw.outside ?? []).map((text) => `  outside the article: ${shortened(text)}`);
  const pictures = missing.map(({ address, reason }) => `  picture not kept: ${shortened(address)} (${reason})`);
  const fields = found.flatMap(([name, finding, supplied]) => explainField(name, finding, supplied));
  const known = Object.entries(origin).filter(
    ([key, value]) => value !== undefined && !(key === 'captured' && raw.captured),
  );
  const source = known.map(([key, value]) => `  source.${key}: ${String(value)} (of the file itself)`);
  return [...blocks, ...outside, ...fields, ...source, ...pictures, ...explainReceipt(front)];
}

function explainField(name: string, finding: Finding<string | string[]> | undefined, supplied: unknown): string[] {
  if (supplied !== undefined) return [`  ${name}: ${shown(supplied)} (supplied)`];
  if (finding) return [`  ${name}: ${shown(finding.value)} (${finding.how}: ${finding.rule})`];
  return name === 'published' ? ['  published: left out (the source states no date with its year)'] : [];
}

function explainReceipt(front: FrontMatter | undefined): string[] {
  const { moved = [], changed = [], dropped = [] } = front?.receipt ?? {};
  return [
    ...moved.map(({ line, field }) => `  receipt: line ${line ?? '?'} moved to ${field ?? '?'}`),
    ...changed.map(({ line, field }) => `  receipt: line ${line ?? '?'} changed, see ${field ?? '?'}`),
    ...dropped.map(({ line, reason }) => `  receipt: line ${line ?? '?'} dropped: ${reason ?? '?'}`),
  ];
}

function shown(value: unknown): string {
  return shortened(Array.isArray(value) ? value.join(', ') : String(value));
}

function shortened(text: string): string {
  return text.length <= SHOWN ? text : `${shortenTo(SHOWN, text)}…`;
}

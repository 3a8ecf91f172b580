import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { PROJECT } from '../../../src/build/locations.ts';
import { sha256 } from '../../../src/news/digest.ts';

const vectorSchema = z.object({
  id: z.string().regex(/^[a-z]+-[0-9a-f]+$/u),
  kind: z.enum(['html', 'markdown', 'url']),
  payload: z.string(),
  /** Whether it ran a script in Chromium where nothing was done against it. */
  live: z.boolean(),
});

/** A text that somebody wrote to take over the page that shows it. */
export type Vector = z.output<typeof vectorSchema>;

/** The attacks of public test suites. Third-party texts: they stand beside the repository and not in it. */
export function sharedVectors(): Vector[] {
  const lines = readFileSync(resolve(PROJECT, '../shared/data/hostile.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => vectorSchema.parse(JSON.parse(line)));
}

/** So many of them, chosen by chance, and the same ones each time for a seed. */
export function sampleOf<Thing>(all: readonly Thing[], count: number, seed: string): Thing[] {
  const drawn = new Map(all.map((thing) => [sha256(seed + JSON.stringify(thing)), thing]));
  return [...drawn.keys()]
    .sort()
    .flatMap((key) => drawn.get(key) ?? [])
    .slice(0, count);
}

/** A text that attacks nothing: what its pages look like is what all others' must look like. */
export const CLEAN: Vector = { id: 'clean-0', kind: 'html', payload: 'A line that attacks nobody.', live: false };

/** The attack as it is written into a text that may hold Markdown and HTML. */
export function asMarkup({ kind, payload }: Vector): string {
  if (kind !== 'url') return payload;
  const address = payload.replace(/[<>\r\n]/gu, (sign) => encodeURIComponent(sign));
  return `${asHtml({ kind, payload })}\n\n[another link](<${address}>)`;
}

/** The attack as it is written into a web page. */
export function asHtml({ kind, payload }: Pick<Vector, 'kind' | 'payload'>): string {
  return kind === 'url' ? `<a href="${escaped(payload)}">a link</a>` : payload;
}

/** A text as it stands in XML or in an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

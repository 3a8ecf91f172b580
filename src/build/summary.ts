import { toTerminal } from '../news/text.ts';
import type { NextChange } from './origin.ts';

/** What a host takes of one site, as its manual says (November 2026). */
interface HostLimits {
  host: string;
  /** Of all files together. */
  bytes?: number;
  files?: number;
  bytesOfAFile?: number;
}

const LIMITS: HostLimits[] = [
  { host: 'GitHub Pages', bytes: 1e9 },
  { host: 'GitLab Pages', bytes: 1e9, files: 200_000 },
  { host: 'Cloudflare Pages (free)', files: 20_000, bytesOfAFile: 25 * 2 ** 20 },
  { host: 'Cloudflare Pages (paid)', files: 100_000, bytesOfAFile: 25 * 2 ** 20 },
];

/** The share of a limit from which on its publisher should know of it. */
const NEAR = 0.9;

const LARGEST = 3;

/**
 * What a built site consists of, by the bytes of its files: how many there are, how large they are and which pages are the
 * largest; and which hosts take no more than that, or hardly more.
 */
export function summarize(sizes: Readonly<Record<string, number>>): { facts: string; warnings: string[] } {
  const files = Object.entries(sizes).map(([file, bytes]) => ({ file, bytes }));
  const pages = files.filter(({ file }) => file.endsWith('.html')).sort((a, b) => b.bytes - a.bytes);
  const bytes = sum(files);
  const largest = pages.slice(0, LARGEST).map((page) => `${page.file} ${inUnits(page.bytes)}`);
  const [largestFile] = files.toSorted((a, b) => b.bytes - a.bytes);
  const parts = [
    `${files.length} files of ${inUnits(bytes)}`,
    `${pages.length} pages of ${inUnits(sum(pages))}`,
    ...(largest.length > 0 ? [`the largest: ${largest.join(', ')}`] : []),
  ];
  const warnings = LIMITS.flatMap((limits) => [
    ...warning(limits.host, 'in all', bytes, limits.bytes, inUnits),
    ...warning(limits.host, 'files', files.length, limits.files, (count) => count.toLocaleString('en')),
    ...warning(limits.host, `in ${largestFile?.file ?? ''}`, largestFile?.bytes ?? 0, limits.bytesOfAFile, inUnits),
  ]);
  return { facts: parts.join('; '), warnings };
}

/**
 * When a site must be built again, in a line that people and programs read: `Next change due: 2026-12-24T05:00:00Z
 * (content/articles/2026/12/mayor.md comes in)`.
 */
export function showNextChange({ at, way, file, others }: NextChange, content: string): string {
  const moment = new Date(at).toISOString().replace('.000Z', 'Z');
  const more = others === 0 ? '' : `, and ${others} more`;
  const verb = { in: 'comes in', out: 'goes out' }[way];
  return `Next change due: ${moment} (${toTerminal(`${content}/articles/${file}`)} ${verb}${more})`;
}

function warning(
  host: string,
  what: string,
  found: number,
  limit: number | undefined,
  show: (value: number) => string,
): string[] {
  if (limit === undefined || found < limit * NEAR) return [];
  const [verb, rest] = found > limit ? ['does not take', 'it takes'] : ['hardly takes', 'it takes no more than'];
  return [`${host} ${verb} this site: ${show(found)} ${what}; ${rest} ${show(limit)}.`];
}

function sum(files: readonly { bytes: number }[]): number {
  return files.reduce((all, { bytes }) => all + bytes, 0);
}

/** Bytes in decimal units, as hosts count them: `1.2 MB`. */
function inUnits(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power] ?? ''}`;
}

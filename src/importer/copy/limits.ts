import type { Change } from './facts.ts';
import { propertyOf, toList, toMoment, toOneLine } from '../stated/stated-values.ts';

/** Under these names other software keeps an article from its readers until, or from, a moment. */
const FROM = ['embargo', 'embargoedUntil', 'embargoed'];
const UNTIL = ['expires', 'expiryDate'];

/**
 * What keeps an article from its readers, for a time or in part, as front matter or an item of JSON states it. An
 * article of ours states it as the copy will. What cannot be read stays as it is, for the schema to find fault with.
 */
export function limitsOf(front: unknown): Change[] {
  const limits: Change[] = [];
  if (propertyOf(front, 'draft') === true || propertyOf(front, 'published') === false) {
    limits.push({ path: ['draft'], value: true });
  }
  for (const [path, names] of [
    ['embargo', FROM],
    ['expires', UNTIL],
  ] as const) {
    const value = names.map((name) => propertyOf(front, name)).find((stated) => toOneLine(stated) !== undefined);
    if (value !== undefined) limits.push({ path: [path], value: toMoment(value, undefined)?.value ?? value });
  }
  for (const key of ['withdrawn', 'corrections'] as const) {
    const value = propertyOf(front, key);
    if (key === 'withdrawn' ? value !== undefined : toList(value).length > 0) limits.push({ path: [key], value });
  }
  for (const key of ['publish', 'robots']) {
    const value = toOneLine(propertyOf(propertyOf(front, 'rights'), key));
    if (value !== undefined) limits.push({ path: ['rights', key], value });
  }
  return limits;
}

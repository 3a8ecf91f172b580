import { isDeepStrictEqual } from 'node:util';

/** Whether two values of front matter say the same: a key without a value is no key. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(stripped(one), stripped(other));
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    entries.filter(([, inner]) => inner !== undefined).map(([key, inner]) => [key, stripped(inner)]),
  );
}

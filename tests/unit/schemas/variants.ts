type Path = (string | number)[];

/** One of every type, and texts that are no address, date, path, language or kind. */
const OTHERS = [null, true, 'false', '?:// ../', ' \u200b ', '', 7, -1, 2.5, [], [[]], [null], {}, { x: 1 }];

/** The value with each of its parts in turn replaced by every other, left out, and given a key that nobody knows. */
export function variantsOf(value: unknown): unknown[] {
  return pathsIn(value).flatMap((path) => [
    ...OTHERS.map((other) => changed(value, path, () => other)),
    changed(value, path, () => undefined),
    changed(value, path, (part) => (isObject(part) ? { ...part, colour: 'red' } : part)),
  ]);
}

/** Whether a value has keys. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pathsIn(value: unknown): Path[] {
  const parts: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item: unknown, at) => [at, item])
    : isObject(value)
      ? Object.entries(value)
      : [];
  return [[], ...parts.flatMap(([step, part]) => pathsIn(part).map((path): Path => [step, ...path]))];
}

/** A copy with another part at a path; without it, where the part is undefined. */
function changed(value: unknown, [step, ...rest]: Path, change: (part: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  const at = (key: string | number, part: unknown): unknown => (key === step ? changed(part, rest, change) : part);
  if (Array.isArray(value))
    return value.map((part: unknown, key) => at(key, part)).filter((part) => part !== undefined);
  if (!isObject(value)) return value;
  const parts = Object.entries(value).map(([key, part]): [string, unknown] => [key, at(key, part)]);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}

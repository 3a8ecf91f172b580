/** Whether a value of JSON is an object with names, and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text of one line with at most so many characters, longer ones cut; nothing for what is no text or shows nothing. */
export function toText(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  // Signs that only turn the direction of what stands around them would reach beyond the text.
  const shown = value
    .slice(0, 4 * most)
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\s]+/gu, ' ')
    .trim();
  return shown === '' ? undefined : Array.from(shown).slice(0, most).join('').trim();
}

/** A moment as `Date.toISOString` writes it, `2026-11-22T12:00:00.000Z`; such moments compare as texts. */
export function toMoment(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return undefined;
  return Number.isNaN(Date.parse(value)) ? undefined : value;
}

/** A day, `2026-11-22`; of a date with a time, its day as printed. */
export function toDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d(?:$|T)/.test(value)) return undefined;
  const day = value.slice(0, 10);
  return Number.isNaN(Date.parse(day)) ? undefined : day;
}

/** A language tag in the letters, digits and hyphens of BCP 47. */
export function toLanguage(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}$/i.test(value) ? value : undefined;
}

/** The greater of two texts, for choosing one of two records in the same way whichever comes first. */
export function greater<Value extends string | undefined>(one: Value, other: Value): Value {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

/** A day as the page's language writes it: of a moment, that of the reader's own zone; of a date alone, itself. */
export function showDay(date: string, lang: string): string {
  const zone = date.length === 10 ? { timeZone: 'UTC' } : {};
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', calendar: 'gregory', ...zone }).format(new Date(date));
}

/** Today where the reader is, `2026-11-22`. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

const DAYS_A_MONTH = 30.44;
const DAYS_A_YEAR = 365.25;

/** How much later (negative: earlier) something was, in English: `4 days later`, `2 years earlier`, `the same day`. */
export function showDistance(days: number): string {
  if (days === 0) return 'the same day';
  const apart = Math.abs(days);
  const months = Math.round(apart / DAYS_A_MONTH);
  const years = Math.round(apart / DAYS_A_YEAR);
  const [count, unit] = months < 2 ? [apart, 'day'] : months < 24 ? [months, 'month'] : [years, 'year'];
  return `${count} ${unit}${count === 1 ? '' : 's'} ${days > 0 ? 'later' : 'earlier'}`;
}

import { count } from '../interface/phrase.ts';
import { phrasesOf } from '../interface/phrases.ts';

const DAYS_A_MONTH = 30.44;
const DAYS_A_YEAR = 365.25;

/** How much later (negative: earlier) something was, in a language: `4 days later`, `2 years earlier`, `the same day`. */
export function showDistance(days: number, lang: string): string {
  const { distance: words } = phrasesOf(lang);
  if (days === 0) return words.sameDay;
  const apart = Math.abs(days);
  const months = Math.round(apart / DAYS_A_MONTH);
  const isLater = days > 0;
  if (months < 2) return count(isLater ? words.daysLater : words.daysEarlier, apart, lang);
  if (months < 24) return count(isLater ? words.monthsLater : words.monthsEarlier, months, lang);
  return count(isLater ? words.yearsLater : words.yearsEarlier, Math.round(apart / DAYS_A_YEAR), lang);
}

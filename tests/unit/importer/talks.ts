import { LONG } from './read.ts';

/** A text with a line of each kind: headline, caption, paragraphs, crosshead, credit. */
export const TALKS = [
  'Harbor Talks End',
  'The envoy (file photo)',
  `${LONG} It was on October 4.`,
  LONG,
  'What Comes Next',
  LONG,
  'With reporting by AP',
].join('\n\n');

/** Its file, below the content folder, without a date and with one in October 2016. */
export const UNDATED = 'articles/undated/harbor-talks-end.md';
export const DATED = 'articles/2016/10/harbor-talks-end.md';

import { contentPolicy } from '../news/content-policy.ts';
// Runs before the first paint, so that a remembered theme shows without a flash of another.
import theme from '../scripts/theme.ts?raw';
// One sheet for the whole site, inlined: no second round trip, and one hash for a content security policy.
import sheet from '../styles/sheet.css?inline';

/** What every page holds in itself. */
export { sheet, theme };

/** The policy in each page, for hosts that send no headers. At the desk there is none: it reloads pages by scripts. */
export const metaPolicy = import.meta.env.PROD ? contentPolicy({ style: sheet, script: theme }) : undefined;

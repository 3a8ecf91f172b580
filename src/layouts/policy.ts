import { contentPolicy, searchPolicy } from '../news/content-policy.ts';
import searchKey from '../scripts/search-key.ts?raw';
// Runs before the first paint, so that a remembered theme shows without a flash of another.
import theme from '../scripts/theme.ts?raw';
// One sheet for the whole site, inlined: no second round trip, and one hash for a content security policy.
import sheet from '../styles/sheet.css?inline';

/** What every page runs: its budget counts every byte, those of indents too. */
const script = (theme + searchKey).replace(/^ +/gmu, '');

/** What every page holds in itself. */
export { script, sheet };

/** The policy in each page, for hosts that send no headers. At the desk there is none: it reloads pages by scripts. */
export const metaPolicy = import.meta.env.PROD ? contentPolicy({ style: sheet, script }) : undefined;

/** That of the page that searches. */
export const metaSearchPolicy = metaPolicy === undefined ? undefined : searchPolicy(metaPolicy);

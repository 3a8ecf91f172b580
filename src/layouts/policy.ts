import { contentPolicy, searchPolicy } from '../news/content-policy.ts';
// One sheet for the whole site, inlined: no second round trip, and one hash for a content security policy.
import sheet from '../styles/sheet.css?inline';

/** Both are set by the build, which bundles the scripts before any page is written. */
declare const INLINE_SCRIPT: string;
declare const SCRIPTS: string;

/** What every page holds in itself; the script runs before the first paint, so that nothing flashes. */
export const script = INLINE_SCRIPT;
export { sheet };

/** The address of a script by its name, for a page that runs it at once. */
export function scriptAt(name: string): string {
  return `${SCRIPTS}${name}.js`;
}

/** The policy in each page, for hosts that send no headers. At the desk there is none: it reloads pages by scripts. */
export const metaPolicy = import.meta.env.PROD ? contentPolicy({ style: sheet, script }) : undefined;

/** That of the page that searches. */
export const metaSearchPolicy = metaPolicy === undefined ? undefined : searchPolicy(metaPolicy);

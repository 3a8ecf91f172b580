import { differencesSchema, type Passage } from '../news/differences.ts';
import type { Route } from './all-routes.ts';

/** Renders a page to its HTML. */
export type Render = (route: Route) => Promise<string>;

/** What the templates are to show. Set before Astro is asked for anything: by a build, or at the editor's desk. */
export interface Plan {
  /** The HTML of an article's body by its digest. */
  html: (digest: string) => string;
  /** Of a build: prints all that it wants by what renders a page. */
  press?: (render: Render) => Promise<void>;
  /** Of the desk: the page or file at an address, or the page that says that there is none. */
  at?: (address: string) => Route | undefined;
}

declare global {
  // Templates are bundled and the build is not: the global object is the one place that both see.
  var tearsheetPlan: Plan | undefined;
}

/** Hands the plan to the templates. */
export function publishPlan(plan: Plan): void {
  globalThis.tearsheetPlan = plan;
}

/** What is to be shown. Throws where nobody has published it. */
export function plan(): Plan {
  if (!globalThis.tearsheetPlan) throw new Error('No edition has been read: start the build with "npm run build".');
  return globalThis.tearsheetPlan;
}

/** The HTML of an article's body; an empty text has none. */
export function bodyHtml(digest: string): string {
  return plan().html(digest);
}

/** The differences of two versions by their digest. */
export function differencesAt(digest: string): Passage[] {
  return differencesSchema.parse(JSON.parse(plan().html(digest)));
}

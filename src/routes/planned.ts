import type { PageName, PageProps, Route, RouteOf } from './all-routes.ts';

/** The pages of an edition, and the HTML of article bodies by digest. Set by the build before Astro starts. */
export interface Plan {
  all: readonly Route[];
  /** The pages to write now. Those without a parameter in their address Astro writes in any case. */
  due: readonly Route[];
  html: (digest: string) => string;
}

declare global {
  // Pages are bundled and the build is not: the global object is the one place that both see.
  var tearsheetPlan: Plan | undefined;
}

/** Hands the plan to the pages. */
export function publishPlan(plan: Plan): void {
  globalThis.tearsheetPlan = plan;
}

/** The pages of one kind that are to be written. */
export function plannedRoutes<Name extends PageName>(page: Name): RouteOf<Name>[] {
  return plan().due.filter((route) => isOf(route, page));
}

/** What the only page of a kind shows, such as the front. */
export function onlyProps<Name extends PageName>(page: Name): PageProps[Name] {
  const route = plan().all.find((candidate) => isOf(candidate, page));
  if (!route) throw new Error(`The plan has no page of the kind "${page}".`);
  return route.props;
}

/** The HTML of an article's body; an empty text has none. */
export function bodyHtml(digest: string): string {
  return plan().html(digest);
}

function isOf<Name extends PageName>(route: Route, page: Name): route is Extract<Route, RouteOf<Name>> {
  return route.page === page;
}

function plan(): Plan {
  if (!globalThis.tearsheetPlan) throw new Error('No edition has been read: start the build with "npm run build".');
  return globalThis.tearsheetPlan;
}

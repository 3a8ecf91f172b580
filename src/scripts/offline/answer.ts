import type { Library } from './library.ts';
import { keptPath } from './treatment.ts';

/** A request of a page of the site, as far as the worker looks at it (Service Workers, section 4.6, FetchEvent). */
export interface FetchEvent extends Event {
  readonly request: Request;
  respondWith: (response: Promise<Response>) => void;
  waitUntil: (work: Promise<unknown>) => void;
}

/**
 * Milliseconds. A page comes in one round trip, which takes less even on a slow phone; a reader who waits longer is in a
 * tunnel, where the browser itself would wait for minutes.
 */
const PATIENCE = 4_000;

/**
 * A page: what the network gives in time, else what is kept, else the page that says that there is no network. Where
 * nothing is kept, there is nothing to lose by waiting. Gets a kept page renewed by what came, be it late.
 */
export async function answerPage(event: FetchEvent, library: Library, offline: string): Promise<Response> {
  const path = keptPath(new URL(event.request.url).pathname);
  const network = fetch(event.request);
  // It may fail while nobody is waiting for it yet.
  network.catch(() => undefined);
  const found = await library.find(path).catch(() => undefined);
  if (found) event.waitUntil(network.then((fresh) => renew(library, found.place, path, fresh.clone())).catch(() => {}));
  const fresh = found ? await within(network, PATIENCE) : await network.catch(() => undefined);
  if (fresh && (fresh.status < 500 || !found)) return fresh;
  return found?.response ?? (await sayOffline(library, offline));
}

/** A picture: one that is named by what it shows is as good kept as fetched; of others, the newest that can be had. */
export async function answerPicture({ request }: FetchEvent, library: Library, isNamed: boolean): Promise<Response> {
  const { pathname } = new URL(request.url);
  const kept = (exactly: boolean): Promise<Response | undefined> =>
    library.findPicture(pathname, exactly).catch(() => undefined);
  const same = isNamed ? await kept(true) : undefined;
  return same ?? fetch(request).catch(async () => (await kept(false)) ?? Response.error());
}

/** A script: its address names what is in it. */
export async function answerScript({ request }: FetchEvent, library: Library): Promise<Response> {
  const kept = await library.findScript(new URL(request.url).pathname).catch(() => undefined);
  return kept ?? fetch(request).catch(() => Response.error());
}

/** Puts a kept page's newer text in its place; what is published no more is not kept unless it was saved. */
async function renew(
  library: Library,
  place: 'saved' | 'read' | 'shell',
  path: string,
  fresh: Response,
): Promise<void> {
  if (fresh.ok) await library.put(place, path, fresh);
  else if (place === 'read' && (fresh.status === 404 || fresh.status === 410)) await library.drop(place, path);
}

/**
 * The page that says that there is no network, in place of another. It is no success, and must not be taken for the page
 * that was asked for: browsers put only successes into the list from which "back" brings them without asking again.
 */
async function sayOffline(library: Library, path: string): Promise<Response> {
  const found = await library.find(path).catch(() => undefined);
  if (!found) return Response.error();
  const { body, headers } = found.response;
  return new Response(body, { status: 503, statusText: 'Service Unavailable', headers });
}

/** What a promise gives in so many milliseconds; nothing where it fails or comes later. */
function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), milliseconds);
    promise.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(timer));
  });
}

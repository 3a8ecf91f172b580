import type { PageFacts } from './page-facts.ts';

/** A page or picture in a cache: all that must be known of it without reading it. */
export interface Kept {
  path: string;
  /** When it was last fetched: milliseconds since 1970 UTC. */
  at: number;
  bytes: number;
  /** Of a page only. */
  page?: PageFacts & { pictures: string[] };
}

/** The header in which a kept response carries it; so nothing can be kept without it, or it without what it is about. */
const HEADER = 'Tearsheet-Kept';

/** They are of the way that a response came, not of what came; `Vary` would have the way asked for again. */
const OF_THE_WAY = ['content-encoding', 'content-length', 'vary'];

/**
 * Makes the response that is put into a cache: that of the network with what is known of it, and without a trace of how
 * it came. A response that remembers being redirected would be refused to a reader who opens it (Fetch, section 4.3).
 */
export function toKeptResponse(body: BodyInit, from: Headers, kept: Kept): Response {
  const headers = new Headers(from);
  for (const name of OF_THE_WAY) headers.delete(name);
  headers.set(HEADER, encodeURIComponent(JSON.stringify(kept)));
  return new Response(body, { headers });
}

/** What a kept response carries; nothing for one that none of us has made. */
export function keptOf(response: Response): Kept | undefined {
  const header = response.headers.get(HEADER);
  if (header === null) return undefined;
  try {
    const kept: unknown = JSON.parse(decodeURIComponent(header));
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a response of the network may be kept as a page, a script or a picture: whole, our own, and what it should be. */
export function isKeepable({ status, type, headers }: Response, kind: 'page' | 'script' | 'picture'): boolean {
  const wanted = { page: /^text\/html\b/iu, script: /\bjavascript\b/iu, picture: /^image\//iu }[kind];
  return status === 200 && type === 'basic' && wanted.test(headers.get('content-type') ?? '');
}

// Written by this module; only another program on this host could have put something else there.
function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'path' in value && 'at' in value && 'bytes' in value;
}

import { readMoment } from '../read-moment.ts';
import { decodePart, type MimePart, readMimeParts } from './mime-parts.ts';

/** A page that a browser saved with its pictures in one file. */
export interface SavedPage {
  ok: true;
  /** The page, decoded from its transfer, not from its charset. */
  html: Uint8Array;
  /** What the file says of the page's encoding. */
  charset?: string | undefined;
  /** The page's own address, http or https. */
  url?: string | undefined;
  /** When it was saved: a day, or an instant with offset. */
  captured?: string | undefined;
  /** Pictures and other parts by their addresses, and by `cid:` addresses. */
  resources: Map<string, Uint8Array>;
}

const PAGES: readonly string[] = ['text/html', 'application/xhtml+xml'];
/** Bytes in which the headers must show what a file is. */
const HEAD = 4096;

/** Whether a file is a saved page of one file (.mht, .mhtml): by the headers it begins with, its name in doubt. */
export function isMhtml(start: Uint8Array, name: string): boolean {
  const text = Buffer.from(start.subarray(0, HEAD)).toString('latin1');
  if (!/^[A-Za-z][\w-]{0,60}:/u.test(text)) return false;
  if (/^From: <Saved by /mu.test(text)) return true;
  if (!/^MIME-Version:/imu.test(text)) return false;
  return /^Content-Type:\s{0,10}multipart\/related/imu.test(text) || /\.mht(?:ml)?$/iu.test(name);
}

/** Reads a page saved as MHTML (RFC 2557), as Chromium, Internet Explorer and others write it. Never throws. */
export function readMhtml(bytes: Uint8Array): SavedPage | { ok: false; reason: string } {
  const message = readMimeParts(bytes);
  if (!message) return { ok: false, reason: 'it does not begin with the headers of a saved page' };
  const { headers, parts } = message;
  const page = pageOf(headers, parts);
  if (!page) return { ok: false, reason: 'no page is in it' };
  if (!page.isWhole) return { ok: false, reason: 'it is cut off in the middle of the page; save the page again' };
  return {
    ok: true,
    html: decodePart(page),
    charset: page.charset,
    url: [headers.get('snapshot-content-location'), page.headers.get('content-location')].find(isWebAddress),
    // Chromium writes -0000, the sign for a clock without a zone, but means UTC.
    captured: readMoment(headers.get('date') ?? '')?.value.replace(/-00:00$/u, '+00:00'),
    resources: resourcesOf(parts.filter((part) => part !== page && part.isWhole)),
  };
}

/** The part that the message names as its start (RFC 2387), else its first page: the others are its frames. */
function pageOf(headers: ReadonlyMap<string, string>, parts: readonly MimePart[]): MimePart | undefined {
  const start = /\bstart\s{0,5}=\s{0,5}"?<?([^">;\s]{1,200})/iu.exec(headers.get('content-type') ?? '')?.[1];
  const pages = parts.filter(({ type }) => PAGES.includes(type));
  return pages.find((part) => start !== undefined && idOf(part) === start) ?? pages[0];
}

function resourcesOf(parts: readonly MimePart[]): Map<string, Uint8Array> {
  const resources = new Map<string, Uint8Array>();
  for (const part of parts) {
    const id = idOf(part);
    const addresses = [part.headers.get('content-location'), id === undefined ? undefined : `cid:${id}`];
    const content = decodePart(part);
    for (const address of addresses)
      if (address !== undefined && !resources.has(address)) resources.set(address, content);
  }
  return resources;
}

function idOf({ headers }: MimePart): string | undefined {
  return headers.get('content-id')?.replace(/^<|>$/gu, '');
}

function isWebAddress(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\//iu.test(address) && URL.canParse(address);
}

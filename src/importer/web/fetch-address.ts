import { readWhole } from '../containers/container.ts';
import { readContentType } from '../containers/http-message.ts';
import { errorText } from '../error-text.ts';
import { type AddressRules, checkAddress, type CheckedAddress, type HostAddress } from './check-address.ts';
import { type Answer, httpGet } from './http-get.ts';
import { Patience, type Waits } from './patience.ts';

/** What an address gave, or why it gave nothing, in words for an editor. */
export type Fetched =
  | {
      ok: true;
      bytes: Uint8Array;
      /** The address behind all redirects. */
      url: string;
      charset: string | undefined;
      /** In lower case, without parameters; empty where the server states none. */
      contentType: string;
      /** The instant of the answer, RFC 3339. */
      captured: string;
    }
  | { ok: false; reason: string };

export interface FetchOptions extends AddressRules {
  /** Milliseconds since 1970 UTC. */
  now: () => number;
  /** Tearsheet's own, as the server is told. */
  version: string;
  waits?: Waits | undefined;
  /** Bytes, decoded. */
  largest?: number | undefined;
  /** The types that are taken. */
  accept?: Accept | undefined;
  /** Asked before each request, redirects included: a reason not to send it, and time to wait in. */
  permit?: ((url: URL) => Promise<string | undefined>) | undefined;
  /** A proxy that would have to be used: it would resolve the names, so that no address could be checked. */
  proxy?: string | undefined;
}

export interface Accept {
  header: string;
  takes: (type: string) => boolean;
  /** In words, as messages name it: `no page, feed or text`. */
  otherwise: string;
}

export const WAITS: Waits = { connect: 10_000, idle: 30_000, total: 60_000 };
const LARGEST = 20_000_000;
const MOST_REDIRECTS = 5;
const SAVE_IT = 'save the page in the browser and import the file';

const ARTICLES: Accept = {
  header: 'text/html,application/xhtml+xml,application/feed+json,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1',
  takes: (type) => /^(?:text\/(?:html|xml|plain|markdown)|application\/(?:[\w.-]{1,60}\+)?(?:xml|json)|)$/u.test(type),
  otherwise: 'no page, feed or text',
};

/** Fetches an article's page or a feed, by GET. Never throws. Every redirect is checked as the first address is. */
export async function fetchAddress(address: string, options: FetchOptions): Promise<Fetched> {
  const { now, largest = LARGEST, accept = ARTICLES } = options;
  const answer = await ask(address, options);
  if (!answer.ok) return answer;
  const { status, headers, body, url, patience } = answer;
  try {
    if (status < 200 || status > 299) return { ok: false, reason: refusal(status) };
    const { type, charset } = readContentType(headers['content-type']);
    if (!accept.takes(type)) return { ok: false, reason: `it is ${accept.otherwise} but ${type}` };
    const whole = await readWhole(body, largest);
    if (!whole.ok) return whole;
    const captured = new Date(now()).toISOString().replace(/\.\d{3}Z$/u, 'Z');
    return { ok: true, bytes: whole.bytes, url: url.href, charset, contentType: type, captured };
  } finally {
    patience.end();
  }
}

type Asked = (Answer & { ok: true; url: URL; patience: Patience }) | { ok: false; reason: string };

/** Asks for an address, following redirects, and gives the head of the last answer. Whoever asks ends its patience. */
export async function ask(address: string, options: FetchOptions): Promise<Asked> {
  const { permit, proxy, waits = WAITS } = options;
  if (proxy !== undefined) return { ok: false, reason: `nothing is fetched through a proxy; ${SAVE_IT}` };
  let next = address;
  let left = waits.total;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const refuse = (reason: string): Asked => ({ ok: false, reason: redirects === 0 ? reason : `${LEADS} ${reason}` });
    const checked = await checkInTime(next, options, waits);
    if (!checked.ok) return refuse(checked.reason);
    const { url, hosts } = checked;
    url.hash = '';
    const forbidden = await permit?.(url);
    if (forbidden !== undefined) return refuse(forbidden);
    // What it waits for politeness is not the server's time.
    const patience = new Patience({ ...waits, total: left });
    try {
      const answer = await get(url, hosts, patience, options);
      const to = redirectOf(answer, url);
      if (to === undefined) return { ok: true, ...answer, url, patience };
      next = to;
    } catch (error) {
      patience.end();
      return refuse(errorText(error));
    }
    left -= patience.end();
  }
  return { ok: false, reason: `it leads from address to address, more than ${MOST_REDIRECTS} times` };
}

const LEADS = 'it leads to another address:';

function get(
  url: URL,
  hosts: readonly HostAddress[],
  patience: Patience,
  { accept = ARTICLES, largest = LARGEST, version }: FetchOptions,
): Promise<Answer> {
  const agent = `Tearsheet/${version} (+importer; saves one article for its reader)`;
  return httpGet(url, { hosts, headers: { accept: accept.header, 'user-agent': agent }, patience, largest });
}

/** Name servers can be as slow as others. */
async function checkInTime(address: string, rules: AddressRules, waits: Waits): Promise<CheckedAddress> {
  const patience = new Patience(waits);
  patience.connecting();
  const late = new Promise<CheckedAddress>((resolve) => {
    const reason = 'its host could not be found in time';
    patience.signal.addEventListener('abort', () => resolve({ ok: false, reason }), { once: true });
  });
  try {
    return await Promise.race([checkAddress(address, rules), late]);
  } finally {
    patience.end();
  }
}

function redirectOf({ status, headers }: Answer, from: URL): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) return undefined;
  return URL.parse(headers.location, from)?.href ?? headers.location;
}

function refusal(status: number): string {
  if (status === 401 || status === 403 || status === 451)
    return `the server does not give it to programs (status ${status}); ${SAVE_IT}`;
  if (status === 404 || status === 410) return `there is no such page (status ${status}); check the address`;
  if (status === 429) return `the server asks to wait (status ${status}); try again later`;
  if (status >= 500) return `the server has an error (status ${status}); try again later`;
  return `the server answered with status ${status}; ${SAVE_IT}`;
}

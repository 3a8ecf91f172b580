import robotsParser from 'robots-parser';
import { errorText } from '../error-text.ts';
import { type Accept, ask, type FetchOptions, WAITS } from './fetch-address.ts';

/** What a host's robots.txt says of an address: it may be fetched, so many seconds after the last; or why it may not. */
export type Verdict = { ok: true; delay: number | undefined } | { ok: false; reason: string };

type Rules =
  { ok: true; isAllowed: (url: string) => boolean; delay: number | undefined } | { ok: false; reason: string };

/** The name that we go by in robots.txt. */
const TOKEN = 'Tearsheet';
/** Bytes of a robots.txt that count (RFC 9309, 2.5), and milliseconds that it is waited for. */
const COUNTED = 500_000;
const WAIT = 10_000;
const LONGEST_LINE = 2100;

const PLAIN: Accept = { header: 'text/plain, */*;q=0.1', takes: () => true, otherwise: 'no text' };

/** The robots.txt (RFC 9309) of hosts, each fetched once. */
export class Robots {
  readonly #options: FetchOptions;
  readonly #known = new Map<string, Promise<Rules>>();

  /** `options` are those of the fetches that it is to judge; it asks for no permission itself. */
  constructor(options: FetchOptions) {
    const { waits = WAITS } = options;
    const total = Math.min(WAIT, waits.total);
    this.#options = { ...options, permit: undefined, accept: PLAIN, largest: 4 * COUNTED, waits: { ...waits, total } };
  }

  async verdict(url: URL): Promise<Verdict> {
    const rules = this.#known.get(url.origin) ?? this.#read(url.origin);
    this.#known.set(url.origin, rules);
    const found = await rules;
    if (!found.ok || found.isAllowed(url.href)) return found;
    const reason = 'its robots.txt asks programs not to fetch it; save the page in the browser and import the file';
    return { ok: false, reason };
  }

  async #read(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`;
    const answer = await ask(address, this.#options);
    if (!answer.ok) return { ok: false, reason: `its robots.txt cannot be read: ${answer.reason}` };
    try {
      if (answer.status >= 500 || answer.status < 200)
        return { ok: false, reason: `its robots.txt cannot be read (status ${answer.status}); try again later` };
      // RFC 9309, 2.3.1.3: what is not there forbids nothing.
      const text = answer.status < 300 ? await readStart(answer.body) : '';
      const robots = robotsParser(address, text);
      const isAllowed = (url: string): boolean => robots.isAllowed(url, TOKEN) !== false;
      return { ok: true, isAllowed, delay: robots.getCrawlDelay(TOKEN) };
    } catch (error) {
      return { ok: false, reason: `its robots.txt cannot be read: ${errorText(error)}` };
    } finally {
      answer.patience.end();
    }
  }
}

/** So much of a robots.txt as counts: without lines that no address is long enough for, and one star for several. */
async function readStart(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= COUNTED) break;
  }
  const text = Buffer.concat(chunks).subarray(0, COUNTED).toString();
  // Half a rule would be another rule.
  const whole = length > COUNTED ? text.slice(0, text.lastIndexOf('\n') + 1) : text;
  return whole
    .split(/[\r\n]/u)
    .filter((line) => line.length <= LONGEST_LINE)
    .join('\n')
    .replace(/\*{2,}/gu, '*');
}

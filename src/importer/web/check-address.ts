import { lookup as lookupOnline } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** An address of the internet protocol, as a name server gives it. */
export interface HostAddress {
  address: string;
  family: number;
}

/** Gives all addresses of a host, or throws. */
export type Lookup = (host: string) => Promise<readonly HostAddress[]>;

export interface AddressRules {
  lookup?: Lookup | undefined;
  /** For tests alone: private addresses that may be asked all the same. */
  allowPrivate?: ((address: string) => boolean) | undefined;
}

export type CheckedAddress = { ok: true; url: URL; hosts: readonly HostAddress[] } | { ok: false; reason: string };

/** Signs. Longer ones are not printed anywhere, and the patterns of a robots.txt take long to be held against them. */
const LONGEST = 2000;

/**
 * An address that may be asked, with what its host's name stands for: http or https, without a password, and every one
 * of the host's addresses is of the public internet. Connections are to go to these addresses and nowhere else.
 */
export async function checkAddress(
  text: string,
  { lookup = lookupAll, allowPrivate = () => false }: AddressRules,
): Promise<CheckedAddress> {
  const url = URL.parse(text);
  if (!url) return { ok: false, reason: 'it is no complete address' };
  if (text.length > LONGEST) return { ok: false, reason: `it is longer than ${LONGEST} signs` };
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { ok: false, reason: `only http: and https: are fetched, not ${url.protocol}` };
  if (url.username !== '' || url.password !== '')
    return {
      ok: false,
      reason: 'it holds a user name or a password; save the page in the browser and import the file',
    };
  const hosts = await resolve(url.hostname.replace(/^\[|\]$/gu, ''), lookup);
  if (typeof hosts === 'string') return { ok: false, reason: hosts };
  const closed = hosts.find(({ address }) => !isPublic(address) && !allowPrivate(address));
  if (closed) return { ok: false, reason: `${url.hostname} is not on the public internet (${closed.address})` };
  return { ok: true, url, hosts };
}

/**
 * Whether an address of the internet protocol is of the public internet. IPv4 addresses inside IPv6 ones count as what
 * they are; those of tunnels and translators lead to who knows where, and are not public.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  // Of IPv6, only 2000::/3 is given out.
  return parsed.kind() === 'ipv4' || parsed.toByteArray()[0]?.toString(2).padStart(8, '0').startsWith('001') === true;
}

async function resolve(host: string, lookup: Lookup): Promise<readonly HostAddress[] | string> {
  if (ipaddr.isValid(host)) return [{ address: host, family: host.includes(':') ? 6 : 4 }];
  try {
    const hosts = await lookup(host);
    return hosts.length > 0 ? hosts : `${host} is not known: check the address`;
  } catch {
    return `${host} is not known: check the address and the connection`;
  }
}

function lookupAll(host: string): Promise<HostAddress[]> {
  return lookupOnline(host, { all: true });
}

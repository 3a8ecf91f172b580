/** The names of files that others may show or read in their own pages: pictures and feeds, as feed readers do. */
export const OPEN_ENDINGS = ['avif', 'gif', 'jpeg', 'jpg', 'json', 'png', 'svg', 'webp', 'xml'] as const;

/** What a file is to hosts: `open` ones may be taken into pages of other sites, `own` ones (pages, scripts) may not. */
export type Openness = 'open' | 'own';

export interface HeaderOptions {
  /** The policy that every built page carries in its meta element (see content-policy.ts). */
  policy: string;
  /** `http` on this machine only: over it a browser is not told to use TLS for ever (RFC 6797, section 7.2). */
  transport?: 'https' | 'http';
  /** Whether all hosts below the site's own must use TLS, too. It breaks those that do not: only if the publisher says so. */
  subDomains?: boolean;
}

/** Two years, in seconds. */
const TLS_MEMORY = 63_072_000;

/**
 * The headers with which a host should send a file of the site, by name, in a fixed order. They say what a page may
 * load (CSP Level 3), who may frame or load it (CSP `frame-ancestors`, HTML `Cross-Origin-Opener-Policy` and
 * `Cross-Origin-Embedder-Policy`, Fetch `Cross-Origin-Resource-Policy`), that its type is no guess (Fetch `nosniff`), how
 * much other sites learn of it (Referrer Policy), and which powers of the device it renounces (Permissions Policy).
 */
export function responseHeaders(
  openness: Openness,
  { policy, transport = 'https', subDomains = false }: HeaderOptions,
): Record<string, string> {
  return {
    // All that a header may say and a meta element may not.
    'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
    ...(transport === 'https' && {
      'Strict-Transport-Security': `max-age=${TLS_MEMORY}${subDomains ? '; includeSubDomains' : ''}`,
    }),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': openness === 'open' ? 'cross-origin' : 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    // For browsers that do not know `frame-ancestors`.
    'X-Frame-Options': 'DENY',
  };
}

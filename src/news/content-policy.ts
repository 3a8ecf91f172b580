import { createHash } from 'node:crypto';

/** What a page brings along in its own text; the same bytes on every page. */
export interface Inlined {
  style: string;
  script: string;
}

/**
 * The content security policy of every page (CSP Level 3), as a meta element holds it: what the page itself holds is
 * allowed by its hash, everything else only from the site, and most not at all. Who may frame a page is for its
 * header alone to say.
 */
export function contentPolicy({ style, script }: Inlined): string {
  const directives = [
    "default-src 'none'",
    `script-src 'self' '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "img-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types tearsheet default',
  ];
  return directives.join('; ');
}

/**
 * The policy of the page that searches, made from that of all pages: it runs Pagefind, which is WebAssembly
 * (CSP Level 3, `'wasm-unsafe-eval'`), and nothing else more. Pagefind runs in the page: a worker of its own making
 * would be against Trusted Types.
 */
export function searchPolicy(policy: string): string {
  return policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

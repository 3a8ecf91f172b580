import { describe, expect, it } from 'vitest';
import { contentPolicy } from '../../../src/news/content-policy.ts';
import { responseHeaders } from '../../../src/news/response-headers.ts';

const INLINED = { style: 'p { color: red }', script: 'run()' };
const policy = contentPolicy(INLINED);

describe('the headers of a page', () => {
  const { 'Content-Security-Policy': sent = '', ...others } = responseHeaders('own', { policy });
  const directives = (text: string): string[] => text.split('; ').sort();

  it('hold the policy of the page, and what only a header can say of who may frame it', () => {
    expect(directives(sent)).toEqual(directives(`${contentPolicy(INLINED)}; frame-ancestors 'none'`));
    expect(sent).not.toContain('unsafe');
  });

  it('keep a reader on TLS, types as they are, frames out, and addresses and devices from others', () => {
    expect(others).toEqual({
      'Strict-Transport-Security': 'max-age=63072000',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
      'X-Frame-Options': 'DENY',
    });
  });

  it('bind the other hosts of a publisher to TLS only if the publisher says so', () => {
    const tls = 'Strict-Transport-Security';
    expect(responseHeaders('own', { policy, subDomains: true })[tls]).toBe('max-age=63072000; includeSubDomains');
  });

  it('say nothing of TLS where there is none', () => {
    const { 'Strict-Transport-Security': tls, ...plain } = responseHeaders('own', { policy, transport: 'http' });
    expect(tls).toBeUndefined();
    expect({ ...plain, 'Strict-Transport-Security': 'max-age=63072000' }).toEqual(responseHeaders('own', { policy }));
  });
});

describe('the headers of feeds and pictures', () => {
  it('differ from those of a page only in that feed readers may show them', () => {
    const [own, open] = [responseHeaders('own', { policy }), responseHeaders('open', { policy })];
    const differing = Object.keys(own).filter((name) => own[name] !== open[name]);
    expect(differing.map((name) => open[name])).toEqual(['cross-origin']);
    expect(Object.keys(open)).toEqual(Object.keys(own));
  });
});

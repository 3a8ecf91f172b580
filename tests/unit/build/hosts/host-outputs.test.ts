import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apacheFile } from '../../../../src/build/hosts/apache-file.ts';
import { caddySnippet } from '../../../../src/build/hosts/caddy-snippet.ts';
import { headersFile } from '../../../../src/build/hosts/headers-file.ts';
import { type HostOrder, hostOutputs } from '../../../../src/build/hosts/host-outputs.ts';
import { nginxSnippet } from '../../../../src/build/hosts/nginx-snippet.ts';
import { redirectsFile } from '../../../../src/build/hosts/redirects-file.ts';
import { noteRedirects, type Redirect, toRedirects } from '../../../../src/build/hosts/to-redirects.ts';
import { sitePathField } from '../../../../src/news/fields.ts';
import type { Edition } from '../../../../src/news/edition.ts';
import { allRoutes, type RouteOf } from '../../../../src/routes/all-routes.ts';
import { makeArticle, makeEdition } from '../../routes/edition.ts';

const POLICY = "default-src 'none'; script-src 'self'";

const editionWith = (aliases: string[]): Edition => makeEdition([makeArticle('2016/10/truce.md', { aliases })]);

const redirectsOf = (edition: Edition): RouteOf<'redirect'>[] => {
  const noted: RouteOf<'redirect'>[] = [];
  Array.from(noteRedirects(allRoutes(edition), noted));
  return noted;
};

const orderWith = (aliases: string[], base = '/news/'): HostOrder => {
  const edition = editionWith(aliases);
  return { policy: POLICY, base, redirects: toRedirects(redirectsOf(edition), base) };
};

/** Lines of a file, with as many redirects as there are and then with none. */
const linesMore = (write: (order: HostOrder) => string, order: HostOrder): string[] => {
  const without = new Set(write({ ...order, redirects: [] }).split('\n'));
  return write(order)
    .split('\n')
    .filter((line) => !without.has(line));
};

const fieldsOf = (pattern: RegExp, lines: string[]): (string | undefined)[][] =>
  lines.map((line) => pattern.exec(line)?.slice(1) ?? [line]);

const PLAIN = ['ab', 'Ü', 'ß', '1', ...'- . _ ~ , @ & = +'.split(' ')];
const ODD = ': ; $ ! * \' " ( ) { } [ ] < > ^ | ` %'.split(' ');
const signs = fc.oneof({ weight: 19, arbitrary: fc.constantFrom(...PLAIN) }, fc.constantFrom(...ODD));

/** Old paths as front matter takes them, with the signs that files of hosts give a meaning. */
const aliases = fc
  .array(fc.string({ unit: signs, minLength: 1, maxLength: 6 }))
  .map((steps) => `/${steps.join('/')}`)
  .filter((path) => sitePathField.safeParse(path).success);

describe('the redirects that a host is told of', () => {
  it('are those whose signs mean nothing but themselves; to the others their page leads', () => {
    const { redirects } = orderWith(['/old/', '/100%/', '/alte-straße/', '/$host/', '/{x}/', '/story/1.html']);
    expect(redirects.map(({ from }) => from)).toEqual(['/news/alte-straße/', '/news/old/', '/news/story/1.html']);
  });

  it('say to each host exactly where an old address leads, whatever signs an editor has written', () => {
    fc.assert(
      fc.property(fc.array(aliases, { maxLength: 4 }), (paths) => {
        const order = orderWith([...new Set(paths)]);
        const decodedPairs = order.redirects.map(({ from, to }) => [from, to]);
        const encodedTo = order.redirects.map(({ from, to }) => [from, encodeURI(to)]);
        const nginx = linesMore(nginxSnippet, order);
        expect(fieldsOf(/^ {2}location = "([^"\\$]*)" \{ return 301 "([^"\\$]*)"; \}$/u, nginx)).toEqual(encodedTo);
        const caddy = linesMore(caddySnippet, order).filter((line) => !/tearsheet_moved|default|^ {2}\}$/u.test(line));
        expect(fieldsOf(/^ {4}"([^"\\{}]*)" "([^"\\{}]*)"$/u, caddy)).toEqual(encodedTo);
        const plain = linesMore(({ redirects }) => redirectsFile(redirects), order);
        expect(
          fieldsOf(/^([^ #*:]+) ([^ ]+) 301$/u, plain).map((pair) => pair.map((it = '') => decodeURI(it))),
        ).toEqual(decodedPairs);
        const apache = fieldsOf(/^RedirectMatch 301 "([^"]*)" "([^"$]*)"$/u, linesMore(apacheFile, order));
        expect(apache.map(([, to]) => to)).toEqual(order.redirects.map(({ to }) => to));
        for (const [index, [pattern = '']] of apache.entries()) {
          const matching = order.redirects.filter(({ from }) => new RegExp(pattern, 'u').test(from));
          expect(matching).toEqual(order.redirects.slice(index, index + 1));
        }
      }),
    );
  });

  it('are no more than Cloudflare Pages takes, and the file says how many are left to their pages', () => {
    const many = Array.from({ length: 2100 }, (_, index): Redirect => ({ from: `/o/${index}/`, to: '/n/' }));
    const lines = redirectsFile(many).split('\n');
    expect(lines.filter((line) => line.startsWith('/'))).toHaveLength(2000);
    expect(lines.find((line) => line.includes('more'))).toContain('# 100 more are not listed');
    const long = many.map(({ from, to }) => ({ from: `${from}${'long'.repeat(40)}/`, to }));
    expect(redirectsFile(long).length).toBeLessThan(100_500);
    expect(redirectsFile(many.slice(0, 2000))).not.toContain('more');
  });
});

describe('_headers', () => {
  const rules = headersFile({ policy: POLICY, base: '/news/' })
    .split(/\n(?=\/)/u)
    .slice(1)
    .map((rule) => rule.trim().split('\n'));

  it('gives no header by two rules, which Netlify and Cloudflare Pages would join', () => {
    const namesOf = (lines: string[]): string[] => lines.map((line) => line.trim().split(':')[0] ?? '');
    const [[everywhere, ...always] = [], ...others] = rules;
    expect(everywhere).toBe('/news/*');
    expect(others.length).toBeGreaterThan(1);
    for (const [path, ...lines] of others) {
      expect(
        namesOf(lines).filter((name) => namesOf(always).includes(name)),
        path,
      ).toEqual([]);
    }
  });

  it('lets the page that searches run, which all other pages forbid themselves', () => {
    expect(rules[0]?.find((line) => line.includes('Content-Security-Policy'))).toContain("'wasm-unsafe-eval'");
  });

  it('keeps to what Cloudflare Pages takes: 100 rules, lines of 2,000 signs, one asterisk a path', () => {
    expect(rules.length).toBeLessThanOrEqual(100);
    for (const [path = '', ...lines] of rules) {
      expect(path.split('*').length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(line.length).toBeLessThan(2000);
    }
  });
});

describe('the files for hosts', () => {
  const files = (base: string, served: { file: string }[] = [], paths: string[] = []): Map<string, string> =>
    new Map(
      hostOutputs({ policy: POLICY, base, redirects: redirectsOf(editionWith(paths)), served }).map(({ file, key }) => [
        file,
        key,
      ]),
    );

  it('leave room for those that a publisher has put into public/', () => {
    expect([...files('/').keys()]).toEqual(
      expect.arrayContaining(['_headers', '_redirects', '.nojekyll', '.htaccess']),
    );
    expect([...files('/', [{ file: '_headers' }]).keys()]).not.toContain('_headers');
  });

  it('are written anew when an article moves, and else not', () => {
    expect(files('/', [], ['/old/'])).toEqual(files('/', [], ['/old/']));
    expect(files('/', [], ['/old/']).get('_redirects')).not.toBe(files('/').get('_redirects'));
  });

  it('are not written below a path whose signs they would take for something else', () => {
    expect([...files('/it$/').keys()]).toEqual(['.nojekyll']);
    expect([...files('/caf%C3%A9/').keys()]).toContain('_hosts/nginx.conf');
  });
});

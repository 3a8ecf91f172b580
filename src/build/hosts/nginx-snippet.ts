import { type FileKind, fileKinds, FOR_HOSTS, literal, TLS_HEADER, type Where } from './file-kinds.ts';
import type { HostOrder } from './host-outputs.ts';
import type { Redirect } from './to-redirects.ts';

/** Types of texts beside HTML, by the names that the lists of nginx give them. */
const TEXTS = [
  ...['text/xml', 'text/plain', 'text/css', 'text/markdown', 'text/javascript', 'application/javascript'],
  ...['application/json', 'application/xml', 'image/svg+xml'],
].join(' ');

/**
 * What a `server` of nginx includes to serve the site (https://nginx.org/en/docs/). In nginx an `add_header` takes away
 * all those of the level above: so each location has them all.
 */
export function nginxSnippet({ policy, base, redirects }: HostOrder): string {
  const kinds = fileKinds({ policy });
  const tls = kinds.at(-1)?.headers[TLS_HEADER] ?? '';
  const inner = [
    'index index.html;',
    'absolute_redirect off;',
    'charset utf-8;',
    `charset_types ${TEXTS};`,
    `error_page 404 ${base}404.html;`,
    '# Compressed while sending; "precompressed: true" in site.yaml has the build do it once and better.',
    'gzip on;',
    'gzip_vary on;',
    'gzip_min_length 256;',
    `gzip_types ${TEXTS};`,
    'gzip_static on;',
    '# With the module ngx_brotli (Debian: libnginx-mod-http-brotli-static):',
    '# brotli_static on;',
    ...kinds.flatMap((kind) => toLines(kind, base)),
    `location ~ ^${literal(base)}(?:${FOR_HOSTS.map(hidden).join('|')}) {`,
    '  return 404;',
    '}',
    ...redirects.map(toLocation),
  ];
  return [
    '# For nginx; written by the build. The files stand below the root at the path of the site:',
    '#   server {',
    '#     listen 443 ssl http2;',
    '#     server_name …; ssl_certificate …; ssl_certificate_key …;',
    '#     root /srv/www;',
    `#     include /srv/www${base}_hosts/nginx.conf;`,
    '#   }',
    '# Reload nginx after each upload: the headers go with the pages.',
    'set $tearsheet_tls "";',
    `if ($scheme = https) {`,
    `  set $tearsheet_tls "${tls}";`,
    '}',
    ...(base === '/' ? [] : [`location = ${base.slice(0, -1)} {`, `  return 301 ${encodeURI(base)};`, '}']),
    `location ${base} {`,
    ...inner.map((line) => `  ${line}`),
    '}',
    '',
  ].join('\n');
}

function toLines({ name, where, headers }: FileKind, base: string): string[] {
  const { 'Content-Type': type, ...others } = headers;
  const lines = [
    ...Object.entries(others).map(([header, value]) => {
      return `add_header ${header} ${header === TLS_HEADER ? '$tearsheet_tls' : `"${value}"`} always;`;
    }),
    // An empty list of types, so that the default counts; "charset" adds the encoding.
    ...(type === undefined ? [] : ['types {}', `default_type ${type.split(';')[0] ?? ''};`]),
  ];
  if (where === undefined) return [`# ${name}`, ...lines];
  return [
    `# ${name}`,
    ...toPatterns(where, base).flatMap((pattern) => [
      `location ${pattern} {`,
      ...lines.map((line) => `  ${line}`),
      '}',
    ]),
  ];
}

function toPatterns(where: Where, base: string): string[] {
  if ('at' in where) return where.at.map((path) => `= ${base}${path}`);
  if ('below' in where) return [`^~ ${base}${where.below}`];
  return [`~* \\.(?:${where.endings.join('|')})$`];
}

function hidden(name: string): string {
  return literal(name) + (name.endsWith('/') ? '' : '$');
}

function toLocation({ from, to }: Redirect): string {
  return `location = "${from}" { return 301 "${encodeURI(to)}"; }`;
}

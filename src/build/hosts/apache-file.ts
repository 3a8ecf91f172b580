import { type FileKind, fileKinds, FOR_HOSTS, literal, TLS_HEADER, type Where } from './file-kinds.ts';
import type { HostOrder } from './host-outputs.ts';

/**
 * `.htaccess` for Apache 2.4 (https://httpd.apache.org/docs/2.4/) where it stands at the path of the site below the
 * DocumentRoot. Of the sections that hold for a file, the last counts.
 */
export function apacheFile({ policy, base, redirects }: HostOrder): string {
  const kinds = fileKinds({ policy });
  const all = kinds.at(-1)?.headers ?? {};
  const forHosts = FOR_HOSTS.map((name) => literal(name) + (name.endsWith('/') ? '' : '$'));
  return [
    '# For Apache 2.4 with "AllowOverride All" and mod_headers; written by the build.',
    'Options -Indexes -MultiViews',
    'DirectoryIndex index.html',
    `ErrorDocument 404 ${encodeURI(base)}404.html`,
    'AddDefaultCharset utf-8',
    'AddCharset utf-8 .js .json .md .svg .txt .xml',
    'AddType image/avif .avif',
    'AddType image/webp .webp',
    ...kinds.flatMap(({ where, headers }) => toTypes(headers['Content-Type'], where)),
    '<IfModule mod_deflate.c>',
    '  <IfModule mod_filter.c>',
    '    AddOutputFilterByType DEFLATE text/html text/xml text/plain text/css text/markdown application/xml text/javascript application/javascript application/json image/svg+xml',
    '  </IfModule>',
    '  # It marks the ETag of what it has compressed, and would not know it again.',
    '  RequestHeader edit If-None-Match "-gzip\\"" "\\""',
    '</IfModule>',
    ...headerLines(all),
    ...kinds
      .flatMap((kind) => toLines(kind, base, all))
      .reverse()
      .flat(),
    `RedirectMatch 404 "^${literal(base)}(?:${forHosts.join('|')})"`,
    // Apache encodes the new address by itself.
    ...redirects.map(({ from, to }) => `RedirectMatch 301 "^${literal(from)}$" "${to}"`),
    '',
  ].join('\n');
}

/** What a kind has other than all files. A page that is not there is none of the kind. */
function toLines({ name, where, headers }: FileKind, base: string, all: Record<string, string>): string[][] {
  if (where === undefined) return [];
  const own = Object.entries(headers).filter(([header, value]) => header !== 'Content-Type' && all[header] !== value);
  if (own.length === 0) return [];
  return [
    [
      `# ${name}`,
      `<If "%{REQUEST_URI} =~ m#^${literal(base)}${toPattern(where)}$#i">`,
      ...headerLines(Object.fromEntries(own)).map((line) => `  ${line}`),
      '</If>',
    ],
  ];
}

function headerLines(headers: Record<string, string>): string[] {
  return Object.entries(headers).map(([name, value]) => {
    return `Header always set ${name} "${value}"${name === TLS_HEADER ? ` "expr=%{HTTPS} == 'on'"` : ''}`;
  });
}

function toTypes(type: string | undefined, where: Where | undefined): string[] {
  if (type === undefined || where === undefined || !('endings' in where)) return [];
  return [`AddType ${type.split(';')[0] ?? ''} ${where.endings.map((ending) => `.${ending}`).join(' ')}`];
}

function toPattern(where: Where): string {
  if ('at' in where) return `(?:${where.at.map(literal).join('|')})`;
  if ('below' in where) return `${literal(where.below)}.*`;
  return `.*\\.(?:${where.endings.join('|')})`;
}

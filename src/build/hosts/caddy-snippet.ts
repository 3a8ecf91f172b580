import { type FileKind, fileKinds, FOR_HOSTS, TLS_HEADER, type Where, without } from './file-kinds.ts';
import type { HostOrder } from './host-outputs.ts';

/**
 * What a site of Caddy 2 imports to serve the site (https://caddyserver.com/docs/caddyfile); text in backticks stands for
 * itself. In `route` the order is the one written: Caddy's own would let what is said of all files overrule what is said of some.
 */
export function caddySnippet({ policy, base, redirects }: HostOrder): string {
  const kinds = fileKinds({ policy });
  const all = kinds.at(-1)?.headers ?? {};
  const forHosts = FOR_HOSTS.map((name) => base + name + (name.endsWith('/') ? '*' : ''));
  const moved = redirects.map(({ from, to }) => `    "${from}" "${encodeURI(to)}"`);
  const table = ['  map {path} {tearsheet_moved} {', ...moved, '    default ""', '  }'];
  const turn = ['  @tearsheet_moved expression `{tearsheet_moved} != ""`'];
  return [
    '# For Caddy 2; written by the build. The files stand below the root at the path of the site:',
    '#   example.org {',
    '#     root * /srv/www',
    `#     import /srv/www${base}_hosts/Caddyfile`,
    '#   }',
    '# Reload Caddy after each upload: the headers go with the pages.',
    ...(base === '/' ? [] : [`redir ${base.slice(0, -1)} ${encodeURI(base)} 301`]),
    `handle ${base}* {`,
    ...(moved.length > 0 ? [...table, ...turn] : []),
    `  @tearsheet_hosts path ${forHosts.join(' ')}`,
    '  @tearsheet_tls protocol https',
    ...kinds.flatMap(({ where }, index) => (where ? [`  @tearsheet_${index} path ${toPatterns(where, base)}`] : [])),
    '  route {',
    ...headerBlock('', all),
    `    header @tearsheet_tls ${TLS_HEADER} \`${all[TLS_HEADER] ?? ''}\``,
    '    error @tearsheet_hosts 404',
    ...(moved.length > 0 ? ['    redir @tearsheet_moved {tearsheet_moved} 301'] : []),
    // The first kind that a file is of counts: it comes last.
    ...kinds
      .flatMap((kind, index) => toLines(kind, index, all))
      .reverse()
      .flat(),
    '    encode gzip',
    '    file_server {',
    '      precompressed br gzip',
    '    }',
    '  }',
    '}',
    'handle_errors {',
    `  handle ${base}* {`,
    '    route {',
    ...headerBlock('', all),
    '      header Content-Type `text/html; charset=utf-8`',
    `      rewrite * ${encodeURI(base)}404.html`,
    '      encode gzip',
    '      file_server {',
    '        precompressed br gzip',
    '      }',
    '    }',
    '  }',
    '}',
    '',
  ].join('\n');
}

/** What a kind has other than all files. */
function toLines({ name, where, headers }: FileKind, index: number, all: Record<string, string>): string[][] {
  if (where === undefined) return [];
  const own = Object.entries(headers).filter(([header, value]) => all[header] !== value);
  return [[`    # ${name}`, ...headerBlock(` @tearsheet_${index}`, Object.fromEntries(own))]];
}

function headerBlock(matcher: string, headers: Record<string, string>): string[] {
  const lines = Object.entries(without(headers, TLS_HEADER)).map(([name, value]) => `      ${name} \`${value}\``);
  return [`    header${matcher} {`, ...lines, '    }'];
}

function toPatterns(where: Where, base: string): string {
  if ('at' in where) return where.at.map((path) => base + path).join(' ');
  if ('below' in where) return `${base}${where.below}*`;
  return where.endings.map((ending) => `*.${ending}`).join(' ');
}

import type { HostOrder } from './host-outputs.ts';
import { fileKinds, type Where, without } from './file-kinds.ts';

/**
 * `_headers` for Netlify and Cloudflare Pages (their manuals: "Custom headers"; "Headers"). Both send the headers of all
 * rules that a path is under, and a name that two rules have with both values. So no two rules share one: the rule of all
 * files says what holds for each, and the policy is the one that the page that searches needs, which every other page narrows by its
 * own meta element. Without a rule for how long to keep a file, both have browsers ask each time.
 */
export function headersFile({ policy, base }: Pick<HostOrder, 'policy' | 'base'>): string {
  const kinds = fileKinds({ policy });
  const [search] = kinds;
  const everywhere: Record<string, string> = {
    ...search?.headers,
    // All that is here is public: who may show pictures and feeds may as well load a page.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  const rules = kinds.flatMap(({ where, headers }): [string, Record<string, string>][] => {
    const own = Object.entries(headers).filter(([name, value]) => {
      return name === 'Content-Type' || (name === 'Cache-Control' && value !== everywhere['Cache-Control']);
    });
    if (where === undefined || own.length === 0) return [];
    return patternsOf(where, encodeURI(base)).map((pattern) => [pattern, Object.fromEntries(own)]);
  });
  const always: [string, Record<string, string>] = [`${encodeURI(base)}*`, without(everywhere, 'Cache-Control')];
  const blocks = [always, ...rules].map(([pattern, headers]) =>
    [pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  return ['# For Netlify and Cloudflare Pages; written by the build.', ...blocks, ''].join('\n');
}

function patternsOf(where: Where, base: string): string[] {
  if ('at' in where) return where.at.map((path) => base + path);
  if ('below' in where) return [`${base}${where.below}*`];
  return where.endings.map((ending) => `${base}*.${ending}`);
}

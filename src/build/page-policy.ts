import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

/** The page that every built site has. */
export const NOT_FOUND = '404.html';

/** The content security policy that all pages of a built site carry. Throws where no site was built. */
export function pagePolicy(dist: string): string {
  const file = join(dist, NOT_FOUND);
  const policy = policyIn(readIfThere(file));
  if (policy === undefined) throw new Error(`There is no whole site in ${dist}; build it with "npm run build".`);
  return policy;
}

/** The content security policy that a page carries in its meta element; undefined where it has none. */
export function policyIn(html: string): string | undefined {
  let policy: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'meta' && attributes['http-equiv'] === 'Content-Security-Policy') policy ??= attributes['content'];
    },
  });
  parser.end(html);
  return policy;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

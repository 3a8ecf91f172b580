import { frontMatterSchema } from '../../../src/news/front-matter.ts';
import { parse } from '../../../src/news/parse.ts';
import { siteSchema } from '../../../src/news/site.ts';

/** What an editor is told of front matter with these keys: `key: message`, one a problem; nothing where all is well. */
export function problemsOf(keys: Record<string, unknown>): string[] {
  return told(parse(frontMatterSchema, { title: 'A headline', ...keys }));
}

/** The same of site.yaml. */
export function siteProblemsOf(keys: Record<string, unknown>): string[] {
  return told(parse(siteSchema, { name: 'The Paper', url: 'https://paper.example/', ...keys }));
}

function told(parsed: ReturnType<typeof parse>): string[] {
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import type { HostileEdition } from './edition.ts';
import { asHtml, CLEAN, type Vector } from './vectors.ts';
import { tokenOf } from './ways.ts';

const unguarded = remark().use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true }).freeze();

/** The paragraph of a clean article's page in which an attack would stand. */
const TEXT = new RegExp(`<p id="[^"]*">${CLEAN.payload}</p>`, 'u');

/**
 * Serves the page of a clean article without its policy, with each attack in place of its text as it came: what
 * the judge must see, or its silence about all other pages would prove nothing. The path is the attack's id.
 */
export function serveControl({ dist, articles }: HostileEdition, vectors: readonly Vector[]): Promise<Server> {
  const clean = articles.find(({ way, vector }) => tokenOf(way, vector) === tokenOf('body', CLEAN));
  if (!clean) throw new Error('The edition has no clean article.');
  const page = readFileSync(join(dist, clean.path, 'index.html'), 'utf8').replace(
    /<meta http-equiv="Content-Security-Policy"[^>]*>/u,
    '',
  );
  const known = new Map(vectors.map((vector) => [`/${vector.id}`, vector]));
  const server = createServer(({ url = '' }, response) => {
    const vector = known.get(url);
    response.writeHead(vector ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(vector ? page.replace(TEXT, () => unguardedHtml(vector)) : '');
  });
  return new Promise((resolve) => server.listen(0, 'localhost', () => resolve(server)));
}

function unguardedHtml(vector: Vector): string {
  if (vector.kind !== 'markdown') return asHtml(vector);
  return toHtml(unguarded.runSync(unguarded.parse(vector.payload)), { allowDangerousHtml: true });
}

import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { serve } from '../../../src/build/serve.ts';
import { listFiles } from '../dist.ts';
import { Comparison, isClean } from './compare.ts';
import { serveControl } from './control.ts';
import type { HostileEdition } from './edition.ts';
import { type Finding, type JudgeOptions, readPagesIn } from './judge.ts';
import { judgeOutputs } from './outputs.ts';
import { judgeRedirects } from './redirects.ts';
import { judgeSearch } from './search.ts';
import type { Vector } from './vectors.ts';
import { OLD } from './ways.ts';

/** Pages that run a script of their own, which no other may: search has its own judge, the others show nothing of an article. */
export const SCRIPTED = ['search/', 'saved/', 'offline/'];

export interface JudgeOrder extends JudgeOptions {
  /** Which of the other pages are opened: the front, lists, topics; all where it is not given. */
  others?: (paths: string[]) => string[];
  /** Which feeds and site maps are read; all where it is not given. */
  feeds?: (files: string[]) => string[];
}

/** Serves a hostile edition and opens its pages in the browser; gives how many and all that is wrong with them. */
export async function judgeEdition(
  browser: Browser,
  edition: HostileEdition,
  { others = (paths) => paths, feeds = (files) => files, ...options }: JudgeOrder = {},
): Promise<{ pages: number; findings: Finding[] }> {
  const findings: Finding[] = [];
  const comparison = new Comparison(edition.dist);
  const articles = new Map(edition.articles.map((article) => [article.path, article]));
  const clean = edition.articles.filter(isClean).map(({ path }) => path);
  const attacked = [...articles.keys()].filter((path) => !clean.includes(path));
  const lists = others(listPages(edition));
  const isRedirect = (path: string): boolean => path.startsWith(OLD);
  const server = await serve(edition.dist, '/', 0);
  try {
    const origin = originOf(server);
    await readPagesIn(
      browser,
      origin,
      clean,
      (path, facts) => {
        const article = articles.get(path);
        if (article) comparison.learn(article, facts);
      },
      options,
    );
    await readPagesIn(
      browser,
      origin,
      [...clean, ...attacked, ...lists.filter((path) => !isRedirect(path) && !SCRIPTED.includes(path))],
      (path, facts) => {
        const article = articles.get(path);
        const wrong = article ? comparison.ofArticle(article, facts) : comparison.ofPage(facts);
        for (const what of wrong) findings.push({ path, what });
      },
      options,
    );
    findings.push(...(await judgeRedirects(browser, origin, edition, lists.filter(isRedirect))));
    // That page does what no other may: it runs a script, and asks for the index.
    if (lists.includes('search/')) findings.push(...(await judgeSearch(browser, origin, edition)));
    findings.push(...(await judgeOutputs(browser, origin, edition, feeds)));
  } finally {
    await close(server);
  }
  return { pages: articles.size + lists.length, findings };
}

/** What the judge says where nothing was done against an attack: for each, by its id, what it found. */
export async function judgeControl(
  browser: Browser,
  edition: HostileEdition,
  vectors: readonly Vector[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const server = await serveControl(edition, vectors);
  try {
    const paths = vectors.map(({ id }) => id);
    await readPagesIn(browser, originOf(server), paths, (path, { findings }) => found.set(path, findings), {
      provoke: true,
    });
  } finally {
    await close(server);
  }
  return found;
}

/** Whether the judge has seen that a script ran, or that one was on its way. */
export function sawScript(findings: readonly string[]): boolean {
  return findings.some((what) => /^(?:ran|script error|dialog|error) /u.test(what));
}

function listPages({ dist, articles }: HostileEdition): string[] {
  const known = new Set(articles.map(({ path }) => `${path}index.html`));
  return listFiles(dist)
    .filter((file) => file.endsWith('.html') && !known.has(file))
    .map((file) =>
      file
        .split('/')
        .map(encodeURIComponent)
        .join('/')
        .replace(/index\.html$/u, ''),
    );
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return `http://localhost:${address.port}`;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

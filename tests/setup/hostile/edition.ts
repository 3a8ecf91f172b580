import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { PROJECT } from '../../../src/build/locations.ts';
import { readArticleFile } from '../../../src/markdown/article-file.ts';
import type { FrontMatter } from '../../../src/news/front-matter.ts';
import { toLine, toTerminal } from '../../../src/news/text.ts';
import { Desk } from '../../unit/importer/desk.ts';
import { CLEAN, type Vector } from './vectors.ts';
import { inputsOf, readToken, type Way, writeAddresses, writeAlias, writeBody, writeFields } from './ways.ts';

/** An article of a hostile edition: where its page is, and which attack it holds. */
export interface HostileArticle {
  /** Below the built folder: `articles/2025/06/body-clean-0/`. */
  path: string;
  way: Way;
  vector: Vector;
  front: FrontMatter;
}

export interface HostileEdition {
  dist: string;
  articles: HostileArticle[];
  /** How often a reason was given for which an attack is on no page. */
  refused: Map<string, number>;
}

const built = z.object({ skipped: z.array(z.object({ file: z.string(), message: z.string() })) });
const report = z.object({ articles: z.array(z.object({ outcome: z.string(), reason: z.string() })) });

/**
 * Makes an edition of articles that each hold one attack, in all the ways asked for, and of clean ones, below a folder.
 * `ofSite` is an attack in the facts of the site itself: its name and what stands under it, on every page.
 */
export async function buildHostile(
  folder: string,
  attacks: Partial<Record<Way, readonly Vector[]>>,
  ofSite = 'The Hostile Herald',
): Promise<HostileEdition> {
  const content = join(folder, 'content');
  const dist = join(folder, 'dist');
  const refused = new Map<string, number>();
  mkdirSync(content, { recursive: true });
  const facts = { name: ofSite, strapline: ofSite, about: [ofSite] };
  const site = { ...facts, url: 'https://paper.example/', lang: 'en', oldAfterYears: 2 };
  writeFileSync(join(content, 'site.yaml'), JSON.stringify(site));
  writeBody(content, CLEAN);
  const known = new Map([[CLEAN.id, CLEAN]]);
  for (const [name, vectors] of Object.entries(attacks)) {
    const way = readToken(`${name}-${CLEAN.id}`)?.way;
    if (way === undefined) throw new Error(`There is no way called ${name}.`);
    const all = [CLEAN, ...vectors];
    for (const vector of all) known.set(vector.id, vector);
    await bring(folder, content, way, all, refused);
  }
  const script = join(import.meta.dirname, 'build-hostile.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, content, dist, join(folder, 'cache')], {
    cwd: PROJECT,
    maxBuffer: 1e9,
  });
  for (const { message } of built.parse(JSON.parse(stdout)).skipped) count(refused, 'build', message);
  return { dist, articles: listArticles(content, dist, known), refused };
}

async function bring(
  folder: string,
  content: string,
  way: Way,
  vectors: readonly Vector[],
  refused: Map<string, number>,
): Promise<void> {
  if (way === 'body') for (const vector of vectors) writeBody(content, vector);
  if (way === 'fields') for (const vector of vectors) writeFields(content, vector);
  if (way === 'address') for (const vector of vectors) writeAddresses(content, vector);
  if (way === 'alias') for (const vector of vectors) writeAlias(content, vector);
  const inputs = inputsOf(way, vectors);
  if (inputs.length === 0) return;
  const desk = Desk.at(content);
  for (const { name, text } of inputs) await desk.put(join('inputs', way, name), text.toWellFormed());
  const reportFile = join(folder, `${way}.json`);
  const { said } = await desk.import(join(folder, 'inputs', way), {}, { reportFile, day: '2025-06-20', explain: true });
  const unfit = said.map(toTerminal).find((line) => /[^\P{Cc}\t]|[\u202a-\u202e\u2066-\u2069]/u.test(line));
  if (unfit !== undefined) throw new Error(`The terminal is sent ${JSON.stringify(unfit)}.`);
  for (const { outcome, reason } of report.parse(JSON.parse(readFileSync(reportFile, 'utf8'))).articles) {
    if (outcome === 'refused' || outcome === 'duplicate') count(refused, way, reason);
  }
}

function listArticles(content: string, dist: string, known: ReadonlyMap<string, Vector>): HostileArticle[] {
  const files = readdirSync(join(content, 'articles'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) => {
      const path = `articles/${file.slice(0, -3)}/`;
      if (!existsSync(join(dist, path, 'index.html'))) return [];
      const text = readFileSync(join(content, 'articles', file), 'utf8');
      const read = readArticleFile(file, text);
      if (!read.ok) throw new Error(`${file} has a page, and cannot be read.`);
      const { front, body } = read.value;
      if (titleIn(text) !== front.title) throw new Error(`${file} has another title by another reader of YAML.`);
      const told = [file, front.source?.item, front.source?.file, front.title, body].flatMap(
        (text) => (text === undefined ? undefined : readToken(text)) ?? [],
      );
      const [token] = told;
      const vector = token && known.get(token.id);
      if (token === undefined || vector === undefined) throw new Error(`${file} tells nothing of its attack.`);
      return [{ path, way: token.way, vector, front }];
    });
}

/** The title in a file's front matter as another reader of YAML sees it than the build's. */
function titleIn(text: string): string {
  const [, yaml = ''] = /^---\n(.*?\n)---\n/su.exec(text) ?? [];
  return toLine(String(parseDocument(yaml, { strict: true }).get('title')));
}

function count(refused: Map<string, number>, where: string, reason: string): void {
  // What a message quotes is the attack's own.
  const kind = `${where}: ${reason
    .replace(/, got [\s\S]*/u, '')
    .replace(/"[\s\S]*"/gu, '"…"')
    .replace(/\d+/gu, 'N')
    .slice(0, 120)}`;
  refused.set(kind, (refused.get(kind) ?? 0) + 1);
}

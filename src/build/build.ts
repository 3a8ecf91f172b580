import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { codeHash } from '../edition/code-hash.ts';
import { readArticleTexts } from '../edition/content-files.ts';
import type { FileProblem } from '../markdown/article-file.ts';
import { sha256 } from '../news/digest.ts';
import { clearUp } from './clear-up.ts';
import { factsOf, isAsWritten, loadManifest } from './manifest.ts';
import { hashOfTexts, isSameOrigin, type NextChange } from './origin.ts';
import { siteFolder } from './site-folder.ts';
import { strayFiles } from './stray-files.ts';

/** What a build does, one after the other; where nothing has changed, it only reads. */
export type Stage = 'read' | 'search' | 'pages' | 'publish';

export interface BuildRequest {
  /** The project's own folder: where src/ is. */
  project: string;
  content: string;
  dist: string;
  /** Where builds remember what they know; each pair of content and dist has a folder of its own in it. */
  cache: string;
  /** The moment of the build, milliseconds since 1970 UTC. */
  now: number;
  /** Leave out the articles that something is wrong with, rather than fail. */
  skipBad?: boolean | undefined;
  /** Is told of each stage as it begins. */
  onStage?: ((stage: Stage) => void) | undefined;
  /** Is told within a stage how many articles or pages are done, of how many where that is known. */
  onProgress?: ((stage: Stage, done: number, all?: number) => void) | undefined;
}

export interface BuildResult {
  articles: number;
  /** All files of the edition. */
  files: number;
  /** Their bytes, by name below dist/. */
  sizes: Record<string, number>;
  written: number;
  removed: number;
  /** What is wrong with the articles that were left out. */
  skipped: FileProblem[];
  /** When an article comes in or goes out though no file changes: the site must be built again then. */
  next: NextChange | undefined;
}

/**
 * Builds content/ into dist/. Where all that the last build was made from is as it was, and every file that it wrote still
 * stands, there is nothing to do, and what builds is not even loaded. A failed build leaves dist/ as it was.
 */
export async function build(request: BuildRequest): Promise<BuildResult> {
  const { project, content, cache, now } = request;
  request.onStage?.('read');
  const dist = await siteFolder(request.dist);
  await clearUp(dist);
  const id = sha256(JSON.stringify([resolve(content), resolve(request.dist)])).slice(0, 16);
  const folder = join(cache, id);
  const code = await codeHash(project);
  const articles = await readArticleTexts(content);
  const texts = await hashOfTexts(content, articles);
  const manifest = existsSync(dist) ? loadManifest(join(folder, MANIFEST)) : undefined;
  if (manifest?.origin && isSameOrigin(manifest.origin, { content, code, texts, now })) {
    const files = Object.entries(manifest.outputs);
    const isWhole = files.every(([file, written]) => isAsWritten(dist, file, written));
    if (isWhole && strayFiles(dist, new Map(files)).length === 0)
      return { ...factsOf(manifest), written: 0, removed: 0, skipped: [], next: manifest.origin.next };
  }
  const { buildEdition } = await import('./build-edition.ts');
  return buildEdition({
    ...request,
    dist,
    folder,
    manifestFile: join(folder, MANIFEST),
    code,
    articles,
    texts,
    manifest,
  });
}

const MANIFEST = 'pages.json';

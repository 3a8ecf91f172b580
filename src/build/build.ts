import { access, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ReadyEdition, readEdition } from '../edition/read-edition.ts';
import type { FileProblem } from '../markdown/article-file.ts';
import { sha256 } from '../news/digest.ts';
import { allRoutes, type Route } from '../routes/all-routes.ts';
import { publishPlan } from '../routes/planned.ts';
import { apply, copyPictures, unfoldFiles, writeTexts } from './apply.ts';
import { astroOptions } from './astro-options.ts';
import { codeHash } from '../edition/code-hash.ts';
import { Memory } from './memory.ts';
import { dropVariants, writeVariants } from './pictures/write-variants.ts';
import { type BuildPlan, loadManifest, type Output, planBuild, saveManifest, toOutputs } from './plan.ts';
import { proveReceipts } from './prove-receipts.ts';
import { bundleScripts, type Scripts } from './bundle-scripts.ts';
import { indexArticles } from './search/index-articles.ts';
import { servedFiles } from './served-files.ts';

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
}

export interface BuildResult {
  articles: number;
  /** All files of the edition. */
  files: number;
  written: number;
  removed: number;
  /** What is wrong with the articles that were left out. */
  skipped: FileProblem[];
}

/**
 * Builds content/ into dist/: prepares the edition, plans what must be written, lets Astro write it aside,
 * proves every receipt on the written pages, and only then puts it in place. A failed build leaves dist/ as it was.
 */
export async function build({
  project,
  content,
  dist,
  cache,
  now,
  skipBad = false,
}: BuildRequest): Promise<BuildResult> {
  const id = sha256(JSON.stringify([resolve(content), resolve(dist)])).slice(0, 16);
  const folder = join(cache, id);
  const code = await codeHash(project);
  const ready = await readEdition({ content, now, cache: { folder, codeHash: code }, skipBad });
  const { edition } = ready;
  const index = await indexArticles({ ...ready, cache: { folder: join(folder, 'search'), codeHash: code } });
  const manifestFile = join(folder, 'pages.json');
  const manifest = (await exists(dist)) ? await loadManifest(manifestFile) : undefined;
  const scripts = await bundleScripts(project, edition.base, edition.site);
  const others = [...(await servedFiles(project)), ...toTexts(scripts), ...index];
  const memory = await Memory.open(join(folder, 'memory.json'), code);
  const outputs = toOutputs(edition, allRoutes(edition, memory.recall), others);
  await memory.save();
  // Every page holds the script that names the others.
  const pageCode = sha256(code + scripts.inline);
  const plan = await planBuild(outputs, pageCode, manifest, dist);
  if (plan.changed.length + plan.gone.length > 0) {
    const pictures = join(folder, 'pictures');
    await write(plan, ready, scripts, { id, content, dist, pictures });
    await dropVariants(plan, pictures);
    await saveManifest(manifestFile, pageCode, outputs, dist);
  }
  return {
    articles: edition.articles.length,
    files: outputs.length,
    written: plan.changed.length,
    removed: plan.gone.length,
    skipped: ready.skipped,
  };
}

async function write(
  plan: BuildPlan,
  { edition, html }: ReadyEdition,
  scripts: Scripts,
  { id, content, dist, pictures }: Pick<BuildRequest, 'content' | 'dist'> & { id: string; pictures: string },
): Promise<void> {
  const aside = `${resolve(dist)}.next`;
  await rm(aside, { recursive: true, force: true });
  try {
    // Only here: where nothing has changed, Astro is not even loaded.
    const { runAstroBuild } = await import('./run-astro.ts');
    publishPlan({ all: routesOf(plan.outputs), due: routesOf(plan.changed), html });
    await runAstroBuild(id, astroOptions({ siteUrl: edition.site.url, scripts, outDir: aside }));
    await copyPictures(plan, content, aside);
    await writeVariants(plan, { content, cache: pictures, aside });
    await writeTexts(plan, aside);
    await unfoldFiles(plan, aside);
    await proveReceipts(edition, plan.changed, aside, html);
    await apply(plan, aside, dist);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

function toTexts({ files }: Scripts): Output[] {
  return files.map(({ file, text }) => ({ file, key: sha256(text), text }));
}

function routesOf(outputs: readonly Output[]): Route[] {
  return outputs.flatMap((output) => ('route' in output ? [output.route] : []));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

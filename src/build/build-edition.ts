import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ReadyEdition, readEdition } from '../edition/read-edition.ts';
import type { ArticleText } from '../edition/content-files.ts';
import { sha256 } from '../news/digest.ts';
import { allRoutes, type Route } from '../routes/all-routes.ts';
import { publishPlan } from '../routes/planned.ts';
import { copyPictures, unfoldFiles, writeTexts } from './apply.ts';
import { astroOptions } from './astro-options.ts';
import type { BuildRequest, BuildResult } from './build.ts';
import { Memory } from './memory.ts';
import { dropVariants, writeVariants } from './pictures/write-variants.ts';
import { factsOf, type Manifest, saveManifest } from './manifest.ts';
import { momentsAround, type Origin } from './origin.ts';
import { pagePolicy } from './page-policy.ts';
import { type BuildPlan, type Output, planBuild, toOutputs } from './plan.ts';
import { compressedOutputs, writeCompressed } from './precompress.ts';
import { proveReceipts } from './prove-receipts.ts';
import { putInPlace } from './put-in-place.ts';
import { bundleScripts, type Scripts } from './bundle-scripts.ts';
import { hostOutputs } from './hosts/host-outputs.ts';
import { indexArticles } from './search/index-articles.ts';
import { servedFiles } from './served-files.ts';

/** What is known before an edition is built. */
export interface EditionOrder extends BuildRequest {
  /** Names this pair of content and dist. */
  id: string;
  /** Where builds of this pair remember what they know. */
  folder: string;
  manifestFile: string;
  /** Hash of the code. */
  code: string;
  articles: ReadonlyMap<string, ArticleText>;
  /** Hash of all texts of content/. */
  texts: string;
  /** What the last build left in dist/, where it is still there. */
  manifest: Manifest | undefined;
}

/**
 * Builds content/ into dist/: prepares the edition, plans what must be written, lets Astro write it aside,
 * proves every receipt on the written pages, and only then puts it in place. A failed build leaves dist/ as it was.
 */
export async function buildEdition({
  project,
  content,
  dist,
  now,
  skipBad = false,
  id,
  folder,
  manifestFile,
  code,
  articles,
  texts,
  manifest,
}: EditionOrder): Promise<BuildResult> {
  const ready = await readEdition({ content, articles, now, cache: { folder, codeHash: code }, skipBad });
  const { edition, skipped } = ready;
  const index = await indexArticles({ ...ready, cache: { folder: join(folder, 'search'), codeHash: code } });
  const scripts = await bundleScripts(project, edition.base, edition.site);
  const served = await servedFiles(project);
  const memory = await Memory.open(join(folder, 'memory.json'), code);
  const routes = allRoutes(edition, memory.recall);
  const hosts = hostOutputs(routes, edition.base, served);
  const plain = toOutputs(edition, routes, [...served, ...toTexts(scripts), ...index, ...hosts]);
  const outputs = edition.site.precompressed ? [...plain, ...compressedOutputs(plain)] : plain;
  await memory.save();
  // Every page holds the script that names the others.
  const pageCode = sha256(code + scripts.inline);
  const plan = planBuild(outputs, pageCode, manifest, dist);
  if (plan.changed.length + plan.gone.length > 0) {
    const pictures = join(folder, 'pictures');
    await write(plan, ready, scripts, { id, content, dist, pictures, manifest, manifestFile });
    await dropVariants(plan, pictures);
  }
  // What was left out may be right the next time, for reasons that stand in no article's file.
  const origin = skipped.length > 0 ? undefined : originOf(ready, { code, texts, now });
  const built = await saveManifest(manifestFile, dist, {
    codeHash: pageCode,
    articles: edition.articles.length,
    outputs,
    origin,
  });
  return { ...factsOf(built), written: plan.changed.length, removed: plan.gone.length, skipped };
}

function originOf(
  { edition: { site, today }, turns, pictures }: ReadyEdition,
  { code, texts, now }: Pick<Origin, 'code' | 'texts'> & { now: number },
): Origin {
  return { code, texts, timeZone: site.timeZone, today, ...momentsAround(turns, now), pictures: [...pictures] };
}

interface WriteOrder extends Pick<EditionOrder, 'id' | 'content' | 'dist' | 'manifest' | 'manifestFile'> {
  /** The cache of pictures. */
  pictures: string;
}

async function write(
  plan: BuildPlan,
  { edition, html }: ReadyEdition,
  scripts: Scripts,
  { id, content, dist, pictures, manifest, manifestFile }: WriteOrder,
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
    await writeTexts(plan, aside, () => pagePolicy(aside));
    await unfoldFiles(plan, aside);
    await proveReceipts(edition, plan.changed, aside, html);
    await writeCompressed(plan, { aside, dist, manifest });
    await putInPlace(plan, { aside, dist, manifestFile });
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

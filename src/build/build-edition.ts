import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ReadyEdition, readEdition } from '../edition/read-edition.ts';
import { forgetRecords } from '../edition/cache.ts';
import type { ArticleText } from '../edition/content-files.ts';
import { DamagedMemory } from '../edition/texts.ts';
import { sha256 } from '../news/digest.ts';
import type { Edition } from '../news/edition.ts';
import { eachRoute, type RouteOf } from '../routes/all-routes.ts';
import { apply } from './apply.ts';
import type { BuildRequest, BuildResult } from './build.ts';
import type { Scripts } from './bundle-scripts.ts';
import { foldersBeside } from './clear-up.ts';
import { Folder } from './folder.ts';
import { hostOutputs } from './hosts/host-outputs.ts';
import { noteRedirects } from './hosts/to-redirects.ts';
import { keptScripts } from './kept-scripts.ts';
import { factsOf, type Manifest, saveManifest } from './manifest.ts';
import { Memory } from './memory.ts';
import { changesAround, type Origin } from './origin.ts';
import { NOT_FOUND, pagePolicy } from './page-policy.ts';
import { dropVariants } from './pictures/write-variants.ts';
import { BuildPlan, type Changes, describeFile, type FileOutput, pictureFiles } from './plan.ts';
import { compressedOutputs, writeCompressed } from './precompress.ts';
import { printPages } from './print-pages.ts';
import { indexArticles } from './search/index-articles.ts';
import { servedFiles } from './served-files.ts';
import { writeFiles } from './write-files.ts';

/** What is known before an edition is built. */
export interface EditionOrder extends BuildRequest {
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
 * Builds content/ into dist/: prepares the edition, prints aside what has changed, proves every receipt on the pages, and
 * only then puts them in place. A failed build leaves dist/ as it was. Where it finds that its memory of articles is damaged,
 * it begins again without.
 */
export async function buildEdition(order: EditionOrder): Promise<BuildResult> {
  try {
    return await readAndBuild(order);
  } catch (error) {
    if (!(error instanceof DamagedMemory)) throw error;
    await forgetRecords(order.folder);
    return readAndBuild(order);
  }
}

async function readAndBuild(order: EditionOrder): Promise<BuildResult> {
  const { content, articles, now, folder, code, skipBad = false } = order;
  const onRead = (done: number, all: number): void => order.onProgress?.('read', done, all);
  const ready = await readEdition({ content, articles, now, cache: { folder, codeHash: code }, skipBad, onRead });
  try {
    return await buildReady(ready, order);
  } finally {
    ready.close();
  }
}

async function buildReady(
  ready: ReadyEdition,
  { project, content, dist, now, onStage, onProgress, folder, manifestFile, code, texts, manifest }: EditionOrder,
): Promise<BuildResult> {
  const { edition, html, skipped } = ready;
  onStage?.('search');
  const index = await indexArticles({ ...ready, cache: { folder: join(folder, 'search'), codeHash: code } });
  onStage?.('pages');
  const scripts = await scriptsOf(edition, { project, folder, code });
  const pictures = pictureFiles(edition);
  const served = await servedFiles(project);
  const redirects: RouteOf<'redirect'>[] = [];
  const memory = new Memory(join(folder, 'memory'), code);
  // Every page holds the script that names the others.
  const pageCode = sha256(code + scripts.inline);
  const plan = new BuildPlan(pageCode, manifest, dist);
  const aside = new Folder(foldersBeside(dist).next);
  await rm(aside.path, { recursive: true, force: true });
  let changes: Changes;
  try {
    const templates = async (): Promise<string> => {
      const { bundleTemplates } = await import('./bundle-templates.ts');
      return bundleTemplates(pageCode, scripts);
    };
    const routes = noteRedirects(eachRoute(edition, memory.recall), redirects);
    const onPrinted = (done: number): void => onProgress?.('pages', done);
    await printPages(routes, plan, { edition, html, templates, aside, onPrinted });
    const policy = pagePolicy(plan.changed.includes(NOT_FOUND) ? aside.path : dist);
    const hosts = hostOutputs({ policy, base: edition.base, redirects, served });
    const files = [...pictures, ...served, ...toTexts(scripts), ...index, ...hosts];
    const changed = files.filter((output) => plan.add(output, describeFile(output)));
    await writeFiles(changed, { content, pictures: join(folder, 'pictures') }, aside);
    const copies = edition.site.precompressed ? compressedOutputs(plan.outputs) : [];
    const due = copies.filter((copy) => plan.add(copy, `the compressed ${copy.file}`));
    await writeCompressed(due, { aside: aside.path, changed: plan.changed, dist, manifest });
    memory.forgetOthers();
    onStage?.('publish');
    changes = plan.changes();
    await apply(changes, aside.path, dist);
  } finally {
    await rm(aside.path, { recursive: true, force: true });
  }
  await dropVariants(pictures, join(folder, 'pictures'));
  // What was left out may be right the next time, for reasons that stand in no article's file.
  const origin = skipped.length > 0 ? undefined : originOf(ready, { code, texts, now });
  const built = saveManifest(manifestFile, dist, {
    codeHash: pageCode,
    articles: edition.articles.length,
    outputs: plan.outputs,
    origin,
  });
  const { next } = changesAround(ready.turns, now);
  return { ...factsOf(built), written: changes.changed.length, removed: changes.gone.length, skipped, next };
}

/** The bundler is not even loaded where nothing that it works with has changed. */
function scriptsOf(
  { base, site }: Edition,
  { project, folder, code }: Pick<EditionOrder, 'project' | 'folder' | 'code'>,
): Promise<Scripts> {
  const { offline } = site;
  return keptScripts(join(folder, 'scripts.json'), sha256(JSON.stringify([code, base, offline])), async () => {
    const { bundleScripts } = await import('./bundle-scripts.ts');
    return bundleScripts(project, base, { offline });
  });
}

function originOf(
  { edition: { site, today }, turns, named }: ReadyEdition,
  { code, texts, now }: Pick<Origin, 'code' | 'texts'> & { now: number },
): Origin {
  return { code, texts, timeZone: site.timeZone, today, ...changesAround(turns, now), named: [...named] };
}

function toTexts({ files }: Scripts): FileOutput[] {
  return files.map(({ file, text }) => ({ file, key: sha256(text), text }));
}

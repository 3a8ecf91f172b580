import { join, resolve } from 'node:path';
import type { AstroInlineConfig, AstroIntegration, HookParameters } from 'astro';
import { codeHash } from '../../edition/code-hash.ts';
import { ContentError } from '../../edition/content-error.ts';
import { readSite } from '../../edition/read-site.ts';
import type { ReadyEdition } from '../../edition/read-edition.ts';
import { decoded, notFoundPath } from '../../news/paths.ts';
import { basePath } from '../../news/site.ts';
import { eachRoute, type Route } from '../../routes/all-routes.ts';
import { readable } from '../../routes/neighbours.ts';
import { publishPlan } from '../../routes/planned.ts';
import { astroOptions } from '../astro-options.ts';
import { bundleScripts } from '../bundle-scripts.ts';
import { deskCache, PROJECT } from '../locations.ts';
import { DeskEdition } from './edition.ts';
import { AT_DESK, picturesStep, scriptsStep } from './files.ts';
import { DeskKin } from './kin.ts';
import { DeskRoutes } from './routes.ts';

/** How Astro runs at the editor's desk: `npm run dev`. */
export async function deskOptions(content: string): Promise<AstroInlineConfig> {
  const site = await readSite(content);
  const scripts = await bundleScripts(PROJECT, basePath(site), AT_DESK);
  return {
    ...astroOptions(scripts),
    base: basePath(site),
    integrations: [deskIntegration(content, basePath(site), scripts.folder)],
  };
}

type Setup = HookParameters<'astro:server:setup'>;

/**
 * Shows all pages of content/, drafts and embargoed articles too, and each change of a file at once.
 * While a file has an error the last good edition stays, and the terminal says what is wrong.
 */
function deskIntegration(content: string, base: string, scripts: string): AstroIntegration {
  return {
    name: 'tearsheet-desk',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        const cache = { folder: deskCache(content), codeHash: await codeHash(PROJECT) };
        const desk = new DeskEdition(content, cache);
        let ready: ReadyEdition | undefined;
        const kin = await DeskKin.open({
          ...{ file: join(cache.folder, 'memory.json'), codeHash: cache.codeHash },
          articles: () => (ready ? readable(ready.edition) : []),
          onNew: () => show(ready),
        });
        const show = (shown: ReadyEdition | undefined): void => {
          if (!shown) return;
          const routes = new DeskRoutes(eachRoute(shown.edition, kin.recall));
          const at = (address: string): Route | undefined =>
            routes.at(pathIn(base, address)) ?? routes.at(notFoundPath);
          publishPlan({ html: shown.html, at });
        };
        const read = async (changed?: readonly string[]): Promise<void> => {
          try {
            ready = await desk.read(changed);
            show(ready);
          } catch (error) {
            if (!(error instanceof ContentError)) throw error;
            logger.error(`\n${error.message}`);
          }
        };
        await read();
        server.middlewares.use(scriptsStep(base, scripts));
        server.middlewares.use(picturesStep(base, content, () => ready?.edition.pictures ?? new Map()));
        watch(server, resolve(content), async (changed) => {
          await read(changed);
          server.hot.send({ type: 'full-reload' });
        });
      },
    },
  };
}

/** Tells of changed files in a folder, by their paths: of all that have changed while it was busy at once. */
function watch(server: Setup['server'], folder: string, tell: (changed: readonly string[]) => Promise<void>): void {
  let changed = new Set<string>();
  let work = Promise.resolve();
  const tellAll = async (): Promise<void> => {
    const now = [...changed];
    changed = new Set();
    if (now.length > 0) await tell(now);
  };
  server.watcher.add(folder);
  server.watcher.on('all', (_event, file) => {
    const path = resolve(file);
    if (!path.startsWith(folder)) return;
    changed.add(path);
    work = work.then(tellAll);
  });
}

/** The path of a page within the site, from the path of its address. */
function pathIn(base: string, address: string): string {
  return decoded(address.slice(base.length - 1));
}

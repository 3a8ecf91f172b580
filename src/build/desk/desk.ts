import type { FSWatcher } from 'node:fs';
import { join } from 'node:path';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
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
import { watchFolder } from './watch-folder.ts';

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

/**
 * Shows all pages of content/, drafts and embargoed articles too, and each change of a file at once.
 * While a file has an error the last good edition stays, and the terminal says what is wrong.
 */
function deskIntegration(content: string, base: string, scripts: string): AstroIntegration {
  let watching: FSWatcher | undefined;
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
        watching = watchFolder(content, async (changed) => {
          await read(changed);
          server.hot.send({ type: 'full-reload' });
        });
      },
      'astro:server:done': () => watching?.close(),
    },
  };
}

/** The path of a page within the site, from the path of its address. */
function pathIn(base: string, address: string): string {
  return decoded(address.slice(base.length - 1));
}

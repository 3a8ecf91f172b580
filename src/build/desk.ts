import { join, resolve } from 'node:path';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { ContentError } from '../edition/content-error.ts';
import { readEdition } from '../edition/read-edition.ts';
import { readSite } from '../edition/read-site.ts';
import { allRoutes } from '../routes/all-routes.ts';
import { decoded, notFoundPath } from '../news/paths.ts';
import { basePath } from '../news/site.ts';
import type { Edition } from '../news/edition.ts';
import { publishPlan } from '../routes/planned.ts';
import { astroOptions } from './astro-options.ts';
import { bundleScripts } from './bundle-scripts.ts';
import { codeHash } from '../edition/code-hash.ts';
import { AT_DESK, picturesStep, scriptsStep } from './desk-files.ts';
import { CACHE, PROJECT } from './locations.ts';

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
  return {
    name: 'tearsheet-desk',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        const cache = { folder: join(CACHE, 'desk'), codeHash: await codeHash(PROJECT) };
        let pictures: Edition['pictures'] = new Map();
        let close = (): void => undefined;
        const read = async (): Promise<void> => {
          try {
            const { edition, html, ...ready } = await readEdition({
              content,
              now: Date.now(),
              cache,
              withDrafts: true,
            });
            pictures = edition.pictures;
            const routes = new Map(allRoutes(edition).map((route) => [String(route.path), route]));
            publishPlan({ html, at: (address) => routes.get(pathIn(base, address)) ?? routes.get(notFoundPath) });
            close();
            close = ready.close;
          } catch (error) {
            if (!(error instanceof ContentError)) throw error;
            logger.error(`\n${error.message}`);
          }
        };
        const reread = async (): Promise<void> => {
          await read();
          // Astro asks a page for its addresses once; as a new module it is asked again.
          for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
          server.hot.send({ type: 'full-reload' });
        };
        await read();
        server.middlewares.use(scriptsStep(base, scripts));
        server.middlewares.use(picturesStep(base, content, () => pictures));
        const folder = resolve(content);
        server.watcher.add(folder);
        let queue = Promise.resolve();
        server.watcher.on('all', (_event, file) => {
          if (resolve(file).startsWith(folder)) queue = queue.then(reread);
        });
      },
    },
  };
}

/** The path of a page within the site, from the path of its address. */
function pathIn(base: string, address: string): string {
  return decoded(address.slice(base.length - 1));
}

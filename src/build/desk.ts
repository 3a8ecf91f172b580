import { join, resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { ContentError } from '../edition/content-error.ts';
import { readEdition } from '../edition/read-edition.ts';
import { allRoutes } from '../routes/all-routes.ts';
import { publishPlan } from '../routes/planned.ts';
import { codeHash } from './code-hash.ts';
import { CACHE, PROJECT } from './locations.ts';

/**
 * The editor's desk, for `npm run dev`: all pages of content/, drafts and embargoed articles too, and each change of a
 * file seen at once. While a file has an error the last good edition stays, and the terminal says what is wrong.
 */
export function deskIntegration(content: string): AstroIntegration {
  return {
    name: 'tearsheet-desk',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        const cache = { folder: join(CACHE, 'desk'), codeHash: await codeHash(PROJECT) };
        const read = async (): Promise<void> => {
          try {
            const { edition, html } = await readEdition({ content, now: Date.now(), cache, withDrafts: true });
            const routes = allRoutes(edition);
            publishPlan({ all: routes, due: routes, html });
          } catch (error) {
            if (!(error instanceof ContentError)) throw error;
            logger.error(`\n${error.message}`);
          }
        };
        await read();
        const folder = resolve(content);
        server.watcher.add(folder);
        let queue = Promise.resolve();
        server.watcher.on('all', (_event, file) => {
          if (!resolve(file).startsWith(folder)) return;
          queue = queue.then(read).then(() => server.hot.send({ type: 'full-reload' }));
        });
      },
    },
  };
}

import { join, relative, sep } from 'node:path';
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
import { messageOf } from '../message-of.ts';
import { DeskEdition } from './edition.ts';
import { AT_DESK, picturesStep, scriptsStep } from './files.ts';
import { FolderWatch } from './folder-watch.ts';
import { DeskKin } from './kin.ts';
import { DeskRoutes } from './routes.ts';

/**
 * How Astro runs at the editor's desk: `npm run dev`. `onMove` is asked to open another desk when site.yaml puts the site below
 * another path: Astro and the scripts know the path from their start.
 */
export async function deskOptions(
  content: string,
  onMove: () => Promise<void> = () => Promise.resolve(),
): Promise<AstroInlineConfig> {
  const base = basePath(await readSite(content));
  const scripts = await bundleScripts(PROJECT, base, AT_DESK);
  const options = astroOptions(scripts);
  return {
    ...options,
    base,
    vite: { ...options.vite, server: { watch: { ignored: isNoPart } } },
    integrations: [deskIntegration({ content, base, scripts: scripts.folder, onMove })],
  };
}

interface DeskOrder {
  content: string;
  /** The start of the site's links. */
  base: string;
  /** The folder of the scripts, as a link. */
  scripts: string;
  onMove: () => Promise<void>;
}

/**
 * Shows all pages of content/, drafts and embargoed articles too, and each change of a file at once.
 * While a file has an error the last good edition stays, and the terminal says what is wrong.
 */
function deskIntegration({ content, base, scripts, onMove }: DeskOrder): AstroIntegration {
  let close = (): void => undefined;
  return {
    name: 'tearsheet-desk',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        const cache = { folder: deskCache(content), codeHash: await codeHash(PROJECT) };
        const desk = new DeskEdition(content, cache);
        let ready: ReadyEdition | undefined;
        const onFault = (sentence: string): void => logger.error(sentence);
        const kin = DeskKin.open({
          ...{ folder: join(cache.folder, 'memory'), codeHash: cache.codeHash },
          articles: () => (ready ? readable(ready.edition) : []),
          onNew: () => show(ready),
          onFault,
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
            onFault(whatIsWrong(content, error));
          }
        };
        const first = read();
        const onChange = async (changed: readonly string[]): Promise<void> => {
          await first;
          await read(changed);
          if (!ready || ready.edition.base === base) {
            server.hot.send({ type: 'full-reload' });
            return;
          }
          logger.info(`The site has moved from ${base} to ${ready.edition.base}.`);
          await onMove().catch((error: unknown) => onFault(`${messageOf(error)}\nStart "npm run dev" again.`));
        };
        // Before all is read, which may take long the first time: what changes meanwhile is read again.
        const watch = new FolderWatch({ folder: content, onChange, onFault });
        close = () => {
          watch.close();
          kin.close();
          ready?.close();
        };
        await first;
        server.middlewares.use(scriptsStep(base, scripts));
        server.middlewares.use(picturesStep(base, content, () => ready?.edition.pictures ?? new Map()));
      },
      'astro:server:done': () => close(),
    },
  };
}

/** What an editor is told of a fault; whatever it is, the last good edition stays. */
function whatIsWrong(content: string, error: unknown): string {
  if (error instanceof ContentError) return `\n${error.message}`;
  return `${content}/ could not be read: ${messageOf(error)}. Mend that; it is read again with the next change.`;
}

/**
 * Whether Vite need not watch a path: pages are made of src/ and public/. It would watch each file of content/ and dist/, and
 * name each in a line where the system allows no more.
 */
export function isNoPart(path: string): boolean {
  const [top] = relative(PROJECT, path).split(sep);
  return top !== '' && top !== 'src' && top !== 'public';
}

/** The path of a page within the site, from the path of its address. */
function pathIn(base: string, address: string): string {
  return decoded(address.slice(base.length - 1));
}

import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { articlesFolder } from '../../edition/content-files.ts';
import type { PublishedPicture } from '../../news/article.ts';
import { decoded } from '../../news/paths.ts';
import { pictureVariants } from '../../news/pictures.ts';
import { bundleScripts, type ScriptsOptions } from '../bundle-scripts.ts';
import { WORKER_FILE } from '../bundle-worker.ts';
import { PROJECT } from '../locations.ts';

/** A server's step: answers a request, or hands it on. */
export type Step = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** A worker that a browser has from a built site on the same port removes itself when it finds this one. */
export const AT_DESK: ScriptsOptions = { offline: false, atDesk: true };

/** Gives pages their scripts as they are now; only a change of the inlined one needs a new start. */
export function scriptsStep(base: string, folder: string): Step {
  return (request, response, next) => {
    const path = pathOf(request, base);
    if (path !== `/${WORKER_FILE}` && !path.startsWith(folder.slice(base.length - 1))) {
      next();
      return;
    }
    void bundleScripts(PROJECT, base, AT_DESK).then(({ files }) => {
      const text = files.find(({ file }) => file.split('/').at(-1) === path.split('/').at(-1))?.text;
      if (text === undefined) next();
      else response.setHeader('Content-Type', 'text/javascript').end(text);
    }, next);
  };
}

/** Gives pages the pictures beside their articles; in place of each that a build would encode anew, the original. */
export function picturesStep(
  base: string,
  content: string,
  pictures: () => ReadonlyMap<string, PublishedPicture>,
): Step {
  return (request, response, next) => {
    const path = pathOf(request, base);
    const found = [...pictures()].find(
      ([, picture]) => picture.path === path || pictureVariants(picture).some((variant) => variant.path === path),
    );
    if (!found) {
      next();
      return;
    }
    // What it is a browser finds out from its bytes.
    readFile(join(articlesFolder(content), found[0])).then((bytes) => response.end(bytes), next);
  };
}

/** The path below the site. Vite takes the base path away before it hands a request on. */
function pathOf({ url = '' }: IncomingMessage, base: string): string {
  const path = decoded(new URL(url, 'http://localhost').pathname);
  return path.startsWith(base) ? path.slice(base.length - 1) : path;
}

import { constants } from 'node:fs';
import { access, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { errorText } from '../error-text.ts';

/** A content folder that cannot be used; the message says why and what to do. */
export class ContentFolderError extends Error {}

/** The file of an article, below a content folder. */
export function articleFile(content: string, file: string): string {
  return join(content, 'articles', file);
}

/** The file that keeps a copy as it was before a new version of its source came, by its sha256. */
export function versionPath(content: string, digest: string): string {
  return join(content, 'versions', `${digest}.md`);
}

/** The folder that keeps the originals. */
export function originalsFolder(content: string): string {
  return join(content, 'sources');
}

/**
 * Makes sure, before any work is done, that a content folder can be written to; makes it where it alone is missing.
 * A default folder that is a link out of the project is refused: one elsewhere has to be named.
 */
export async function prepareContent(
  content: string,
  { isNamed, make }: { isNamed: boolean; make: boolean },
): Promise<void> {
  const found = await stat(content).catch(() => undefined);
  if (found && !found.isDirectory())
    throw new ContentFolderError(`${content} is not a folder; name one with --content.`);
  if (!found && (await stat(dirname(content)).catch(() => undefined)) === undefined) {
    throw new ContentFolderError(
      `There is no folder ${dirname(content)} to make ${content} in; name another with --content.`,
    );
  }
  if (!found && !make) return;
  try {
    if (!found) await mkdir(content);
    for (const folder of [content, join(content, 'articles'), join(content, 'versions'), originalsFolder(content)])
      await checkWritable(folder);
  } catch (error) {
    throw new ContentFolderError(`Nothing can be written to ${content}: ${errorText(error)}.`);
  }
  const real = await realpath(content);
  if (!isNamed && !isWithin(await realpath('.'), real)) {
    throw new ContentFolderError(`${content} is a link that leads to ${real}; if it is meant, give --content ${real}`);
  }
}

/** Whether a file that is to be written will be inside a folder, whatever links are on its way. */
export async function staysInside(folder: string, file: string): Promise<boolean> {
  let above = dirname(file);
  // The first folder on the way up that is there: those below it will be made, and are no links.
  for (;;) {
    const real = await realpath(above).catch(() => undefined);
    if (real !== undefined) return isWithin(await realpath(folder), real);
    if (above === dirname(above)) return false;
    above = dirname(above);
  }
}

async function checkWritable(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found && !found.isDirectory()) throw new Error(`${folder} is not a folder`);
  if (found) await access(folder, constants.W_OK | constants.X_OK);
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !/^\.\.(?:[/\\]|$)/u.test(way) && !isAbsolute(way);
}

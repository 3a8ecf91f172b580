import { realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { isBeside } from '../../news/paths.ts';
import { errorText } from '../error-text.ts';
import { readPictureFile } from './read-picture-file.ts';
import type { FindPicture, FoundPicture } from './take-pictures.ts';

/** Where pictures may be looked for. */
export interface PicturePlaces {
  /** Parts of the source itself, by their address: an MHTML file brings its pictures along. */
  resources: ReadonlyMap<string, Uint8Array> | undefined;
  /** The file that was imported; pictures are looked for in its folder and below, and nowhere else. */
  file: string | undefined;
  /** Fetches a picture of the web; absent where the editor has not asked for that. */
  fetch: ((url: string) => Promise<FoundPicture>) | undefined;
}

const DATA = /^data:image\/[\w.+-]{1,40}(?:;[\w=.+-]{1,60}){0,5}?(;base64)?,/iu;

/** Finds pictures where a saved page has them: inside its addresses, its own parts, the folder beside it, then the web. */
export function pictureFinder({ resources, file, fetch }: PicturePlaces): FindPicture {
  return async (address, base) => {
    if (/^data:/iu.test(address)) return decodeData(address);
    const absolute = URL.canParse(address, base) ? new URL(address, base).href : undefined;
    const part = resources?.get(address) ?? (absolute === undefined ? undefined : resources?.get(absolute));
    if (part) return { ok: true, bytes: part };
    const found = file !== undefined && isBeside(address) ? await readBeside(file, address) : undefined;
    if (found?.ok === true) return found;
    if (absolute === undefined || !/^https?:/iu.test(absolute))
      return found ?? { ok: false, reason: 'it is not beside the page' };
    return fetch ? fetch(absolute) : { ok: false, reason: 'it is on the web; --fetch-images takes such pictures' };
  };
}

function decodeData(address: string): FoundPicture {
  const match = DATA.exec(address.slice(0, 500));
  if (!match) return { ok: false, reason: 'no picture that can be read' };
  const content = address.slice(match[0].length);
  try {
    const bytes =
      match[1] === undefined ? Buffer.from(decodeURIComponent(content), 'latin1') : Buffer.from(content, 'base64');
    return { ok: true, bytes };
  } catch {
    return { ok: false, reason: 'no picture that can be read' };
  }
}

/** A file in the folder of the page or below it, whatever links and `..` the address has. */
async function readBeside(page: string, address: string): Promise<FoundPicture> {
  const folder = dirname(page);
  try {
    const path = join(folder, decodeURIComponent(address.replace(/[?#].*$/su, '')));
    const way = relative(await realpath(folder), await realpath(path));
    if (way === '..' || way.startsWith(`..${sep}`))
      return { ok: false, reason: 'it is outside the folder of the page' };
    return await readPictureFile(path);
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { ok: false, reason: isAbsent ? 'it is not beside the page' : errorText(error) };
  }
}

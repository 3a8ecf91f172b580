import { randomBytes } from 'node:crypto';
import { link, lstat, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ContentFolderError } from './content-folder.ts';
import { errorText } from '../error-text.ts';

/** Beside the articles, so that whoever writes to the same content folder finds it. */
const NAME = '.import.lock';

const holder = z.object({ pid: z.int().positive(), started: z.string(), host: z.string() });
type Holder = z.output<typeof holder>;

/**
 * Keeps a content folder to one importer at a time. Gives what ends it. A lock whose process is gone, by its number
 * and its start, is taken over; else a ContentFolderError says who holds it.
 */
export async function lockContent(content: string): Promise<() => Promise<void>> {
  const path = join(content, NAME);
  const own = `${path}.${randomBytes(6).toString('hex')}`;
  const me: Holder = { pid: process.pid, started: await startOf(process.pid), host: hostname() };
  try {
    await writeFile(own, JSON.stringify(me), { flag: 'wx' });
    await take(path, own);
  } catch (error) {
    if (error instanceof ContentFolderError) throw error;
    throw new ContentFolderError(`Nothing can be written to ${content}: ${errorText(error)}.`);
  } finally {
    await rm(own, { force: true }).catch(() => undefined);
  }
  return async () => {
    await unlink(path).catch(() => undefined);
  };
}

async function take(path: string, own: string): Promise<void> {
  // A second try is for a lock that went away or was stale; whoever is faster has it.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await linked(own, path)) return;
    if ((await lstat(path).catch(() => undefined))?.isFile() === false)
      throw new ContentFolderError(`${path} is in the way of a lock and is no file; remove it.`);
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const other = parseHolder(text);
    if (other && (await isAlive(other))) throw new ContentFolderError(sayHeld(path, other));
    await putAside(path, text);
  }
  throw new ContentFolderError(`Another import has just begun; wait for its end. (${path})`);
}

async function linked(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a stale lock away; if another importer took its place in the meantime, that one gets it back. */
async function putAside(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  await rename(path, aside).catch(() => undefined);
  const text = await readFile(aside, 'utf8').catch(() => undefined);
  if (text !== undefined && text !== stale) await linked(aside, path);
  await rm(aside, { force: true });
}

function parseHolder(text: string): Holder | undefined {
  try {
    return holder.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** On another machine nobody can tell; there it counts as alive. */
async function isAlive({ pid, started, host }: Holder): Promise<boolean> {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return (await startOf(pid)) === started;
}

/** When a process started, as its system counts it: the 22nd field of /proc/PID/stat (proc(5)); empty where there is none. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is the program's name in brackets, and may hold spaces and brackets itself.
  return (
    stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .at(19) ?? ''
  );
}

function sayHeld(path: string, { pid, host }: Holder): string {
  const where = host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`;
  return `Another import is at work in this folder (${where}); wait for its end. If there is none, remove ${path}`;
}

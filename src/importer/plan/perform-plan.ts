import { lstat, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '../../news/digest.ts';
import { articleFile, originalsFolder, staysInside, versionPath } from '../archive/content-folder.ts';
import type { Arrival, Imported, Plan, Unchanged, Updated } from './plan.ts';
import { type Disk, removeFile, WriteError, writeWhole } from '../archive/write-files.ts';

/**
 * Carries out a plan: the original first, then pictures, the copy as it was and the article, and only then is an old
 * place given up, so that whatever happens in between, nothing is lost and the next run completes it. Throws a WriteError
 * if the disk refuses.
 */
export async function performPlan(plan: Plan, { raw, pictures }: Arrival, content: string, disk: Disk): Promise<Plan> {
  if (plan.outcome === 'refused' || plan.outcome === 'duplicate') return plan;
  const target = articleFile(content, plan.file);
  const { bytes, extension } = raw.original;
  const original = join(originalsFolder(content), `${sha256(bytes)}.${extension}`);
  const earlier = plan.outcome === 'updated' ? plan.earlier : undefined;
  const version = earlier === undefined ? undefined : versionPath(content, sha256(earlier));
  for (const path of [target, original, ...(version === undefined ? [] : [version])]) {
    if (await staysInside(content, path)) continue;
    return { outcome: 'refused', reason: `a link leads from ${path} out of ${content}` };
  }
  const isNew = isNeeded(plan) && (await keep(original, bytes, disk));
  if (plan.outcome === 'unchanged') return { ...plan, isRestored: isNew };
  const written = isNew ? [original] : [];
  try {
    for (const { name, bytes: picture } of pictures) {
      const path = join(dirname(target), name);
      if (await keep(path, picture, disk)) written.push(path);
    }
    if (earlier !== undefined && version !== undefined && (await keep(version, Buffer.from(earlier), disk)))
      written.push(version);
    await writeWhole(target, plan.text, disk);
  } catch (error) {
    // An original without its article would be taken for one whose copy was lost.
    if (error instanceof WriteError) for (const path of written) await removeFile(path, disk).catch(() => undefined);
    throw error;
  }
  if (plan.outcome === 'updated') for (const file of plan.remove) await removeFile(articleFile(content, file), disk);
  return plan;
}

/** Other bytes that say the same as those that are kept, or less, are not kept beside them. */
function isNeeded(plan: Imported | Updated | Unchanged): boolean {
  if (plan.outcome === 'unchanged') return plan.because === 'same' || plan.because === 'earlier';
  return plan.outcome === 'imported' || plan.by === 'version' || plan.isHeld;
}

/** Keeps the bytes that a copy was made from, or a picture; a file that is there undamaged is not written again. */
async function keep(path: string, bytes: Uint8Array, disk: Disk): Promise<boolean> {
  // A pipe or a device is not read: it would keep the importer waiting for ever.
  const isFile = (await lstat(path).catch(() => undefined))?.isFile() === true;
  const present = isFile ? await readFile(path).catch(() => undefined) : undefined;
  if (present && sha256(present) === sha256(bytes)) return false;
  await writeWhole(path, bytes, disk);
  return true;
}

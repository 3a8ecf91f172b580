import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../news/digest.ts';
import { articleFile, originalsFolder, staysInside } from './content-folder.ts';
import type { Plan } from './plan.ts';
import type { RawArticle } from './raw-article.ts';
import { type Disk, removeFile, WriteError, writeWhole } from './write-files.ts';

/**
 * Carries out a plan: the original first, then the article, and only then is an old place given up, so that whatever
 * happens in between, nothing is lost and the next run completes it. Throws a WriteError if the disk refuses.
 */
export async function performPlan(plan: Plan, raw: RawArticle, content: string, disk: Disk): Promise<Plan> {
  if (plan.outcome === 'refused') return plan;
  const target = articleFile(content, plan.file);
  const { bytes, extension } = raw.original;
  const original = join(originalsFolder(content), `${sha256(bytes)}.${extension}`);
  for (const path of [target, original]) {
    if (await staysInside(content, path)) continue;
    return { outcome: 'refused', reason: `a link leads from ${path} out of ${content}` };
  }
  const isNew = await keepOriginal(original, bytes, disk);
  if (plan.outcome === 'unchanged') return { ...plan, isRestored: isNew };
  try {
    await writeWhole(target, plan.text, disk);
  } catch (error) {
    // An original without its article would be taken for one whose copy was lost.
    if (isNew && error instanceof WriteError) await removeFile(original, disk).catch(() => undefined);
    throw error;
  }
  if (plan.outcome === 'updated') for (const file of plan.remove) await removeFile(articleFile(content, file), disk);
  return plan;
}

/** Keeps the bytes that a copy was made from; one that is there undamaged is not written again. */
async function keepOriginal(path: string, bytes: Uint8Array, disk: Disk): Promise<boolean> {
  const present = await readFile(path).catch(() => undefined);
  if (present && sha256(present) === sha256(bytes)) return false;
  await writeWhole(path, bytes, disk);
  return true;
}

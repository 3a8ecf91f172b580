import { z } from 'zod';
import { readJson, writeJson } from '../edition/kept-files.ts';
import type { Scripts } from './bundle-scripts.ts';

const stored = z.object({
  key: z.string(),
  // Written by this module under a key that stands for the code that makes them.
  scripts: z.custom<Scripts>(),
});

/** The scripts that were bundled under a key, which stands for all that they are made from; else bundles them and keeps them. */
export async function keptScripts(file: string, key: string, bundle: () => Promise<Scripts>): Promise<Scripts> {
  const kept = stored.safeParse(readJson(file)).data;
  if (kept?.key === key) return kept.scripts;
  const scripts = await bundle();
  writeJson(file, { key, scripts });
  return scripts;
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Tearsheet's own version, as package.json states it. */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}

import { resolve } from 'node:path';
import { type AstroInlineConfig, build, dev } from 'astro';
import { PROJECT } from './locations.ts';

/** Lets Astro build what the options say, in the working folder: there it writes what it needs on the way. */
export async function runAstroBuild(options: AstroInlineConfig): Promise<void> {
  // Astro lets the environment overrule what it knows itself. What is published has its policy whatever stands there.
  Object.assign(process.env, { NODE_ENV: 'production', PROD: 'true' });
  await build({
    ...toInline(options, 'error'),
    cacheDir: resolve('cache'),
    vite: { ...options.vite, cacheDir: resolve('vite'), plugins: [nothingForDev] },
  });
}

/** A build needs none of what Astro would bundle ahead for its toolbar in dev, in the background and past the end. */
const nothingForDev = {
  name: 'tearsheet:nothing-for-dev',
  enforce: 'post',
  config: (config: { optimizeDeps?: { include?: string[] } }): void => {
    if (config.optimizeDeps) config.optimizeDeps.include = [];
  },
} as const;

/** Serves the published plan's pages and whatever becomes of them, until it is stopped. */
export function runAstroDev(options: AstroInlineConfig): ReturnType<typeof dev> {
  return dev(toInline(options, 'info'));
}

function toInline(options: AstroInlineConfig, logLevel: 'error' | 'info'): AstroInlineConfig {
  // Whoever builds a paper is nobody else's business: no usage data, no look for updates.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
  return { ...options, root: PROJECT, configFile: false, logLevel };
}

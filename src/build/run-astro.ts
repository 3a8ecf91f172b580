import { join } from 'node:path';
import { type AstroInlineConfig, build, dev } from 'astro';
import { PROJECT } from './locations.ts';

/** Lets Astro build what the options say; what it needs on the way it writes below `bench`. */
export async function runAstroBuild(bench: string, options: AstroInlineConfig): Promise<void> {
  // Astro lets the environment overrule what it knows itself. What is published has its policy whatever stands there.
  Object.assign(process.env, { NODE_ENV: 'production', PROD: 'true' });
  const workingFolder = process.cwd();
  process.chdir(bench);
  try {
    await build({
      ...toInline(options, 'error'),
      cacheDir: join(bench, 'cache'),
      vite: { ...options.vite, cacheDir: join(bench, 'vite'), plugins: [nothingForDev] },
    });
  } finally {
    process.chdir(workingFolder);
  }
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

import { type AstroInlineConfig, build, dev } from 'astro';
import { PROJECT } from './locations.ts';

/** Writes the published plan's pages. */
export async function runAstroBuild(options: AstroInlineConfig): Promise<void> {
  // Astro writes its own program below the working folder, from where it must find the project's packages.
  const workingFolder = process.cwd();
  process.chdir(PROJECT);
  try {
    await build(toInline(options, 'error'));
  } finally {
    process.chdir(workingFolder);
  }
}

/** Serves the published plan's pages and whatever becomes of them, until the process ends. */
export async function runAstroDev(options: AstroInlineConfig): Promise<void> {
  await dev(toInline(options, 'info'));
}

function toInline(options: AstroInlineConfig, logLevel: 'error' | 'info'): AstroInlineConfig {
  // Whoever builds a paper is nobody else's business: no usage data, no look for updates.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
  return { ...options, root: PROJECT, configFile: false, logLevel };
}

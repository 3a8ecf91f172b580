import { resolve } from 'node:path';
import { json } from 'node:stream/consumers';
import type { AstroAdapter, AstroIntegration } from 'astro';
import { z } from 'zod';
import { astroOptions } from './astro-options.ts';
import { type BundleOrder, OUT } from './bundle-templates.ts';
import { runAstroBuild } from './run-astro.ts';

// A process of its own, in whose working folder Astro bundles the templates into a program that renders them.

/** Makes Astro's server a module that a build loads. */
const adapter: Extract<AstroAdapter, { entrypointResolution: 'auto' }> = {
  name: 'tearsheet:program',
  entrypointResolution: 'auto',
  serverEntrypoint: new URL('press-entry.ts', import.meta.url),
  supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
};

const program: AstroIntegration = {
  name: adapter.name,
  hooks: { 'astro:config:done': ({ setAdapter }) => setAdapter(adapter) },
};

// It comes from the module that starts this one.
const scripts = z.custom<BundleOrder>().parse(await json(process.stdin));
await runAstroBuild({ ...astroOptions(scripts), outDir: resolve(OUT), adapter: program });

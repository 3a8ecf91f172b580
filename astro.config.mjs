import { defineConfig } from 'astro/config';
import { astroOptions } from './src/build/astro-options.ts';
import { deskIntegration } from './src/build/desk.ts';
import { readSite } from './src/edition/read-site.ts';

// For `npm run dev`. `npm run build` gives Astro the same options itself, with only the pages that must be written.
const { url } = await readSite('content');

export default defineConfig({ ...astroOptions({ siteUrl: url }), integrations: [deskIntegration('content')] });

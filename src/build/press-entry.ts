import { createApp } from 'astro/app/entrypoint';

/** The bundled templates, ready to be asked. Astro takes this file for the entry of its server. */
export const app = createApp();

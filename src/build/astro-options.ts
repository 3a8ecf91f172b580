import type { AstroInlineConfig } from 'astro';
import type { Scripts } from './bundle-scripts.ts';

/** How Astro renders pages, in a build and at the desk: the one page that there is shows what the plan says. */
export function astroOptions({ inline, folder }: Pick<Scripts, 'inline' | 'folder'>): AstroInlineConfig {
  return {
    output: 'server',
    trailingSlash: 'ignore',
    // The default of this version takes the space between a word and a link at a line's end.
    compressHTML: true,
    devToolbar: { enabled: false },
    vite: {
      define: { INLINE_SCRIPT: JSON.stringify(inline), SCRIPTS: JSON.stringify(folder) },
      build: {
        cssMinify: 'lightningcss',
        // What browsers understand of the style sheet is its own affair: nothing is rewritten for old ones.
        cssTarget: 'esnext',
      },
    },
  };
}

import type { AstroInlineConfig } from 'astro';
import type { Scripts } from './bundle-scripts.ts';

export interface SiteOptions {
  /** With the base path. */
  siteUrl: string;
  scripts: Pick<Scripts, 'inline' | 'folder'>;
  outDir?: string;
}

/** How Astro writes this site, wherever its content and output stand. */
export function astroOptions({ siteUrl, scripts, outDir }: SiteOptions): AstroInlineConfig {
  const { origin, pathname } = new URL(siteUrl);
  return {
    site: origin,
    base: pathname,
    ...(outDir === undefined ? {} : { outDir }),
    output: 'static',
    trailingSlash: 'always',
    build: { format: 'directory' },
    // The default of this version takes the space between a word and a link at a line's end.
    compressHTML: true,
    prerenderConflictBehavior: 'error',
    devToolbar: { enabled: false },
    vite: {
      define: { INLINE_SCRIPT: JSON.stringify(scripts.inline), SCRIPTS: JSON.stringify(scripts.folder) },
      build: {
        cssMinify: 'lightningcss',
        // What browsers understand of the style sheet is its own affair: nothing is rewritten for old ones.
        cssTarget: 'esnext',
      },
    },
  };
}

import type { AstroInlineConfig } from 'astro';

/** How Astro writes this site, wherever its content and output stand. `siteUrl` carries the base path. */
export function astroOptions({ siteUrl, outDir }: { siteUrl: string; outDir?: string }): AstroInlineConfig {
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
      build: {
        cssMinify: 'lightningcss',
        // What browsers understand of the style sheet is its own affair: nothing is rewritten for old ones.
        cssTarget: 'esnext',
        // A script within a page would need a hash of its own in the policy; a file of the site needs none.
        assetsInlineLimit: 0,
      },
    },
  };
}

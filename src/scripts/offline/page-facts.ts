/** What is known of a kept page without its text. */
export interface PageFacts {
  headline: string;
  /** Of the headline. */
  lang: string;
  dir: string;
  /** The folder of the scripts that the page loads. */
  scripts: string;
}

/** Pixels: as much as most screens show of a picture, where no one knows which screen it will be. */
const FITTING = 960;

/**
 * Reads what is to be known of a page of this site from its HTML. A worker has no parser, and none is needed: the page
 * is our own, its attributes stand in double quotes and its signs are escaped. Nothing for what is no such page.
 */
export function pageFacts(html: string, scriptsRoot: string): PageFacts | undefined {
  const headline = /<meta property="og:title" content="([^"]*)"/u.exec(html)?.[1];
  if (headline === undefined) return undefined;
  const folder = html.indexOf(scriptsRoot);
  const attribute = (name: string): string => {
    const [heading = '', page = ''] = [/<h1[^>]*>/u.exec(html)?.[0], /<html[^>]*>/u.exec(html)?.[0]];
    const pattern = new RegExp(` ${name}="([^"]*)"`, 'u');
    return (pattern.exec(heading) ?? pattern.exec(page))?.[1] ?? '';
  };
  return {
    headline: unescape(headline),
    lang: attribute('lang'),
    dir: attribute('dir'),
    scripts: folder === -1 ? '' : html.slice(folder, html.indexOf('/', folder + scriptsRoot.length) + 1),
  };
}

/**
 * The addresses of the pictures to keep with a page, one for each picture it shows: the one that the browser `has`
 * already, else a WebP of a middling width, which all browsers show, else the original.
 */
export function picturesOf(html: string, has: (address: string) => boolean): string[] {
  const pictures = html.match(/<picture[\s>][\s\S]*?<\/picture>|<img\s[^>]*>/gu) ?? [];
  const chosen = pictures.flatMap((picture) => {
    const offered = [...picture.matchAll(/ (?:srcset|src)="([^"]*)"/gu)].flatMap(([, value = '']) =>
      unescape(value)
        .split(/,\s+/u)
        .map((candidate) => candidate.split(' ')[0] ?? ''),
    );
    return offered.find(has) ?? fitting(offered) ?? offered.at(-1) ?? [];
  });
  return [...new Set(chosen)].filter((address) => address.startsWith('/'));
}

function fitting(offered: readonly string[]): string | undefined {
  const widths = offered
    .map((address) => ({ address, width: Number(/-(\d+)\.webp$/u.exec(address)?.[1] ?? 0) }))
    .filter(({ width }) => width > 0)
    .sort((a, b) => a.width - b.width);
  return (widths.find(({ width }) => width >= FITTING) ?? widths.at(-1))?.address;
}

/** How the signs of a text are written in our pages' attributes. */
const ESCAPED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'", '#x27': "'" };

function unescape(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot|#34|#39|#x27);/giu,
    (sign, name: string) => ESCAPED[name.toLowerCase()] ?? sign,
  );
}

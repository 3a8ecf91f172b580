import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { sha256 } from '../news/digest.ts';
import { bundleWorker } from './bundle-worker.ts';

/** What is loaded on first use, each by its own name; what they share is cut out by the bundler. */
const FEATURES = [
  'search',
  'settings',
  'kept',
  'offline',
  'keys',
  'listen',
  'passage',
  'memory',
  'save',
  'saved',
  'cite',
];

/** The browser's scripts of a site. */
export interface Scripts {
  /** The text of the one script that stands in every page. */
  inline: string;
  /** Where the others are, as a link: `/news/_scripts/1f…/`. */
  folder: string;
  /** The others, by their place below the site. */
  files: { file: string; text: string }[];
}

export interface ScriptsOptions {
  /** Whether pages can be read without a network. */
  offline: boolean;
  /** At the editor's desk nothing is built: there is no index to search, and nothing to keep. */
  atDesk?: boolean;
}

/**
 * Bundles `src/scripts` for a site whose links begin with `base`. The folder is named by what is in it, so that hosts may
 * let browsers keep it for ever and a page never gets the scripts of another version. The service worker stands apart.
 */
export async function bundleScripts(
  project: string,
  base: string,
  { offline, atDesk = false }: ScriptsOptions,
): Promise<Scripts> {
  const source = (name: string): string => join(project, 'src/scripts', `${name}.ts`);
  const input = Object.fromEntries(FEATURES.map((name) => [name, source(name)]));
  const define = { AT_DESK: String(atDesk), BASE: JSON.stringify(base), OFFLINE: String(offline) };
  const features = await bundle(input, define);
  const folder = `_scripts/${sha256(JSON.stringify(features)).slice(0, 12)}/`;
  const [inline] = await bundle({ inline: source('inline') }, { SCRIPTS: JSON.stringify(base + folder) });
  const names = features.map(({ file }) => file);
  const worker = await bundleWorker(project, { base, offline, scripts: base + folder, files: names });
  return {
    inline: inline?.text.trim() ?? '',
    folder: base + folder,
    files: [...features.map(({ file, text }) => ({ file: folder + file, text })), worker],
  };
}

async function bundle(
  input: Record<string, string>,
  define: Record<string, string>,
): Promise<{ file: string; text: string }[]> {
  const bundler = await rolldown({ input, platform: 'browser', transform: { define, target: 'es2022' } });
  try {
    const { output } = await bundler.generate({
      format: 'es',
      minify: true,
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
    });
    return output.flatMap((chunk) => (chunk.type === 'chunk' ? [{ file: chunk.fileName, text: chunk.code }] : []));
  } finally {
    await bundler.close();
  }
}

import { sha256 } from '../news/digest.ts';
import type { PublishedPicture } from '../news/article.ts';
import type { Edition } from '../news/edition.ts';
import { pictureVariants, type Variant } from '../news/pictures.ts';
import type { Route } from '../routes/all-routes.ts';
import { isAsWritten, type Manifest } from './manifest.ts';
import type { Packed } from './search/part-cache.ts';

/** A picture to be encoded anew. */
export interface VariantOf {
  /** Below content/articles. */
  original: string;
  picture: PublishedPicture;
  variant: Variant;
}

/**
 * A file to write: a page, a picture copied from beside an article, one encoded anew for pages, a file that Astro brings along (of public/, or a
 * script that it has bundled), one of the search index, a text
 * for hosts, made from the policy that the written pages carry, or the compressed copy of another file.
 */
export type Output = { file: string; key: string } & (
  | { route: Route }
  | { copyOf: string }
  | { variantOf: VariantOf }
  | { asIs: true }
  | { packed: Packed }
  | { text: string }
  | { underPolicy: (policy: string) => string }
  | { compressionOf: string }
);

export interface BuildPlan {
  /** Nothing of dist/ can be trusted: everything is written aside and swapped in. */
  whole: boolean;
  outputs: Output[];
  /** Those of `outputs` that must be written. */
  changed: Output[];
  /** Files of the last build that are no longer part of the edition. */
  gone: string[];
}

/** Two pages at one address: one of them could never be read. */
export class AddressClash extends Error {}

/**
 * Every file of an edition, with the key that tells whether it must be written anew: a hash of all that it shows.
 * Throws an AddressClash where two would stand in one place.
 */
export function toOutputs(edition: Edition, routes: readonly Route[], served: readonly Output[] = []): Output[] {
  const pages = routes.map((route): Output => {
    return { file: outputFile(route.path), key: sha256(JSON.stringify([route.page, route.props])), route };
  });
  const pictures = [...edition.pictures].map(([copyOf, { path, digest }]): Output => {
    return { file: outputFile(path), key: digest, copyOf };
  });
  const outputs = [...pages, ...pictures, ...toVariants(edition), ...served];
  const files = new Map<string, Output>();
  for (const output of outputs) {
    const other = files.get(output.file);
    if (other)
      throw new AddressClash(`Two pages have the address ${output.file}: ${describe(other)} and ${describe(output)}.`);
    files.set(output.file, output);
  }
  for (const output of outputs) {
    // No disk holds a file and a folder of one name.
    const folder = foldersOf(output.file).find((path) => files.has(path));
    if (folder === undefined) continue;
    throw new AddressClash(`${describe(output)} would stand below ${folder}, which is a file of its own.`);
  }
  return outputs;
}

/** The variants of all pictures, each once: two articles may show the same one. */
function toVariants({ pictures }: Edition): Output[] {
  const variants = new Map<string, Output>();
  for (const [original, picture] of pictures) {
    for (const variant of pictureVariants(picture)) {
      const file = outputFile(variant.path);
      // The name tells all that it is made from.
      variants.set(file, { file, key: file, variantOf: { original, picture, variant } });
    }
  }
  return [...variants.values()];
}

/** Compares an edition's files with what the last build left in `dist`. */
export function planBuild(
  outputs: Output[],
  codeHash: string,
  manifest: Manifest | undefined,
  dist: string,
): BuildPlan {
  const last = manifest?.codeHash === codeHash ? manifest.outputs : undefined;
  if (!last) return { whole: true, outputs, changed: outputs, gone: [] };
  const files = new Set(outputs.map(({ file }) => file));
  return {
    whole: false,
    outputs,
    changed: outputs.filter(({ file, key }) => last[file]?.key !== key || !isAsWritten(dist, file, last[file])),
    gone: Object.keys(last).filter((file) => !files.has(file)),
  };
}

/** The folders that a file stands in, `a` and `a/b` for `a/b/c`. */
export function foldersOf(file: string): string[] {
  const names = file.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

/** The file that a server sends for a path. */
function outputFile(path: string): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}

function describe(output: Output): string {
  if ('route' in output) return `the page "${output.route.page}" of ${output.route.path}`;
  if ('copyOf' in output) return `the picture ${output.copyOf}`;
  if ('variantOf' in output) return `a smaller copy of the picture ${output.variantOf.original}`;
  return 'asIs' in output ? `public/${output.file}` : `the build's own ${output.file}`;
}

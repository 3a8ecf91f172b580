import type { PublishedPicture } from '../news/article.ts';
import type { Edition } from '../news/edition.ts';
import { pictureVariants, type Variant } from '../news/pictures.ts';
import { isAsWritten, type Manifest, type Written } from './manifest.ts';
import type { Packed } from './search/part-cache.ts';
import { strayFiles } from './stray-files.ts';

/** A picture to be encoded anew. */
export interface VariantOf {
  /** Below content/articles. */
  original: string;
  picture: PublishedPicture;
  variant: Variant;
}

/** A file of dist/, with the key that tells whether it must be written anew: a hash of all that it is made from. */
export interface Output {
  file: string;
  key: string;
  /** A hash of what the key is made from: where it is the same, so is the key. */
  inputs?: string | undefined;
}

/**
 * A file that is no page: a picture copied from beside an article, one encoded anew for pages, a file of public/, one of
 * the search index, or a text.
 */
export type FileOutput = Output &
  ({ copyOf: string } | { variantOf: VariantOf } | { served: string } | { packed: Packed } | { text: string });

/** Two pages at one address: one of them could never be read. */
export class AddressClash extends Error {}

/** What a build has found out that it must do to `dist`. */
export interface Changes {
  /** Nothing of dist/ can be trusted: everything is written aside and swapped in. */
  whole: boolean;
  /** Files that were written aside. */
  changed: string[];
  /** Files of `dist` that are not, or no longer, part of the edition; with `/` at the end, folders with nothing in them. */
  gone: string[];
}

/** Compares an edition's files, one after the other, with what the last build left in `dist`. */
export class BuildPlan {
  readonly whole: boolean;
  readonly changed: string[] = [];
  readonly outputs: (Output & { written: Written | undefined })[] = [];
  readonly #dist: string;
  readonly #last: Readonly<Record<string, Written>>;
  /** What every file is, as messages name it. */
  readonly #files = new Map<string, string>();
  /** The first file that came to stand below each folder. */
  readonly #folders = new Map<string, string>();

  /** `codeHash` stands for all code that files are made by. */
  constructor(codeHash: string, manifest: Manifest | undefined, dist: string) {
    const last = manifest?.codeHash === codeHash ? manifest.outputs : undefined;
    this.whole = last === undefined;
    this.#last = last ?? {};
    this.#dist = dist;
  }

  /**
   * Takes a file of the edition, and says whether it must be written. `what` names it in messages. The key is asked for
   * only where the inputs do not tell that it is as it was. Throws an AddressClash where two would stand in one place: no
   * disk holds a file and a folder of one name either.
   */
  add(output: Output, what: string): boolean {
    const { file, inputs } = output;
    this.#occupy(file, what);
    const last = this.#last[file];
    const isSame = last !== undefined && ((inputs !== undefined && inputs === last.inputs) || output.key === last.key);
    const written = isSame && isAsWritten(this.#dist, file, last) ? withInputs(last, inputs) : undefined;
    this.outputs.push({ file, key: written?.key ?? output.key, inputs: written ? written.inputs : inputs, written });
    if (!written) this.changed.push(file);
    return !written;
  }

  /** All that is to be done, once every file of the edition was taken. */
  changes(): Changes {
    const isOurs = (path: string): boolean => {
      return path.endsWith('/') ? this.#folders.has(path.slice(0, -1)) : this.#files.has(path);
    };
    const gone = this.whole ? [] : strayFiles(this.#dist, { has: isOurs });
    return { whole: this.whole, changed: this.changed, gone };
  }

  #occupy(file: string, what: string): void {
    const other = this.#files.get(file);
    if (other !== undefined) throw new AddressClash(`Two files have the address ${file}: ${other} and ${what}.`);
    const below = this.#folders.get(file);
    if (below !== undefined) throw standsBelow(below, this.#files.get(below) ?? '', file);
    this.#files.set(file, what);
    for (const folder of foldersOf(file)) {
      if (this.#files.has(folder)) throw standsBelow(file, what, folder);
      if (this.#folders.has(folder)) return;
      this.#folders.set(folder, file);
    }
  }
}

function standsBelow(file: string, what: string, other: string): AddressClash {
  return new AddressClash(`${file}, ${what}, would stand below ${other}, which is a file of its own.`);
}

/** A file as the last build wrote it, with the inputs of this one. Mostly these are the same, and nothing new takes room. */
function withInputs(last: Written, inputs: string | undefined): Written {
  return last.inputs === inputs ? last : { ...last, inputs };
}

/** The pictures of an edition as files: the originals, and all variants, each once: two articles may show the same one. */
export function pictureFiles({ pictures }: Pick<Edition, 'pictures'>): FileOutput[] {
  const originals = [...pictures].map(([copyOf, { path, digest }]) => {
    return { file: outputFile(path), key: digest, copyOf };
  });
  const variants = new Map<string, FileOutput>();
  for (const [original, picture] of pictures) {
    for (const variant of pictureVariants(picture)) {
      const file = outputFile(variant.path);
      // The name tells all that it is made from.
      variants.set(file, { file, key: file, variantOf: { original, picture, variant } });
    }
  }
  return [...originals, ...variants.values()];
}

/** The file that a server sends for a path. */
export function outputFile(path: string): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}

/** Names a file in a message. */
export function describeFile(output: FileOutput): string {
  if ('copyOf' in output) return `the picture ${output.copyOf}`;
  if ('variantOf' in output) return `a smaller copy of the picture ${output.variantOf.original}`;
  return 'served' in output ? `public/${output.file}` : `the build's own ${output.file}`;
}

/** The folders that a file stands in, the innermost first: `a/b` and `a` for `a/b/c`. */
export function* foldersOf(file: string): Generator<string> {
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) yield file.slice(0, end);
}

import { articlePath } from '../news/paths.ts';
import type { FrontMatter } from '../news/front-matter.ts';

/** An article that the archive holds, without its text. */
export interface Held {
  /** Below content/articles: `2016/10/truce.md`. */
  file: string;
  front: FrontMatter;
}

/** What is known of all article files while an import runs: who came from where, and which addresses are taken. */
export class Archive {
  readonly #held = new Map<string, Held>();
  readonly #byUrl = new Map<string, Set<string>>();
  readonly #byName = new Map<string, Set<string>>();
  /** The owner of each address and old address; files that cannot be read own theirs too. */
  readonly #owners = new Map<string, string>();

  /** Notes an article file that is there but cannot be read: its address is taken. */
  addUnreadable(file: string): void {
    this.#owners.set(keyOf(articlePath(file)), file);
  }

  add(held: Held): void {
    const { file, front } = held;
    this.#held.set(file, held);
    addTo(this.#byUrl, front.source?.url, file);
    addTo(this.#byName, front.source?.file, file);
    for (const alias of front.aliases) this.#owners.set(keyOf(alias), file);
    this.#owners.set(keyOf(articlePath(file)), file);
  }

  remove(file: string): void {
    const held = this.#held.get(file);
    if (!held) return;
    this.#held.delete(file);
    this.#byUrl.get(held.front.source?.url ?? '')?.delete(file);
    this.#byName.get(held.front.source?.file ?? '')?.delete(file);
    for (const path of [articlePath(file), ...held.front.aliases]) {
      if (this.#owners.get(keyOf(path)) === file) this.#owners.delete(keyOf(path));
    }
  }

  withUrl(url: string): Held[] {
    return this.#all(this.#byUrl.get(url));
  }

  withFileName(name: string): Held[] {
    return this.#all(this.#byName.get(name));
  }

  /** Whether an address is, or was, that of another article than `self`. Case makes no difference to some disks. */
  isTaken(file: string, self?: string): boolean {
    const owner = this.#owners.get(keyOf(articlePath(file)));
    return owner !== undefined && owner !== self;
  }

  #all(files: ReadonlySet<string> = new Set()): Held[] {
    return [...files].sort().flatMap((file) => this.#held.get(file) ?? []);
  }
}

function addTo(index: Map<string, Set<string>>, key: string | undefined, file: string): void {
  if (key === undefined) return;
  const files = index.get(key);
  if (files) files.add(file);
  else index.set(key, new Set([file]));
}

function keyOf(path: string): string {
  return (path.endsWith('/') ? path : `${path}/`).normalize('NFC').toLowerCase();
}

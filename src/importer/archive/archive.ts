import { articlePath } from '../../news/paths.ts';
import type { FrontMatter } from '../../news/front-matter.ts';
import { ArchiveTexts, type TextPrint } from './archive-texts.ts';

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
  /** By file name, and inside a feed or list by guid or number too. */
  readonly #byOrigin = new Map<string, Set<string>>();
  readonly texts = new ArchiveTexts();
  /** The tags that articles have, as written; not those that were only suggested and that nobody has written. */
  readonly tags = new Set<string>();
  /** The owner of each address and old address; files that cannot be read own theirs too. */
  readonly #owners = new Map<string, string>();

  /** Notes an article file that is there but cannot be read: its address is taken. */
  addUnreadable(file: string): void {
    this.#owners.set(keyOf(articlePath(file)), file);
  }

  add(held: Held, print: TextPrint): void {
    const { file } = held;
    // A part of a text keeps all of it in memory; the copy of a part does not.
    const front = structuredClone(held.front);
    this.#held.set(file, { file, front });
    this.texts.add({ file, published: front.published, print });
    const suggested = front.receipt?.suggested ?? [];
    for (const tag of front.tags) if (!suggested.includes(tag)) this.tags.add(tag);
    addTo(this.#byUrl, urlKey(front.source?.url), file);
    addTo(this.#byOrigin, originKey(front.source?.file, front.source?.item), file);
    for (const alias of front.aliases) this.#owners.set(keyOf(alias), file);
    this.#owners.set(keyOf(articlePath(file)), file);
  }

  remove(file: string): void {
    const held = this.#held.get(file);
    if (!held) return;
    this.#held.delete(file);
    this.texts.remove(file);
    const { source } = held.front;
    this.#byUrl.get(urlKey(source?.url) ?? '')?.delete(file);
    this.#byOrigin.get(originKey(source?.file, source?.item) ?? '')?.delete(file);
    for (const path of [articlePath(file), ...held.front.aliases]) {
      if (this.#owners.get(keyOf(path)) === file) this.#owners.delete(keyOf(path));
    }
  }

  withUrl(url: string): Held[] {
    return this.#all(this.#byUrl.get(urlKey(url) ?? ''));
  }

  /** Those that came from a file of this name, as this item of it. */
  withOrigin(name: string, item: string | undefined): Held[] {
    return this.#all(this.#byOrigin.get(originKey(name, item) ?? ''));
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

/** What only tells who followed a link to an article, and not which article it is. */
const TRACKING = /^(?:utm_\w{1,30}|fbclid|gclid|mc_[ce]id|igshid)$/iu;

/** Two addresses of one article: without scheme, fragment, `www.` and what tracks readers. */
export function urlKey(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return address;
  const { host, pathname, searchParams } = new URL(address);
  const query = [...searchParams].filter(([name]) => !TRACKING.test(name)).map(([name, value]) => `${name}=${value}`);
  return `${host.replace(/^www\./u, '')}${pathname}?${query.join('&')}`;
}

function originKey(name: string | undefined, item: string | undefined): string | undefined {
  return name === undefined ? undefined : JSON.stringify([name, item]);
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

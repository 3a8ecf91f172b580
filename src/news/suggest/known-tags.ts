import { tagSlug } from '../slug.ts';
import { toLine } from '../text.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Hit, NameIndex } from './name-index.ts';
import { type Word, wordsIn } from './read-words.ts';

/** A tag of the archive, listed in tags.yaml or in use. */
export interface KnownTag {
  /** As it is suggested. */
  name: string;
  /** By which two ways of writing it are told to be one. */
  slug: string;
  /** The last word of a person's name, by which an article calls them once it has named them in full. */
  surname: string | undefined;
  /** Slugs of the tags that it must not be taken for. */
  never: ReadonlySet<string>;
}

/**
 * The tags that an archive knows: those of its vocabulary with all their names, and those that its articles have. Other
 * tools write tags as `john-kerry` or `john_kerry`: the words alone are compared.
 */
export class KnownTags {
  /** The slug under which each name is known, if at all. */
  readonly #names = new NameIndex<string>();
  readonly #bySlug = new Map<string, KnownTag>();

  constructor(vocabulary?: Vocabulary) {
    for (const { name, slug, otherNames, kind, neverSameAs } of vocabulary?.listed ?? []) {
      const tag: KnownTag = {
        name,
        slug,
        surname: kind === undefined || kind === 'person' ? surnameOf(name) : undefined,
        never: new Set(neverSameAs.map(tagSlug)),
      };
      // Its own address may be another than its names give: a tag that has it would be taken for this one.
      for (const one of [slug, name, ...otherNames]) this.#bySlug.set(tagSlug(one), tag);
      // What it is not keeps a shorter name in it from counting, and may be a tag of its own.
      for (const one of [name, ...otherNames, ...neverSameAs]) this.#names.add(one, tagSlug(one));
    }
  }

  /** Takes note of tags that an article has. */
  use(tags: readonly string[]): void {
    for (const written of tags) {
      const slug = tagSlug(written);
      if (this.#bySlug.has(slug)) continue;
      const name = toLine(written);
      const tag = { name, slug, surname: surnameOf(name), never: new Set<string>() };
      this.#bySlug.set(slug, tag);
      this.#names.add(name, slug);
    }
  }

  /** Where the words of an article name tags; nothing for what only looks like one. */
  findIn(words: readonly Word[]): Hit<KnownTag | undefined>[] {
    return this.#names.find(words).map((hit) => ({ ...hit, meaning: this.#bySlug.get(hit.meaning) }));
  }

  /** The tag that a name or alias stands for, whatever its case. */
  find(name: string): KnownTag | undefined {
    return this.#bySlug.get(tagSlug(name));
  }
}

/** The last of two to four words without digits; a place or a firm has none, but then nobody calls it by it. */
function surnameOf(name: string): string | undefined {
  const words = wordsIn(name);
  const isName = words.length >= 2 && words.length <= 4 && words.every(({ key }) => /^\p{L}+$/u.test(key));
  return isName ? words.at(-1)?.key : undefined;
}

import type { Tag } from './article.ts';
import { primaryLanguage } from './languages.ts';
import { tagSlug } from './slug.ts';
import { namesOf, slugOf, type TagEntry, type TagKind } from './tags.ts';

/** A tag of the authority file, as the site knows it. */
export interface ListedTag extends Tag {
  /** Its other names: aliases, and its names in other languages. */
  otherNames: string[];
  kind: TagKind | undefined;
  description: string | undefined;
  /** Addresses of the same thing elsewhere. */
  sameAs: string[];
  /** The tag that it is part of. */
  broader: Tag | undefined;
  /** Names of what it is not, as written. */
  neverSameAs: string[];
}

/** What the authority file says, ready to be asked. */
export interface Vocabulary {
  /** In the order of the file. */
  listed: readonly ListedTag[];
  /** The listed tag that a name or alias stands for; nothing for one that is not listed. */
  find: (name: string) => ListedTag | undefined;
  /** The listed tag that has an address. */
  at: (slug: string) => ListedTag | undefined;
}

/** The vocabulary of checked entries; of several names the one in the site's language is shown, else the first. */
export function toVocabulary(entries: readonly TagEntry[], lang: string): Vocabulary {
  const shown = new Map(
    entries.map((entry): [TagEntry, Tag] => [entry, { name: nameIn(entry, lang), slug: slugOf(entry) }]),
  );
  const byName = new Map(entries.flatMap((entry) => namesOf(entry).map((name) => [tagSlug(name), entry] as const)));
  const listed = new Map(
    [...shown].map(([entry, tag]): [TagEntry, ListedTag] => {
      const above = entry.broader === undefined ? undefined : byName.get(tagSlug(entry.broader));
      const { kind, description, sameAs, neverSameAs } = entry;
      const otherNames = namesOf(entry).filter((name) => name !== tag.name);
      return [
        entry,
        { ...tag, otherNames, kind, description, sameAs, broader: above && shown.get(above), neverSameAs },
      ];
    }),
  );
  const bySlug = new Map([...listed.values()].map((tag) => [tag.slug, tag]));
  const find = (name: string): ListedTag | undefined => {
    const entry = byName.get(tagSlug(name));
    return entry && listed.get(entry);
  };
  return { listed: [...listed.values()], find, at: (slug) => bySlug.get(slug) };
}

/**
 * The names of an article's tags as the site shows them: those of listed tags as the file has them, each once, all
 * others as written.
 */
export function resolveNames(names: readonly string[], vocabulary: Vocabulary): string[] {
  const once = new Set<string>();
  return names
    .map((name) => vocabulary.find(name)?.name ?? name)
    .filter((name) => {
      const slug = tagSlug(name);
      return !once.has(slug) && once.add(slug);
    });
}

/** The old addresses of a listed tag: those that its other names would have, and its own name where `slug` overrides it. */
export function oldSlugs({ name, slug, otherNames }: ListedTag): string[] {
  return [...new Set([name, ...otherNames].map(tagSlug))].filter((old) => old !== slug);
}

function nameIn(entry: TagEntry, lang: string): string {
  const { name } = entry;
  if (typeof name === 'string') return name;
  const languages = Object.keys(name);
  const best =
    languages.find((tag) => tag.toLowerCase() === lang.toLowerCase()) ??
    languages.find((tag) => primaryLanguage(tag) === primaryLanguage(lang));
  return (best === undefined ? undefined : name[best]) ?? namesOf(entry)[0] ?? '';
}

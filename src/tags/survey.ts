import { tagSlug } from '../news/slug.ts';
import type { Vocabulary } from '../news/vocabulary.ts';
import { type KnownTag, type LookAlike, lookAlikes } from './look-alikes.ts';

/** The tags of one article, as its file has them. */
export interface TaggedArticle {
  /** As it is named to an editor. */
  file: string;
  names: readonly string[];
}

/** What an editor may want to do about the tags of an archive. */
export interface Survey {
  tags: number;
  articles: number;
  lookAlikes: LookAlike[];
  /** Tags written in more than one way, each way with its number of articles, the commonest first. */
  mixed: { name: string; ways: [way: string, articles: number][] }[];
  /** Tags of a single article. */
  singletons: { name: string; file: string }[];
  /** Tags of articles that the authority file does not list, with how many have them, the commonest first. */
  unlisted: { name: string; articles: number }[];
}

interface Found {
  ways: Map<string, number>;
  files: string[];
}

/** Looks through the tags of all articles, in the order of their names. Nothing is changed or merged. */
export function survey(articles: readonly TaggedArticle[], vocabulary: Vocabulary | undefined): Survey {
  const found = new Map<string, Found>();
  for (const { file, names } of articles) {
    const seen = new Set<string>();
    for (const name of names) {
      const key = vocabulary?.find(name)?.slug ?? tagSlug(name);
      const tag = found.get(key) ?? { ways: new Map<string, number>(), files: [] };
      tag.ways.set(name, (tag.ways.get(name) ?? 0) + 1);
      if (!seen.has(key)) tag.files.push(file);
      seen.add(key);
      found.set(key, tag);
    }
  }
  const tags = [...found].map(([key, tag]) => toKnown(key, tag, vocabulary));
  const used = new Set(found.keys());
  // A listed tag that no article has may still be what an unlisted one means.
  const unused = (vocabulary?.listed ?? []).filter(({ slug }) => !used.has(slug));
  const all = [...tags, ...unused.map(({ slug }) => toKnown(slug, { ways: new Map(), files: [] }, vocabulary))];
  const byName = [...tags].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    tags: tags.length,
    articles: articles.length,
    lookAlikes: lookAlikes(all),
    mixed: byName.flatMap(({ name, key, ways }) =>
      isMixed(ways, vocabulary?.at(key) !== undefined) ? [{ name, ways }] : [],
    ),
    singletons: byName.flatMap(({ name, key }) => {
      const [file, ...others] = found.get(key)?.files ?? [];
      return file !== undefined && others.length === 0 ? [{ name, file }] : [];
    }),
    unlisted: byName
      .filter(({ key }) => vocabulary?.at(key) === undefined)
      .map(({ name, articles: count }) => ({ name, articles: count }))
      .sort((a, b) => b.articles - a.articles),
  };
}

/** A listed tag is written in all its ways on purpose; only a way that differs in case is a slip. */
function isMixed(ways: readonly [string, number][], isListed: boolean): boolean {
  const slugs = new Set(ways.map(([way]) => tagSlug(way)));
  return isListed ? slugs.size < ways.length : ways.length > 1;
}

function toKnown(
  key: string,
  { ways, files }: Found,
  vocabulary: Vocabulary | undefined,
): KnownTag & { key: string; ways: [string, number][] } {
  const listed = vocabulary?.at(key);
  const byCount = [...ways].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const name = listed?.name ?? byCount[0]?.[0] ?? '';
  return {
    key,
    name,
    names: listed ? [name, ...listed.otherNames] : [name],
    articles: files.length,
    neverSameAs: listed?.neverSameAs ?? [],
    ways: byCount,
  };
}

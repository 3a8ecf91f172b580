import type { ReadyEdition } from '../../edition/read-edition.ts';
import { sha256 } from '../../news/digest.ts';
import type { FileOutput } from '../plan.ts';
import { toFacets } from './facets.ts';
import type { endIndexing, IndexedPart, indexPart } from './index-part.ts';
import { keepOnly, type KeptPart, loadPart, packOf, savePart } from './part-cache.ts';
import { type Part, toParts } from './parts.ts';
import { entryFacts, type SearchEntry, searchText, toSearchEntries } from './search-record.ts';

/** Where the index stands in dist/. */
const ROOT = 'search/index/';

export interface SearchRequest extends Pick<ReadyEdition, 'edition' | 'html'> {
  /** Where indexed parts are remembered, and the hash of the code that makes them. */
  cache: { folder: string; codeHash: string };
  /** The most words of a part; `WORDS_A_PART` where it is not given. */
  most?: number;
}

/** What is loaded only when something must be indexed. */
interface Indexer {
  indexPart: typeof indexPart;
  endIndexing: typeof endIndexing;
}

/** A part with the key under which it is kept. */
interface Ready {
  part: Part<SearchEntry>;
  key: string;
  kept: KeptPart;
}

/**
 * Indexes the articles of an edition for search and gives the files of the index. A part none of whose articles has
 * changed is taken from the cache. Throws where Pagefind fails.
 */
export async function indexArticles({ edition, html, cache, most }: SearchRequest): Promise<FileOutput[]> {
  const parts: Ready[] = [];
  // Pagefind is not even loaded where nothing has changed.
  let pagefind: Indexer | undefined;
  try {
    for (const part of toParts(toSearchEntries(edition), most)) {
      const key = sha256(JSON.stringify([cache.codeHash, part.language, part.items.map(entryFacts)])).slice(0, 32);
      let kept = await loadPart(cache.folder, key);
      if (!kept) {
        pagefind ??= await import('./index-part.ts');
        kept = await savePart(cache.folder, key, await indexed(pagefind, part, html));
      }
      parts.push({ part, key, kept });
    }
  } finally {
    await pagefind?.endIndexing();
  }
  await keepOnly(cache.folder, new Set(parts.map(({ key }) => key)));
  return toOutputs(parts, cache.folder);
}

async function indexed(
  { indexPart }: Indexer,
  { language, items }: Part<SearchEntry>,
  html: (digest: string) => string,
): Promise<IndexedPart> {
  const records = items.map((item) => ({ ...item, text: searchText(item, html) }));
  const part = await indexPart(language, records);
  const facets = Buffer.from(toFacets(items, part.ids));
  return { ...part, files: new Map([...part.files, [`facets/${sha256(facets).slice(0, 12)}.json`, facets]]) };
}

function toOutputs(parts: readonly Ready[], folder: string): FileOutput[] {
  const files = new Map<string, FileOutput>();
  for (const { part, key, kept } of parts) {
    for (const { path, digest, offset, length } of kept.files) {
      // What parts share has the same bytes in each: the stemmer of their language, and Pagefind itself.
      const file = path.startsWith('../') ? `${ROOT}${path.slice(3)}` : `${ROOT}${part.language}/${path}`;
      files.set(file, { file, key: digest, packed: { pack: packOf(folder, key), offset, length } });
    }
  }
  const languages = [...Map.groupBy(parts, ({ part }) => part.language)].map(([language, own]) => {
    return { language, ...toEntries(language, own) };
  });
  const articles = parts.reduce((sum, { part }) => sum + part.items.length, 0);
  const list = {
    articles,
    languages: languages.map(({ language, parts: own, text }) => {
      return { language, tag: sha256(text).slice(0, 12), parts: own };
    }),
  };
  return [
    ...files.values(),
    ...languages.map(({ language, text }) => toOutput(`${language}/pagefind-entry.json`, text)),
    toOutput('parts.json', JSON.stringify(list)),
  ];
}

/** What tells Pagefind of the parts of a language, and the page of what they are called and narrowed by. */
function toEntries(
  language: string,
  ready: readonly Ready[],
): { parts: { name: string; facets: string }[]; text: string } {
  // Pagefind begins with the part that has most articles, and the page must know which one that is.
  const sorted = ready.toSorted((a, b) => b.kept.entry.page_count - a.kept.entry.page_count);
  // It knows no parts, but languages: each part is a private one (BCP 47, section 2.2.7), and so is told from the others.
  const nameOf = ({ part }: Ready): string => `${language}-x-${part.name}`;
  const entries = Object.fromEntries(sorted.map((it) => [nameOf(it), it.kept.entry]));
  const parts = sorted.map((it) => {
    return { name: nameOf(it), facets: it.kept.files.find(({ path }) => path.startsWith('facets/'))?.path ?? '' };
  });
  return { parts, text: JSON.stringify({ ...sorted[0]?.kept.about, languages: entries }) };
}

function toOutput(path: string, text: string): FileOutput {
  return { file: `${ROOT}${path}`, key: sha256(text), text };
}

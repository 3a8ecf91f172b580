import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { close, createIndex, type IndexFile } from 'pagefind';
import { z } from 'zod';
import { sha256 } from '../../news/digest.ts';

/** An article as Pagefind takes it. */
export interface SearchRecord {
  url: string;
  headline: string;
  text: string;
  /** `YYYY-MM-DD`. */
  day: string | undefined;
}

/** How Pagefind finds its way into a part. */
export const partEntry = z.object({
  hash: z.string(),
  /** The language whose stemmer was used; null where there is none for it. */
  wasm: z.string().nullable(),
  page_count: z.number(),
});

/** What holds for all parts: Pagefind's version, and the signs that it takes for letters. */
export const aboutIndex = z.object({ version: z.string(), include_characters: z.array(z.string()) });

/** An indexed part: its files, by their paths below the folder of its language, and what leads to them. */
export interface IndexedPart {
  entry: z.output<typeof partEntry>;
  about: z.output<typeof aboutIndex>;
  files: Map<string, Buffer>;
  /** The names of the fragments, by the addresses of the articles. */
  ids: Map<string, string>;
}

/** What every compressed file of Pagefind begins with. */
const SIGNATURE = Buffer.from('pagefind_dcd');

const entryFile = aboutIndex.extend({ languages: z.record(z.string(), partEntry) });
const fragment = z.object({ url: z.string() });

/** Pagefind's directory of an index: its version, and the tables of `pagefind/src/index/index_metadata.rs`. */
const directory = z.tuple([
  z.string(),
  z.array(z.tuple([z.string(), z.number()])),
  z.array(z.tuple([z.string(), z.string(), z.string()])),
  z.array(z.unknown()),
  z.array(z.unknown()),
  z.array(z.string()),
]);

/** Records that are on their way at once. */
const AT_ONCE = 50;

/** How long Pagefind may be silent, in milliseconds. It says nothing when its process has ended. */
const PATIENCE = 300_000;

/**
 * Indexes records of one language (`zh`) by Pagefind. The same records give the same bytes, and every file is named by
 * what it holds. A fragment's name begins with its article's day, `20161004` or `00000000`: results are sorted by date
 * without being read.
 */
export async function indexPart(language: string, records: readonly SearchRecord[]): Promise<IndexedPart> {
  const index = must((await answer(createIndex())).index, 'index');
  for (let start = 0; start < records.length; start += AT_ONCE) {
    const added = records.slice(start, start + AT_ONCE).map(async ({ url, headline, text }) => {
      return index.addCustomRecord({ url, content: text, language, meta: { title: headline } });
    });
    refuse((await answer(Promise.all(added))).flatMap(({ errors }) => errors));
  }
  const { errors, files } = await answer(index.getFiles());
  refuse(errors);
  await answer(index.deleteIndex());
  return renamed(files, new Map(records.map(({ url, day }) => [url, day])));
}

/** Ends Pagefind's process, if one was started. */
export async function endIndexing(): Promise<void> {
  await close();
}

/** The answer of Pagefind to a call, or an error where none comes; meanwhile the build does not end. */
async function answer<Value>(call: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Pagefind, which makes the search index, does not answer.')), PATIENCE);
  });
  try {
    return await Promise.race([call, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function renamed(found: readonly IndexFile[], days: ReadonlyMap<string, string | undefined>): IndexedPart {
  const byPath = new Map(found.map(({ path, content }) => [path, Buffer.from(content)]));
  const take = (path: string): Buffer => must(byPath.get(path), path);
  const { languages, ...about } = entryFile.parse(JSON.parse(take('pagefind-entry.json').toString()));
  const [entry] = Object.values(languages);
  const files = new Map<string, Buffer>();
  const ids = new Map<string, string>();
  const keep = (folder: string, ending: string, bytes: Buffer, prefix = ''): string => {
    const name = prefix + sha256(bytes).slice(0, 12);
    files.set(`${folder}${name}.${ending}`, bytes);
    return name;
  };
  const { hash, wasm, page_count } = must(entry, 'entry');
  const [version, pages, chunks, filters, sorts, fields] = directory.parse(
    decode(unpacked(take(`pagefind.${hash}.pf_meta`))),
  );
  const table = [
    version,
    pages.map(([name, words]) => {
      const bytes = take(`fragment/${name}.pf_fragment`);
      const { url } = fragment.parse(JSON.parse(unpacked(bytes).toString()));
      const day = days.get(url)?.replaceAll('-', '') ?? '00000000';
      ids.set(url, keep('fragment/', 'pf_fragment', bytes, `${day}-`));
      return [ids.get(url) ?? '', words];
    }),
    chunks.map(([from, to, name]) => [from, to, keep('index/', 'pf_index', take(`index/${name}.pf_index`))]),
    filters,
    sorts,
    fields,
  ];
  const newHash = keep('pagefind.', 'pf_meta', packed(encode(table)));
  const stemmer = `wasm.${wasm ?? 'unknown'}.pagefind`;
  files.set(stemmer, take(stemmer));
  files.set('../pagefind.js', take('pagefind.js'));
  return { entry: { hash: newHash, wasm, page_count }, about, files, ids };
}

function unpacked(bytes: Buffer): Buffer {
  return gunzipSync(bytes).subarray(SIGNATURE.length);
}

function packed(bytes: Uint8Array): Buffer {
  return gzipSync(Buffer.concat([SIGNATURE, bytes]), { level: 9 });
}

function must<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`Pagefind gave no ${what}.`);
  return value;
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind cannot index: ${errors.join('; ')}`);
}

/** What Pagefind gives of a result before it is read: `id` begins with the day of the article, `20161004`. */
export interface Hit {
  id: string;
  score: number;
  /** Places of the words that were found. */
  words: number[];
  data: () => Promise<{ url: string; excerpt: string; content: string; meta: Record<string, string> }>;
}

/** An instance of Pagefind: all articles of one language. */
export interface Engine {
  language: string;
  search: (text: string) => Promise<Hit[]>;
}

/** What an article is listed by. Tags and sources are named by what stands for them in an address. */
export interface Facts {
  language: string;
  year: string;
  tag: string[];
  source: string[];
  withdrawn: boolean;
}

export interface Index {
  /** Loads Pagefind, the first time that somebody searches. */
  engines: () => Promise<Engine[]>;
  /** All articles, newest first. */
  all: Hit[];
  /** All articles, by the ids of hits. */
  facts: Map<string, Facts>;
  /** The names of tags and sources, by what stands for them in an address. */
  names: Record<'tag' | 'source', Map<string, string>>;
}

interface Listed {
  language: string;
  /** Changes with the index of the language. */
  tag: string;
  parts: { name: string; facets: string }[];
}

interface Facets {
  pages: string[];
  tag: [slug: string, name: string, places: number[]][];
  source: Facets['tag'];
  withdrawn: number[];
}

interface Instance {
  mergeIndex: (path: string, options: object) => Promise<void>;
  search: (text: string) => Promise<{ results: Hit[] }>;
}

interface Pagefind {
  createInstance: (options: object) => Instance;
}

/** The parts of the index, as the build lists them. */
export interface Parts {
  /** How many articles there are. */
  articles: number;
  languages: Listed[];
}

/** Reads which parts the index in a folder of the site has. Throws where there is none. */
export async function readParts(folder: string): Promise<Parts> {
  const parts = await readJson(`${folder}parts.json`, 'no-cache');
  if (!isParts(parts)) throw new Error('What stands in the place of the index is something else.');
  return parts;
}

/** Loads what an index knows of its articles apart from their words. */
export async function openIndex(folder: string, { languages }: Parts): Promise<Index> {
  const names: Index['names'] = { tag: new Map(), source: new Map() };
  const facts: Index['facts'] = new Map();
  const homeOf = ({ language }: Listed) => `${folder}${language}/`;
  await Promise.all(
    languages.map(async (listed) => {
      for (const facets of await Promise.all(listed.parts.map((part) => readJson(homeOf(listed) + part.facets)))) {
        if (isFacets(facets)) takeFacets({ facts, names }, listed.language, facets);
      }
    }),
  );
  const all = [...facts].map(([id, { language }]): Hit => {
    return { id, score: 0, words: [], data: () => readFragment(`${folder}${language}/fragment/${id}.pf_fragment`) };
  });
  all.sort((a, b) => (a.id < b.id ? 1 : -1));
  let engines: Promise<Engine[]> | undefined;
  const load = () => Promise.all(languages.map((listed) => openEngine(folder, homeOf(listed), listed)));
  return { engines: () => (engines ??= load()), all, facts, names };
}

/**
 * Each language has a Pagefind of its own, since Pagefind has one stemmer for all that it searches. Its module keeps that
 * stemmer, so it is loaded under an address of its own, too.
 */
async function openEngine(folder: string, home: string, { language, tag, parts }: Listed): Promise<Engine> {
  const loaded: unknown = await import(/* @vite-ignore */ `${folder}pagefind.js?${language}`);
  if (!isPagefind(loaded)) throw new Error('What stands in the place of Pagefind is something else.');
  // A worker that Pagefind made itself would be against Trusted Types.
  const instance = loaded.createInstance({ basePath: home, baseUrl: '/', noWorker: true, metaCacheTag: tag });
  const [, ...others] = parts;
  // So written, the folder is another one to Pagefind, which merges none twice.
  await Promise.all(
    others.map(({ name }) => instance.mergeIndex(`${home}./`, { language: name, baseUrl: '/', metaCacheTag: tag })),
  );
  return { language, search: async (text) => (await instance.search(text)).results };
}

function takeFacets(
  index: Pick<Index, 'facts' | 'names'>,
  language: string,
  { pages, tag, source, withdrawn }: Facets,
) {
  const own = pages.map((id): Facts => {
    const year = id.startsWith('00000000') ? 'undated' : id.slice(0, 4);
    const facts = { language, year, tag: [], source: [], withdrawn: false };
    index.facts.set(id, facts);
    return facts;
  });
  const take = (key: 'tag' | 'source', values: Facets['tag']) => {
    for (const [slug, name, places] of values) {
      index.names[key].set(slug, name);
      for (const place of places) own[place]?.[key].push(slug);
    }
  };
  take('tag', tag);
  take('source', source);
  for (const place of withdrawn) if (own[place]) own[place].withdrawn = true;
}

async function readJson(address: string, cache: RequestCache = 'default'): Promise<unknown> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/** Words that are shown of an article that was not found by words; as many as Pagefind shows of others. */
const EXCERPT = 30;

/** Reads an article without Pagefind, which would load all words of the index to give one that none was asked for. */
async function readFragment(address: string): ReturnType<Hit['data']> {
  const { body } = await fetch(address);
  const text = await new Response(body?.pipeThrough(new DecompressionStream('gzip'))).text();
  // What every file of Pagefind begins with.
  const fragment: unknown = JSON.parse(text.replace('pagefind_dcd', ''));
  if (!isFragment(fragment)) throw new Error(`${address} is no article.`);
  const { url, meta, content } = fragment;
  const isCut = content.includes('\u200b');
  const words = content.split(isCut ? '\u200b' : /\s+/u).slice(0, EXCERPT);
  const excerpt = words
    .join(isCut ? '' : ' ')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return { url, meta, excerpt, content: content.replaceAll('\u200b', '') };
}

// All are files of our own build; a server may have sent another page instead.
function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && 'languages' in value;
}

function isFragment(value: unknown): value is { url: string; meta: Record<string, string>; content: string } {
  return typeof value === 'object' && value !== null && 'content' in value;
}

function isFacets(value: unknown): value is Facets {
  return typeof value === 'object' && value !== null && 'pages' in value;
}

function isPagefind(value: unknown): value is Pagefind {
  return typeof value === 'object' && value !== null && 'createInstance' in value;
}

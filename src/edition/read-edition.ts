import { join } from 'node:path';
import { z } from 'zod';
import type { FileProblem, Read } from '../markdown/article-file.ts';
import { type Article, newestFirst, type PublishedPicture, toTags } from '../news/article.ts';
import { dayAt } from '../news/dates.ts';
import { sha256 } from '../news/digest.ts';
import type { Edition } from '../news/edition.ts';
import { articlePath } from '../news/paths.ts';
import { isPublic, shownText, type Turn, turnsOf } from '../news/publication.ts';
import { toShownArticle } from '../news/shown-article.ts';
import { basePath, type Site } from '../news/site.ts';
import { resolveNames, type Vocabulary } from '../news/vocabulary.ts';
import { loadCache, type RecordCache, saveCache } from './cache.ts';
import { checkTogether } from './check-together.ts';
import { ContentError } from './content-error.ts';
import { type ArticleText, fileDigest, readArticleTexts } from './content-files.ts';
import { findPicture } from './pictures.ts';
import { readSite } from './read-site.ts';
import { checkTags, readTags } from './read-tags.ts';
import { type ArticleRecord, makeRecord } from './record.ts';
import type { Texts } from './texts.ts';

export interface EditionRequest {
  /** The content folder. */
  content: string;
  /** The articles' files, where they have been read already. */
  articles?: ReadonlyMap<string, ArticleText>;
  /** The moment of the build, milliseconds since 1970 UTC. */
  now: number;
  /** Where records are remembered, and the hash of the code that makes them. */
  cache: { folder: string; codeHash: string };
  /** Show drafts and embargoed articles, as an editor at the desk wants to see them. */
  withDrafts?: boolean;
  /** Leave out the articles that something is wrong with, rather than make no edition. */
  skipBad?: boolean;
  /** Is told how many articles have been read, of how many. */
  onRead?: ((done: number, all: number) => void) | undefined;
  /**
   * What was read before, if it still is open: what it knows is used in place of what is kept on the disk, and nothing is kept
   * there. It is closed with the new one.
   */
  last?: ReadyEdition | undefined;
}

/** An edition, and the HTML of its articles by digest. */
export interface ReadyEdition {
  edition: Edition;
  html: (digest: string) => string;
  /** Ends the reading of texts. */
  close: () => void;
  /** What is wrong with the articles that were left out. */
  skipped: FileProblem[];
  /** When articles come in or go out though no file changes, each with the article's file below content/articles. */
  turns: (Turn & { file: string })[];
  /** The sha256 of every picture and earlier version that an article names, by its file below the content folder. */
  named: Map<string, string>;
  /** What it knows of the articles, for the next reading, and the key of that. */
  memory: RecordCache & { key: string };
}

/**
 * Reads content/ into an edition: every file is read and hashed, what is known by its hash is taken from the cache,
 * the rest is checked and rendered. Throws a ContentError with all that is wrong, unless bad articles are to be skipped.
 */
export async function readEdition(request: EditionRequest): Promise<ReadyEdition> {
  const { content, cache } = request;
  const site = await readSite(content);
  const vocabulary = await readTags(content, site.lang);
  const key = sha256(JSON.stringify([cache.codeHash, site.url, site.lang, site.twins]));
  const last = request.last?.memory.key === key ? request.last.memory : undefined;
  const known = last ?? (await loadCache(cache.folder, key));
  try {
    const ready = await readWith(request, { site, vocabulary, key, known, isKept: !last });
    if (!last) request.last?.close();
    return ready;
  } catch (error) {
    if (!last) known.texts.close();
    throw error;
  }
}

/** What is known before any article is read. */
interface Known {
  site: Site;
  vocabulary: Vocabulary | undefined;
  /** The key of the memory. */
  key: string;
  known: RecordCache;
  /** Whether what is new is kept on the disk. */
  isKept: boolean;
}

async function readWith(
  { content, articles, now, cache, withDrafts = false, skipBad = false, onRead }: EditionRequest,
  { site, vocabulary, key, known, isKept }: Known,
): Promise<ReadyEdition> {
  const kept = await readRecords({ content, site, known, onRead }, articles ?? (await readArticleTexts(content)));
  const check = (all: Records): FileProblem[] => [
    ...checkTogether(content, all),
    ...(vocabulary ? checkTags(content, all, vocabulary) : []),
  ];
  const { records, problems } = skipBad
    ? withoutClashes(content, kept.records, check)
    : { records: kept.records, problems: check(kept.records) };
  const skipped = [...kept.problems, ...problems];
  // Each file's own problems come first: with them mended, those between files may be others.
  if (!skipBad && kept.problems.length > 0) throw new ContentError(kept.problems);
  if (!skipBad && problems.length > 0) throw new ContentError(problems);
  const isNew = isKept && (kept.fresh > 0 || kept.records.size !== known.records.size);
  const { texts } = isNew ? await saveCache(cache.folder, key, kept, known) : known;
  const edition = toEdition({ site, now, records, texts, withDrafts, vocabulary });
  const all = [...kept.records.values()];
  return {
    edition,
    html: (digest) => texts.get(digest),
    close: () => texts.close(),
    skipped,
    memory: { key, records: kept.records, texts },
    turns: [...records].flatMap(([file, { front }]) =>
      turnsOf(front, site.timeZone).map((turn) => ({ ...turn, file })),
    ),
    named: new Map(all.flatMap(namedBy)),
  };
}

type Records = ReadonlyMap<string, ArticleRecord>;

function namedBy({ pictures, besides = [] }: ArticleRecord): [string, string][] {
  return [...pictures.map(({ file, picture }): [string, string] => [`articles/${file}`, picture.digest]), ...besides];
}

/** The articles that do not stand in another's way. Whatever is left out may be what another one needs. */
function withoutClashes(
  content: string,
  all: Records,
  check: (records: Records) => FileProblem[],
): { records: Records; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  for (let records = all; ;) {
    const found = check(records);
    if (found.length === 0) return { records, problems };
    problems.push(...found);
    const bad = new Set(found.map(({ file }) => file));
    records = new Map([...records].filter(([file]) => !bad.has(`${content}/articles/${file}`)));
  }
}

interface ReadRecords extends RecordCache {
  /** How many of them were made anew. */
  fresh: number;
  problems: FileProblem[];
}

async function readRecords(
  { content, site, known, onRead }: Pick<EditionRequest, 'content' | 'onRead'> & Pick<Known, 'site' | 'known'>,
  articles: ReadonlyMap<string, ArticleText>,
): Promise<ReadRecords> {
  const records = new Map<string, ArticleRecord>();
  const problems: FileProblem[] = [];
  let fresh = 0;
  let done = 0;
  for (const [file, article] of articles) {
    onRead?.((done += 1), articles.size);
    const reused = await reuse(content, file, article, known);
    const made: Read<ArticleRecord> = reused
      ? { ok: true, value: reused }
      : await makeRecord(content, file, article.read(), site, (text) => known.texts.keep(text));
    if (!made.ok) {
      problems.push(...made.problems);
      continue;
    }
    if (!reused) fresh += 1;
    records.set(file, made.value);
  }
  return { records, texts: known.texts, fresh, problems };
}

/** The record of an unchanged article, if its pictures and earlier versions are unchanged too. */
async function reuse(
  content: string,
  file: string,
  { digest }: ArticleText,
  known: RecordCache,
): Promise<ArticleRecord | undefined> {
  const record = known.records.get(file);
  if (record?.digest !== digest) return undefined;
  for (const { address, picture } of record.pictures) {
    const found = await findPicture(content, file, address, picture);
    if (!found.ok || found.picture.digest !== picture.digest) return undefined;
  }
  for (const [name, before] of record.besides ?? []) {
    if (fileDigest(join(content, name)) !== before) return undefined;
  }
  return record;
}

const paragraphs = z.array(z.string());

interface EditionParts {
  site: Site;
  now: number;
  records: Records;
  texts: Texts;
  withDrafts: boolean;
  vocabulary: Vocabulary | undefined;
}

function toEdition({ site, now, records, texts, withDrafts, vocabulary }: EditionParts): Edition {
  const articles: Article[] = [];
  const pictures = new Map<string, PublishedPicture>();
  for (const [file, record] of records) {
    const { body, text, verbatim, earlier } = record;
    const front = vocabulary ? { ...record.front, tags: resolveNames(record.front.tags, vocabulary) } : record.front;
    if (!withDrafts && !isPublic(front, now, site.timeZone)) continue;
    const lang = front.lang ?? site.lang;
    const picture = record.pictures.find(({ address }) => address === front.image?.src)?.picture;
    const path = articlePath(file);
    const tags = toTags(front.tags, vocabulary?.find);
    const { evidence } = record;
    const known = { file, path, front, lang, tags, picture, body, text, verbatim, evidence };
    const whole = earlier ? { ...known, earlier } : known;
    articles.push(toShownArticle(whole, site, () => paragraphs.parse(JSON.parse(texts.get(record.excerpt)))));
    if (shownText(front, site) !== 'full') continue;
    for (const shown of record.pictures) pictures.set(shown.file, shown.picture);
  }
  const sorted = withOriginals(articles).sort(newestFirst(site.timeZone));
  const edition = { site, base: basePath(site), today: dayAt(now, site.timeZone), articles: sorted, pictures };
  return vocabulary ? { ...edition, vocabulary } : edition;
}

/** What an article translates may have moved, and its old address leads on; or it is not public, and is not named. */
function withOriginals(articles: readonly Article[]): Article[] {
  const paths = new Map<string, string>();
  for (const { path, front } of articles) for (const old of [path, ...front.aliases]) paths.set(old, path);
  return articles.map((article) => {
    const { translationOf } = article.front;
    if (translationOf === undefined) return article;
    return { ...article, front: { ...article.front, translationOf: paths.get(translationOf) } };
  });
}

import { Document, isSeq } from 'yaml';
import { isFitForAddress } from '../edition/check-together.ts';
import { readArticleFile } from '../markdown/article-file.ts';
import { aliasPath, articlePath } from '../news/paths.ts';
import { isPublic } from '../news/publication.ts';
import type { Finding } from './checks.ts';
import { findingAt, type Galley, type Proofed, shownFile } from './galley.ts';
import { type Departure, type History, readBlobs } from './history.ts';
import { PresentArticles } from './present-articles.ts';

/** Where the tenant of an old place is now: in a file, or lost with what it held last. */
type Fate = { file: string } | { lost: Departure };

/** The tenants that a place had, the last one first. */
type Tenants = { departure: Departure; fate: Fate }[];

/** An old place of an article, and whether git knows that it is the same one. */
interface OldPlace {
  path: string;
  article: Proofed;
  isGuess: boolean;
}

/** Articles whose file had another place, which nothing leads on from, and places whose article is gone. */
export async function findMoved(galley: Galley, history: History): Promise<Finding[]> {
  const files = new Set([...galley.articles.map(({ file }) => file), ...galley.refused]);
  const dead = deadPlaces(galley, files, tenantsOf(history.departures, files));
  const held = dead.flatMap(({ tenants }) =>
    tenants.flatMap(({ departure, fate }) => ('lost' in fate ? [departure, fate.lost] : [departure])),
  );
  if (held.length === 0) return [];
  const texts = await readBlobs(
    galley.content,
    held.map(({ blob }) => blob),
  );
  const textOf = ({ blob }: Departure): string => texts.get(blob) ?? '';
  const articleOf = finder(galley, history, textOf);
  const places: OldPlace[] = [];
  const gone: Finding[] = [];
  for (const { file, tenants } of dead) {
    const known = tenants.filter(({ departure }) => wasPublic(textOf(departure), galley));
    const path = articlePath(file);
    const [found] = known.flatMap(({ fate }): OldPlace[] => {
      const article = articleOf(fate);
      return article ? [{ path, article, isGuess: 'lost' in fate }] : [];
    });
    const message = `nothing leads on from ${path}`;
    if (found) places.push(found);
    else if (known.some(({ fate }) => 'lost' in fate))
      gone.push({ check: 'gone', file: shownFile(galley.content, file), line: 1, message });
  }
  const byArticle = Map.groupBy(places, ({ article }) => article);
  return [...[...byArticle].map(([article, old]) => toFinding(galley, article, old)), ...gone];
}

/** Finds the article that a tenant is now. What is only lost is looked for by its text, among all articles. */
function finder(
  { articles }: Galley,
  { committed }: History,
  textOf: (departure: Departure) => string,
): (fate: Fate) => Proofed | undefined {
  const byFile = new Map(articles.map((article) => [article.file, article]));
  let present: PresentArticles | undefined;
  return (fate) => {
    if ('file' in fate) return byFile.get(fate.file);
    present ??= new PresentArticles(articles, ({ file }) => !committed.has(file));
    return present.find(textOf(fate.lost));
  };
}

/** Who was where, by going back in time: what left a place for another went on as that one's tenant did. */
function tenantsOf(departures: readonly Departure[], files: ReadonlySet<string>): Map<string, Tenants> {
  const fates = new Map<string, Fate>();
  const places = new Map<string, Tenants>();
  for (const departure of departures) {
    const { from, to } = departure;
    const known = to === undefined ? undefined : (fates.get(to) ?? (files.has(to) ? { file: to } : undefined));
    const fate = known ?? { lost: departure };
    fates.set(from, fate);
    places.set(from, [...(places.get(from) ?? []), { departure, fate }]);
  }
  return places;
}

/** The places that could be addresses, that no file has now, and that no article has among its old ones. */
function deadPlaces(
  { articles }: Galley,
  files: ReadonlySet<string>,
  places: ReadonlyMap<string, Tenants>,
): { file: string; tenants: Tenants }[] {
  const aliases = new Set(articles.flatMap(({ record }) => record.front.aliases.map(aliasPath)));
  return [...places]
    .filter(([file]) => !files.has(file) && isFitForAddress(file) && !aliases.has(articlePath(file)))
    .map(([file, tenants]) => ({ file, tenants }));
}

/** A draft, or what is still under its embargo, never had an address. */
function wasPublic(text: string, { now, site }: Galley): boolean {
  const read = readArticleFile('', text);
  return !read.ok || isPublic({ ...read.value.front, expires: undefined }, now, site.timeZone);
}

function toFinding(galley: Galley, article: Proofed, old: readonly OldPlace[]): Finding {
  const surely = old.filter(({ isGuess }) => !isGuess).map(({ path }) => path);
  const maybe = old.filter(({ isGuess }) => isGuess).map(({ path }) => path);
  const said = [
    ...(surely.length > 0 ? [`it was renamed, and nothing leads on from ${listed(surely)}`] : []),
    ...(maybe.length > 0 ? [`it seems to be what stood at ${listed(maybe)}, and nothing leads on from there`] : []),
  ].join('; ');
  const yaml = aliasLine([...article.record.front.aliases, ...old.map(({ path }) => path)]);
  return { ...findingAt(galley, article, 'moved', ['aliases'], said), yaml };
}

function listed(paths: readonly string[]): string {
  return [...paths].sort().join(' and ');
}

function aliasLine(aliases: readonly string[]): string {
  const document = new Document({ aliases }, { schema: 'core' });
  const list = document.get('aliases', true);
  if (isSeq(list)) list.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

import { type FrontMatter, frontMatterSchema } from '../../news/front-matter.ts';
import { parse, type Problem } from '../../news/parse.ts';

/** What the editor supplies on the command line; it goes before what the source states. */
export interface Facts {
  published: string | undefined;
  sourceName: string | undefined;
  sourceUrl: string | undefined;
  authors: string[] | undefined;
  tags: string[] | undefined;
  lang: string | undefined;
  section: string | undefined;
  lead: true | undefined;
}

/** Where a fact stands in front matter, and its value there. A value `undefined` takes the key away. */
export interface Change {
  path: readonly [string, ...string[]];
  value: unknown;
}

/** The flags of the command line, by the place of their fact in front matter. */
const FLAGS: Readonly<Record<string, string>> = {
  published: '--published',
  'source.name': '--source-name',
  'source.url': '--source-url',
  authors: '--author',
  tags: '--tags',
  lang: '--lang',
  section: '--section',
};

/** The supplied facts as changes of front matter. */
export function toChanges(facts: Facts): Change[] {
  const changes: Change[] = [
    { path: ['published'], value: facts.published },
    { path: ['authors'], value: facts.authors?.map((name) => ({ name })) },
    { path: ['section'], value: facts.section },
    { path: ['tags'], value: facts.tags },
    { path: ['lead'], value: facts.lead },
    { path: ['lang'], value: facts.lang },
    { path: ['source', 'name'], value: facts.sourceName },
    { path: ['source', 'url'], value: facts.sourceUrl },
  ];
  return changes.filter(({ value }) => value !== undefined);
}

/** Checks supplied facts by the schema of front matter: gives them as they will be written, or what is wrong by flag. */
export function checkFacts(facts: Facts): { ok: true; facts: Facts } | { ok: false; problems: string[] } {
  const { sourceName: name, sourceUrl: url, ...rest } = facts;
  const parsed = parse(frontMatterSchema, { title: 'any', ...rest, source: { name, url } });
  if (!parsed.ok) return { ok: false, problems: parsed.problems.map(toFlagProblem) };
  return { ok: true, facts: fromFront(facts, parsed.value) };
}

function fromFront(given: Facts, { published, authors, tags, lang, section, source }: FrontMatter): Facts {
  return {
    published,
    sourceName: source?.name,
    sourceUrl: source?.url,
    authors: given.authors && authors.map(({ name }) => name),
    tags: given.tags && [...new Set(tags)],
    lang,
    section,
    lead: given.lead,
  };
}

function toFlagProblem({ path, message }: Problem): string {
  const flag = FLAGS[path.join('.')] ?? FLAGS[String(path[0])] ?? path.join('.');
  return `${flag}: ${message}`;
}

import type { Element } from 'hast';
import { textOf } from '../../markdown/tree-text.ts';
import { attribute } from './elements.ts';
import { bare, toPlainLine } from './page-texts.ts';

type LdNode = Readonly<Record<string, unknown>>;

/** What the JSON-LD of a page states of its article (schema.org/Article). */
export interface LdArticle {
  headline: string | undefined;
  /** Names of people first; organisations only where no person is named. */
  authors: string[];
  published: string | undefined;
  modified: string | undefined;
  section: string | undefined;
  keywords: string[];
  publisher: string | undefined;
  lang: string | undefined;
  rightsHolder: string | undefined;
  rightsNotice: string | undefined;
  license: string | undefined;
}

const ARTICLE = /(?:Article|BlogPosting|Report|Reportage|Review|SocialMediaPosting|CreativeWork)$/u;

/** So many nodes of a page's JSON-LD are looked at, and so deep. */
const MOST_NODES = 5000;
const DEEPEST = 12;

/**
 * Reads the JSON-LD of a page. Of several articles that one counts whose headline is among the page's own titles;
 * a list of other articles is none of it. What is no JSON is passed over.
 */
export function readJsonLd(elements: readonly Element[], titles: readonly string[]): LdArticle | undefined {
  const nodes = elements
    .filter((element) => element.tagName === 'script' && /ld\+json/iu.test(attribute(element, 'type') ?? ''))
    .flatMap((element) => nodesOf(parseJson(textOf(element))));
  const articles = nodes.filter((node) => textsOf(node['@type']).some((type) => ARTICLE.test(type)));
  const wanted = new Set(titles.map(bare));
  const isNamed = (node: LdNode): boolean =>
    [...textsOf(node['headline']), ...textsOf(node['name'])].some((title) => wanted.has(bare(title)));
  const stated = articles.filter((node) => 'headline' in node || 'articleBody' in node || 'datePublished' in node);
  const article =
    stated.find(isNamed) ?? (stated.length === 1 ? stated[0] : stated.find((node) => 'articleBody' in node));
  const page = nodes.find(
    (node) => textsOf(node['@type']).some((type) => /WebPage$/u.test(type)) && 'datePublished' in node,
  );
  const facts = article && toArticle(article, nodes);
  // Some state the dates of the page that the article is on, and not its own.
  const dates = page && toArticle(page, nodes);
  if (!facts || !dates) return facts ?? dates;
  return { ...facts, published: facts.published ?? dates.published, modified: facts.modified ?? dates.modified };
}

function toArticle(node: LdNode, nodes: readonly LdNode[]): LdArticle {
  const byId = new Map<string, LdNode>();
  for (const other of nodes) {
    const { '@id': id } = other;
    // What has an id and nothing more only points to what it names.
    if (typeof id === 'string' && Object.keys(other).length > 1) byId.set(id, other);
  }
  const resolve = (value: unknown): unknown[] =>
    listOf(value).map((item) =>
      isNode(item) && typeof item['@id'] === 'string' ? (byId.get(item['@id']) ?? item) : item,
    );
  const first = (name: string): string | undefined => resolve(node[name]).flatMap(textsOf)[0];
  const authors = resolve(node['author']);
  const people = authors.filter((author) => !isNode(author) || !textsOf(author['@type']).includes('Organization'));
  return {
    headline: first('headline'),
    authors: (people.length > 0 ? people : authors).flatMap(textsOf),
    published: first('datePublished'),
    modified: first('dateModified'),
    section: first('articleSection'),
    keywords: resolve(node['keywords']).flatMap(textsOf),
    publisher: first('publisher'),
    lang: first('inLanguage'),
    rightsHolder: first('copyrightHolder'),
    rightsNotice: first('copyrightNotice'),
    license: first('license'),
  };
}

/** Every object inside a value, the outer ones first. */
function nodesOf(value: unknown): LdNode[] {
  const found: LdNode[] = [];
  let level: unknown[] = [value];
  for (let depth = 0; depth < DEEPEST && level.length > 0 && found.length < MOST_NODES; depth += 1) {
    const here = level.flatMap(listOf).filter(isNode);
    found.push(...here.slice(0, MOST_NODES));
    level = here.flatMap((node) => Object.values(node)).slice(0, MOST_NODES);
  }
  return found;
}

function parseJson(text: string): unknown {
  // Line ends inside of strings and the comment signs of old times are the commonest faults.
  const json = text.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/gu, '');
  for (const attempt of [json, json.replace(/[\u0000-\u001f]+/gu, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // What is no JSON states nothing.
    }
  }
  return undefined;
}

function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST_NODES) : value === undefined || value === null ? [] : [value];
}

/** The texts of a value: its own, or the names of the things that it lists. */
function textsOf(value: unknown): string[] {
  return listOf(value).flatMap((item) => {
    const text = isNode(item) ? (item['name'] ?? item['@value'] ?? item['url'] ?? item['@id']) : item;
    const line = typeof text === 'string' ? toPlainLine(text) : undefined;
    return line === undefined ? [] : [line];
  });
}

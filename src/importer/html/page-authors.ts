import type { Element } from 'hast';
import type { Finding } from '../raw-article.ts';
import { toNames } from './author-names.ts';
import { attribute, elementsIn, headOf } from './elements.ts';
import { nameLine } from './furniture.ts';
import type { LdArticle } from './json-ld.ts';
import type { MetaTags } from './meta-tags.ts';

const META = [
  'byl',
  'author',
  'parsely-author',
  'sailthru.author',
  'article:author_name',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'cxenseparse:author',
  'article:author',
  'og:article:author',
  'shareaholic:article_author_name',
];
const BYLINE = /-(?:byline|bylines|author|authors|author-name|posted-by|writer|p-author|contributor|vcard)-/u;
const NO_BYLINE = /-(?:bio|biography|comment|comments|image|avatar|social|share|date|time|related|more|archive)-/u;
const LONGEST = 160;

/** What a page states of its authors apart from its elements. */
export interface StatedAuthors {
  tags: MetaTags;
  ld: LdArticle | undefined;
  siteNames: readonly string[];
  /** The short lines under the headline. */
  lines: readonly string[];
}

/** `By Ann Poe`, `Written by Ann Poe, MD on 4 October 2016`. */
function namesInLine(line: string): string[] {
  const [, names = ''] =
    /^(?:(?:written|posted|reported|story|words)\s)?by:?\s(\p{Lu}.{2,80}?)(?:\s(?:on|at|[|•·–-])\s.{0,80})?$/iu.exec(
      line,
    ) ?? [];
  return names === '' ? [] : [names.replace(/\s\d{1,4}$/u, '')];
}

/** Names as one place of a page states them. */
interface Statement {
  names: readonly string[];
  rule: string;
  /** Whether a reader sees it. */
  isPrinted: boolean;
}

/**
 * Who wrote an article: people named in the JSON-LD, else in the byline as microdata, links or classes mark it, else
 * in the meta elements; the paper itself only where nobody else is named and its byline is printed.
 */
export function findAuthors(visible: readonly Element[], stated: StatedAuthors): Finding<string[]> | undefined {
  const statements = statementsOf(visible, stated);
  const found = statements.map(({ names, rule, isPrinted }) => ({
    ...toNames(names, stated.siteNames),
    rule,
    isPrinted,
  }));
  const first = found.find((statement) => statement.people.length > 0);
  // Where a link marks one of two people, the printed line has both.
  const fuller = found.find(({ isPrinted, people: named }) => isPrinted && first && holdsMore(named, first.people));
  const people = fuller ?? first;
  if (people) return { value: people.people, how: 'stated', rule: people.rule };
  const paper = found.find(({ sites, isPrinted }) => isPrinted && sites.length > 0);
  return paper && { value: paper.sites, how: 'stated', rule: paper.rule };
}

function holdsMore(names: readonly string[], others: readonly string[]): boolean {
  return names.length > others.length && others.every((name) => names.includes(name));
}

function statementsOf(visible: readonly Element[], { tags, ld, lines }: StatedAuthors): Statement[] {
  const line = lines
    .slice(0, 4)
    .map(namesInLine)
    .find((names) => names.length > 0);
  const ofMeta = (name: string): Statement => {
    const names = (tags.get(name) ?? []).filter((text) => !/^(?:https?:|@)/iu.test(text));
    return { names, rule: `meta ${name}`, isPrinted: false };
  };
  return [
    { names: ld?.authors ?? [], rule: 'JSON-LD author', isPrinted: false },
    { names: marked(visible), rule: 'itemprop author', isPrinted: true },
    ...META.map(ofMeta),
    { names: linked(visible), rule: 'rel=author', isPrinted: true },
    { names: bylines(visible), rule: 'the byline', isPrinted: true },
    { names: line ?? [], rule: 'a line under the headline', isPrinted: true },
    ofMeta('twitter:creator'),
  ];
}

function marked(visible: readonly Element[]): string[] {
  const authors = visible.filter((element) =>
    /(?:^|\s)(?:author|creator)(?:\s|$)/u.test(attribute(element, 'itemProp') ?? ''),
  );
  return authors.slice(0, 12).flatMap((author) => {
    const name = elementsIn(author).find((element) => attribute(element, 'itemProp') === 'name');
    return shortText(name ?? author);
  });
}

function linked(visible: readonly Element[]): string[] {
  const links = visible.filter((element) => /(?:^|\s)author(?:\s|$)/u.test(attribute(element, 'rel') ?? ''));
  return links.slice(0, 12).flatMap(shortText);
}

/** The first element that is marked as a byline and can be one. */
function bylines(visible: readonly Element[]): string[] {
  for (const element of visible) {
    const line = nameLine(element);
    if (!BYLINE.test(line) || NO_BYLINE.test(line)) continue;
    const [text] = shortText(element);
    if (text !== undefined && toNames([text], []).people.length > 0) return [text];
  }
  return [];
}

function shortText(element: Element): string[] {
  const text = headOf(element, LONGEST + 1);
  return text === '' || text.length > LONGEST ? [] : [text];
}

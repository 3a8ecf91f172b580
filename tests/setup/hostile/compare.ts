import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decoded } from '../../../src/news/paths.ts';
import { toLine } from '../../../src/news/text.ts';
import type { HostileArticle } from './edition.ts';
import type { PageFacts } from './page-rules.ts';
import { CLEAN } from './vectors.ts';

const BODY = ['a.skip', 'header.masthead', 'main#text', 'footer.colophon'];
const MAIN = [
  'article.article[article]',
  'nav.thread[thread]',
  'section.versions[versions]',
  'section.related[related]',
  'nav.neighbours',
];

/** The parts of an article's page in their order; any of them may be missing, and none may stand elsewhere. */
const ARTICLE = [
  'header',
  'p.notice',
  'p.age',
  'figure[figure]',
  'div.prose[body]',
  'p.credit[credit]',
  'p.rights',
  'div.receipt[receipt]',
  'p.imprint',
  'nav.topics[topics]',
];

const structuredData = z.object({
  headline: z.string(),
  abstract: z.string().optional(),
  dateline: z.string().optional(),
  articleSection: z.string().optional(),
  creditText: z.string().optional(),
  keywords: z.array(z.string()).optional(),
  author: z.array(z.object({ name: z.string() })).optional(),
});

/** Judges what was read off the pages of an edition beside what was read off its clean ones. */
export class Comparison {
  readonly #clean: PageFacts[] = [];
  readonly #skeletons = new Set<string>();
  readonly #dist: string;

  constructor(dist: string) {
    this.#dist = dist;
  }

  /** A page that holds no attack; all of them must be known before the first that does. */
  learn({ way }: HostileArticle, facts: PageFacts): void {
    this.#clean.push(facts);
    if (way === 'fields') this.#skeletons.add(facts.skeleton);
  }

  /** What is wrong with any page of the site. */
  ofPage(facts: PageFacts): string[] {
    const [clean] = this.#clean;
    if (!clean) throw new Error('There is no clean page to compare with.');
    return [
      ...facts.findings,
      ...(facts.body.join() === BODY.join() ? [] : [`shape of body: ${facts.body.join()}`]),
      ...Object.entries(facts.builtIns)
        .filter(([name, kind]) => clean.builtIns[name] !== kind)
        .map(([name, kind]) => `shadowed ${name}: ${kind}`),
      ...facts.globals.filter((name) => !clean.globals.includes(name)).map((name) => `global ${name}`),
    ];
  }

  /** What is wrong with an article's page. */
  ofArticle({ way, front, vector }: HostileArticle, facts: PageFacts): string[] {
    const wrong = this.ofPage(facts);
    if (!isInOrder(facts.main, MAIN)) wrong.push(`shape of main: ${facts.main.join()}`);
    if (!isInOrder(facts.article, ARTICLE)) wrong.push(`shape of article: ${facts.article.join()}`);
    if (way === 'fields' && !this.#skeletons.has(facts.skeleton)) wrong.push(`shape of fields: ${facts.skeleton}`);
    if (facts.headline.trim() !== front.title) wrong.push(`text of headline: ${facts.headline}`);
    wrong.push(...this.#ofData(facts, front.title, way === 'fields' ? toLine(vector.payload) : undefined));
    for (const topic of facts.topics) {
      if (!existsSync(join(this.#dist, decoded(topic), 'index.html'))) wrong.push(`topic without a page ${topic}`);
    }
    return wrong;
  }

  #ofData(facts: PageFacts, headline: string, text: string | undefined): string[] {
    try {
      const found = structuredData.parse(JSON.parse(facts.structuredData));
      const { abstract, dateline, articleSection, creditText } = found;
      const names = [abstract, dateline, articleSection, creditText, found.keywords?.[0], found.author?.[0]?.name];
      const isWhole = found.headline === headline && (text === undefined || names.every((name) => name === text));
      return isWhole ? [] : ['structured data does not hold the text'];
    } catch (error) {
      return [`structured data ${String(error).slice(0, 80)}`];
    }
  }
}

/** Whether a page is one that attacks nobody. */
export function isClean({ vector }: HostileArticle): boolean {
  return vector.id === CLEAN.id;
}

function isInOrder(found: readonly string[], order: readonly string[]): boolean {
  const places = found.map((part) => order.indexOf(part));
  return places.every((place, index) => place >= (places[index - 1] ?? 0));
}

import type { FrontMatter } from '../../news/front-matter.ts';
import type { KnownTags } from '../../news/suggest/known-tags.ts';
import { type Suggestion, suggestTags } from '../../news/suggest/suggest-tags.ts';
import type { Role, RawArticle } from '../raw-article.ts';
import type { TagAdvice } from '../plan/tag-advice.ts';

/** An article with so many tags needs no advice. */
const ENOUGH = 3;

/** Of so many articles the suggestions are shown; a report has all. */
const MOST_SHOWN = 20;

/** What of an article is read: not its captions and crossheads, whose capitals say less. */
const READ: ReadonlySet<Role> = new Set(['standfirst', 'paragraph']);

/** What is asked of an adviser. */
interface Wanted {
  /** The language of the site. */
  language: string;
  /** Suggested tags are written. */
  isWritten: boolean;
  /** A report is to have the suggestions for every article. */
  isReported: boolean;
}

/** Suggests tags for the articles of one import, and says so, as long as somebody wants to know. */
export class TagAdviser {
  readonly #known: KnownTags;
  readonly #wanted: Wanted;
  #shown = 0;
  #more = 0;
  #isOver = false;

  constructor(known: KnownTags, wanted: Wanted) {
    this.#known = known;
    this.#wanted = wanted;
  }

  /** The advice for the next article; none once nobody would see or get it, as each costs time. */
  next(): TagAdvice | undefined {
    const { isWritten, isReported } = this.#wanted;
    this.#isOver = this.#shown >= MOST_SHOWN && !isWritten && !isReported;
    return this.#isOver ? undefined : { isWritten, suggest: (front, raw) => this.#suggest(front, raw) };
  }

  /** Takes note of the tags of an article that is now in the archive, apart from those that were only suggested. */
  note({ tags, receipt }: FrontMatter): void {
    this.#known.use(tags.filter((tag) => receipt?.suggested?.includes(tag) !== true));
  }

  /** The lines to show below an article's own; none for those after the first twenty. `why`: with what each comes from. */
  say(suggested: readonly Suggestion[] = [], why: boolean): string[] {
    if (suggested.length === 0) return [];
    if (this.#shown >= MOST_SHOWN) {
      this.#more += 1;
      return [];
    }
    this.#shown += 1;
    const names = suggested.map(({ name }) => name).join(', ');
    const line = this.#wanted.isWritten ? `  tags suggested and written: ${names}` : `  tags it might have: ${names}`;
    return [line, ...(why ? suggested.map(sayWhy) : [])];
  }

  /** The last word on what was not shown. */
  sayRest(): string[] {
    const { isWritten, isReported } = this.#wanted;
    const where = isReported ? 'the report names them' : '--report FILE names them';
    if (this.#isOver)
      return [`Tags are suggested for the first ${MOST_SHOWN} articles; --report FILE has those for all.`];
    if (this.#more === 0) return [];
    const articles = `${this.#more} more ${this.#more === 1 ? 'article' : 'articles'}`;
    return [`${articles} ${isWritten ? 'got suggested tags' : 'might have tags'}; ${where}.`];
  }

  #suggest(front: FrontMatter, { blocks }: RawArticle): Suggestion[] {
    const { title, description, dateline, tags, published, authors, source } = front;
    // Its own tags are the archive's too, whatever longer names the text has for them.
    this.note(front);
    if (tags.length >= ENOUGH) return [];
    const texts = blocks.filter(({ role }) => READ.has(role)).map(({ text }) => text);
    const isFirst = description === undefined || texts.includes(description);
    const article = {
      headline: title,
      dateline,
      paragraphs: isFirst ? texts : [description, ...texts],
      lang: front.lang ?? this.#wanted.language,
      siteLang: this.#wanted.language,
      published,
      tags,
      from: [
        ...authors.map(({ name }) => name),
        ...[source?.name, source?.author].filter((name) => name !== undefined),
      ],
    };
    return suggestTags(article, this.#known);
  }
}

const KINDS = { archive: 'a tag of the archive', country: 'a country', phrase: 'a phrase with capitals' } as const;

function sayWhy({ name, kind, count }: Suggestion): string {
  const where = count === 0 ? 'where it was filed' : `named ${count === 1 ? 'once' : `${count} times`}`;
  return `  tag suggested: ${name} (${KINDS[kind]}, ${where})`;
}

import { sha256 } from '../../news/digest.ts';
import {
  daysApart,
  type Likeness,
  likeness,
  type Shingles,
  shinglesOf,
  SketchIndex,
} from '../../news/near-duplicates.ts';
import { wordsOf } from '../../news/words.ts';

/** What stands in for an article's text when it is compared with others. */
export interface TextPrint {
  /** Of the words of headline and body, in their order: the same for two copies that read the same. */
  words: string;
  shingles: Shingles;
}

/** An article that reads nearly the same as another. */
export interface Like {
  file: string;
  likeness: Likeness;
}

/** What comes of Markdown's own signs and is no word of the text: addresses of links, raw tags, references. */
const MARKUP = /\]\([^()\s]{0,2000}(?=[\s)])|<[^<>]{1,2000}>|&#?\w{1,20};|\\/gu;

/** The print of an article's text, from its headline and its Markdown. */
export function printOf(title: string, markdown: string): TextPrint {
  const body = markdown.replace(MARKUP, (sign) => (sign === '\\' ? '' : ' '));
  const words = wordsOf(`${title}\n${body}`.normalize('NFKC').toLowerCase());
  return { words: sha256(words.join(' ')), shingles: shinglesOf(body) };
}

interface Text {
  file: string;
  published: string | undefined;
  print: TextPrint;
}

/** The texts of an archive: finds those that read the same as a new one, or nearly so. */
export class ArchiveTexts {
  readonly #byFile = new Map<string, Text>();
  readonly #byWords = new Map<string, Set<string>>();
  readonly #sketches = new SketchIndex<string>();

  add(text: Text): void {
    const { file, print } = text;
    this.remove(file);
    this.#byFile.set(file, text);
    this.#sketches.add(file, print.shingles);
    const same = this.#byWords.get(print.words);
    if (same) same.add(file);
    else this.#byWords.set(print.words, new Set([file]));
  }

  remove(file: string): void {
    const text = this.#byFile.get(file);
    if (!text) return;
    this.#byFile.delete(file);
    this.#sketches.remove(file, text.print.shingles);
    this.#byWords.get(text.print.words)?.delete(file);
  }

  /** The first article whose headline and body have the very same words. */
  sameAs({ words }: TextPrint): string | undefined {
    return [...(this.#byWords.get(words) ?? [])].sort()[0];
  }

  /** All articles that read nearly the same, in the order of their files. */
  like({ shingles }: TextPrint, published: string | undefined): Like[] {
    const found = this.#sketches.candidates(shingles).flatMap((file): Like[] => {
      const other = this.#byFile.get(file);
      const kind = other && likeness(shingles, other.print.shingles, daysApart(published, other.published));
      return kind ? [{ file, likeness: kind }] : [];
    });
    return found.sort((a, b) => (a.file < b.file ? -1 : 1));
  }
}

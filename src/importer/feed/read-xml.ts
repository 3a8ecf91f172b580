import { Parser } from 'htmlparser2';
import { toLine } from '../../news/text.ts';
import { shortenTo } from '../text/text-shapes.ts';
import { decodeReferences } from './character-references.ts';
import { cleanSigns } from './clean-signs.ts';
import { type Scope, scopeOf, toKnownAttribute, toKnownName } from './namespaces.ts';
import type { XmlElement } from './xml-element.ts';

export type XmlReading = { ok: true; root: XmlElement; removed: number } | { ok: false; reason: string };

/** Elements may stand so deep in one another. */
const DEEPEST = 250;

const MOST_ELEMENTS = 1_000_000;

/** Ends the reading of a document; no other error is expected. */
class Refusal extends Error {}

/** An element under way. */
interface Open extends XmlElement {
  children: (XmlElement | string)[];
  scope: Scope | undefined;
  /** Where its first tag ends. */
  end: number;
}

/**
 * Reads an XML document as a tree. Entities of a DOCTYPE are not known, comments and processing instructions
 * (`xml-stylesheet`) are left out, XInclude is an element like any other. Refuses what breaks off or is not closed,
 * since nobody can tell what of it is missing; a lone `&` is text.
 *
 * We read feeds with a parser of XML and not with feedsmith: 3.0.1 gives no lines of the source, says of a feed that
 * breaks off only that its format is invalid, takes an unclosed tag for text, keeps control signs, and leaves the
 * prefixes in inline XHTML, whose paragraphs then run together. What it does better, names of vocabularies, is short.
 */
export function readXml(text: string): XmlReading {
  const builder = new TreeBuilder(text);
  const parser = new Parser(builder, { xmlMode: true, decodeEntities: false });
  builder.parser = parser;
  try {
    parser.write(text);
    builder.ended = true;
    parser.end();
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message };
    throw error;
  }
  if (!builder.root) return { ok: false, reason: 'no element in it' };
  return { ok: true, root: builder.root, removed: builder.removed };
}

/** Makes a tree of what the parser reports. */
class TreeBuilder {
  parser: Pick<Parser, 'endIndex'> = { endIndex: 0 };
  ended = false;
  root: XmlElement | undefined;
  /** Control signs that were written as references. */
  removed = 0;
  readonly #text: string;
  readonly #open: Open[] = [];
  #inCdata = false;
  #line = 1;
  #count = 0;
  #nextBreak: number;

  constructor(text: string) {
    this.#text = text;
    this.#nextBreak = text.indexOf('\n');
  }

  onopentag(name: string, written: Record<string, string>): void {
    const parent = this.#open.at(-1);
    const scope = scopeOf(written, parent?.scope);
    if ((this.#count += 1) > MOST_ELEMENTS) throw new Refusal(`more than ${MOST_ELEMENTS} elements; split the feed`);
    if (this.#open.length >= DEEPEST) {
      throw new Refusal(`line ${this.#lineNow()}: more than ${DEEPEST} elements stand in one another`);
    }
    const attributes = new Map(
      Object.entries(written).map(([key, value]) => [
        toKnownAttribute(key, scope),
        this.#clean(decodeReferences(value)),
      ]),
    );
    this.#open.push({
      name: toKnownName(name, scope),
      attributes,
      children: [],
      parent,
      line: this.#lineNow(),
      scope,
      end: this.parser.endIndex,
    });
  }

  onclosetag(name: string, isImplied: boolean): void {
    const element = this.#open.pop();
    if (!element) return;
    // An element that closes itself, <br/>, ends in the place where it opens.
    if (isImplied && (this.ended || this.parser.endIndex !== element.end)) {
      const shown = shortenTo(40, toLine(name));
      throw new Refusal(
        this.ended
          ? `it breaks off: <${shown}> of line ${element.line} does not end; fetch the feed again`
          : `line ${element.line}: <${shown}> is not closed, so that what belongs to it is uncertain; mend or fetch the feed again`,
      );
    }
    const parent = this.#open.at(-1);
    if (parent) parent.children.push(element);
    // A second root is no part of the document.
    else this.root ??= element;
  }

  ontext(written: string): void {
    const parent = this.#open.at(-1);
    if (!parent) return;
    const text = this.#inCdata ? written : this.#clean(decodeReferences(written));
    const last = parent.children.at(-1);
    if (typeof last === 'string') parent.children[parent.children.length - 1] = last + text;
    else parent.children.push(text);
  }

  oncdatastart(): void {
    this.#inCdata = true;
  }

  oncdataend(): void {
    this.#inCdata = false;
  }

  #clean(text: string): string {
    const cleaned = cleanSigns(text);
    this.removed += cleaned.removed;
    return cleaned.text;
  }

  /** The line of the parser's place; counted on from the last one asked for, since places only go forward. */
  #lineNow(): number {
    while (this.#nextBreak !== -1 && this.#nextBreak < this.parser.endIndex) {
      this.#line += 1;
      this.#nextBreak = this.#text.indexOf('\n', this.#nextBreak + 1);
    }
    return this.#line;
  }
}

import * as fc from 'fast-check';
import { changeText } from '../change-text.ts';
import { changes } from '../change.ts';
import { html } from './html.ts';
import { block, definition, picture, references } from './markdown.ts';
import { words } from './texts.ts';

/** The body of an article, and what every reader must find in it. */
export class Body {
  readonly markdown: string;
  /** Its plain paragraphs that nothing in it may hide, in their order; the first of them begins it. */
  readonly plain: readonly string[];

  constructor(markdown: string, plain: readonly string[]) {
    this.markdown = markdown;
    this.plain = plain;
  }

  /** As it is printed where a run fails: a text that can be pasted into a test. */
  [fc.toStringMethod](): string {
    return JSON.stringify(this.markdown);
  }
}

const paragraph = words.map((some) => `Plain ${some}.`);

/** Signs without which no text begins HTML or a block of code: nothing after them can be hidden. */
const HIDING = /[<`~\r]|-{3}/gu;

const anyBlock = fc.oneof(
  { weight: 5, arbitrary: block },
  { weight: 2, arbitrary: html },
  { weight: 2, arbitrary: references },
  { weight: 2, arbitrary: definition },
  { weight: 1, arbitrary: picture },
);

/** Markdown alone: each plain paragraph between two blocks must be there for the reader. */
const calm = fc
  .tuple(paragraph, fc.array(fc.tuple(anyBlock, paragraph), { minLength: 1, maxLength: 5, size: 'max' }))
  .map(([lead, pairs]) => {
    const texts = pairs.flatMap(([some, plain]) => [some.replace(HIDING, ''), plain]);
    return new Body([lead, ...texts].join('\n\n'), [lead, ...pairs.map(([, plain]) => plain)]);
  });

/** Markdown and HTML, one in the other: what comes may hide what follows, but not the paragraph before it. */
const wild = fc
  .tuple(
    paragraph,
    fc.array(anyBlock, { minLength: 1, maxLength: 6, size: 'max' }),
    fc.constantFrom('\n\n', '\n\n', '\n', ''),
  )
  .map(([lead, parts, between]) => new Body(`${lead}\n\n${parts.join(between)}`, [lead]));

/** The same with damage: pieces lost, repeated, in each other's place, with something else put between. */
const damaged = fc.tuple(wild, changes).map(([{ markdown, plain }, steps]) => {
  const [lead = ''] = plain;
  return new Body(`${lead}\n\n${changeText(markdown.slice(lead.length + 2), steps)}`, plain);
});

/** Bodies of articles that no author writes. Without a bias to short ones, which find nothing. */
export const bodies: fc.Arbitrary<Body> = fc.noBias(
  fc.oneof({ weight: 4, arbitrary: wild }, { weight: 2, arbitrary: calm }, { weight: 2, arbitrary: damaged }),
);

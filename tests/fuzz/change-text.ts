import { type Change, MOST_PIECES } from './change.ts';

/** How a text falls into pieces: paragraphs, lines, words; a capturing group keeps what stands between them. */
const CUTS = [/(\n[ \t]*\n)/u, /(\n)/u, /([ \t]+|\n)/u] as const;

/** Marks that a piece is nested under. */
const PREFIXES = ['> ', '- ', '    ', '1. ', '# ', '[', '**', '\t', '| '];

/** Changes a text of lines and paragraphs: plain text, Markdown, headers. */
export function changeText(text: string, changes: readonly Change[]): string {
  return changes.reduce(changeOnce, text);
}

function changeOnce(text: string, { kind, at, other, value }: Change): string {
  const pieces = text.split(CUTS[other % CUTS.length] ?? /(\n)/u);
  const mayGrow = pieces.length < MOST_PIECES && text.length < 100_000;
  // What stands between two pieces has the odd places.
  const place = 2 * (at % Math.ceil(pieces.length / 2));
  const partner = 2 * (other % Math.ceil(pieces.length / 2));
  const piece = pieces[place] ?? '';
  const between = pieces[1] ?? '\n';
  switch (kind) {
    case 'delete':
      pieces.splice(place, 1 + (other % 2));
      break;
    case 'repeat':
      if (mayGrow)
        pieces.splice(
          place,
          1,
          ...Array<string>(2 + (other % 3))
            .fill(piece)
            .join(between)
            .split(CUTS[1]),
        );
      break;
    case 'swap':
      [pieces[place], pieces[partner]] = [pieces[partner] ?? '', piece];
      break;
    case 'nest':
      pieces[place] = (PREFIXES[other % PREFIXES.length] ?? '> ').repeat(1 + (at % 3)) + piece;
      break;
    case 'value':
      pieces[place] = value;
      break;
    case 'raw':
      pieces.splice(place, 0, value, other % 3 === 0 ? '' : between);
      break;
  }
  return pieces.join('');
}

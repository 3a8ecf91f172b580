import type { Hints, Input, Reading } from './raw-article.ts';
import { readText } from './text/read-text.ts';

/** A format that can be imported. One file holds its reader; this list is where it is made known. */
interface Reader {
  /** Whether an input is of this format, by its content. */
  recognises: (input: Input) => boolean;
  read: (input: Input, hints: Hints) => Reading;
}

/** The first that recognises an input reads it; plain text is the last resort. */
const readers: readonly Reader[] = [{ recognises: () => true, read: readText }];

/** Formats with a mark of their own that no reader takes: as a plain text they would be nonsense. */
const FOREIGN: readonly { mark: RegExp; what: string }[] = [
  { mark: /^%PDF-/u, what: 'a PDF' },
  { mark: /^PK\u0003\u0004/u, what: 'a ZIP archive or an office document' },
  { mark: /^\u001f\u008b/u, what: 'a gzip archive' },
  { mark: /^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8[79]a|RIFF)/u, what: 'a picture or a recording' },
  { mark: /^\{\\rtf/u, what: 'a rich text document' },
  { mark: /^(?:\u00ef\u00bb\u00bf)?\s{0,100}<(?:!doctype\shtml|html[\s>])/iu, what: 'a web page' },
  { mark: /^(?:\u00ef\u00bb\u00bf)?\s{0,100}<\?xml\s/iu, what: 'an XML file' },
];

/** Reads an input with the reader of its format. Never throws on what the input holds: it says why it cannot be read. */
export function readInput(input: Input, hints: Hints): Reading {
  const start = String.fromCharCode(...input.bytes.subarray(0, 200));
  const foreign = FOREIGN.find(({ mark }) => mark.test(start));
  if (foreign)
    return { ok: false, reason: `${foreign.what}, which cannot be read yet; save its text as a plain text file` };
  const reader = readers.find(({ recognises }) => recognises(input));
  return reader ? reader.read(input, hints) : { ok: false, reason: 'of no known format' };
}

import { errorText } from '../error-text.ts';
import { type HtmlBody, readHtmlBody } from '../html/read-html-body.ts';
import type { FeedText } from './feed-item.ts';
import { readPlainTextBody } from './plain-text-body.ts';
import { findHeavyBlock } from '../text/find-heavy-block.ts';

/** The text of an item and what it was read from, if there is any; or why it cannot be read. */
export type BodyReading = { ok: true; read: HtmlBody; text: FeedText | undefined } | { ok: false; reason: string };

/** Characters. No article is longer, and Markdown's parser needs minutes for what is. */
const LONGEST = 1_000_000;

const NOTHING: HtmlBody = { blocks: [], body: [] };

/** Reads the first of the texts that has words, else the first that has a picture or the like. Never throws. */
export function readFeedBody(texts: readonly FeedText[], title: string): BodyReading {
  let wordless: BodyReading | undefined;
  for (const text of texts) {
    const reading = readText(text, title);
    if (!reading.ok || reading.read.blocks.length > 0) return reading;
    if (reading.read.body.length > 0) wordless ??= reading;
  }
  return wordless ?? { ok: true, read: NOTHING, text: undefined };
}

function readText(text: FeedText, title: string): BodyReading {
  if (text.value.length > LONGEST) return { ok: false, reason: `its text is longer than ${LONGEST} characters` };
  try {
    const { blocks, body } =
      text.kind === 'html'
        ? readHtmlBody(text.value, { base: text.base, title })
        : readPlainTextBody(text.value, { title });
    const heavy = findHeavyBlock(blocks);
    if (heavy) return { ok: false, reason: heavy.reason };
    // The readers count lines from the beginning of the text.
    const placed = blocks.map((block) => ({ ...block, line: lineInSource(text.line, block.line) }));
    return { ok: true, read: { blocks: placed, body }, text };
  } catch (error) {
    // Elements nested by the thousand overflow the stack of the reader of HTML.
    return { ok: false, reason: `its text cannot be read: ${errorText(error)}` };
  }
}

function lineInSource(first: number | undefined, line: number | undefined): number | undefined {
  return first === undefined || line === undefined ? undefined : first + line - 1;
}

import { detectLanguage } from './detect-language.ts';
import { type Decoded, decodeText } from './decode-text.ts';
import type { RawArticle, Role, SourceBlock } from '../raw-article.ts';
import type { Format, Found, Unit } from '../unit.ts';
import { findHeavyBlock } from './find-heavy-block.ts';
import { splitText } from './split-text.ts';
import { findAuthors, findDate, findDateHint, findDateline, findText, inferTitle } from './text-findings.ts';
import { decideHeadLine, type DecidedBlock, decideRoles } from './text-roles.ts';
import { captionEnd } from './text-shapes.ts';
import { toNode } from './to-node.ts';

/** The fields that the meaning of a block becomes while its text is kept nowhere. */
const BECAME: Partial<Record<Role, string>> = { byline: 'authors', date: 'published', dateline: 'dateline' };

/** A text without any markup of its own. */
export const plainText: Format = {
  what: 'a plain text',
  largest: 5_000_000,
  recognises: () => true,
  async read(unit) {
    const decoded = decodeText(unit.bytes);
    if (!decoded.ok) return [decoded];
    const lang = unit.known.lang ?? (await detectLanguage(decoded.text));
    return readText(unit, decoded, lang);
  },
};

/**
 * Reads a plain text as one article: headline, lines of the head, paragraphs and crossheads, credit. The language
 * helps to know dates.
 */
export function readText({ bytes }: Unit, decoded: Decoded & { ok: true }, lang: string | undefined): Found[] {
  const { blocks, lineByLine } = splitText(decoded.text, (line) => standsAlone(line, lang));
  if (blocks.length === 0) return [{ ok: false, reason: 'empty' }];
  const heavy = findHeavyBlock(blocks);
  if (heavy) return [{ ok: false, reason: `line ${heavy.block.line}: ${heavy.reason}` }];
  const notes = [...decoded.notes];
  if (lineByLine) notes.push('Each line is a paragraph: no blank line stands between them.');
  return [{ ok: true, article: toRawArticle(bytes, decideRoles(blocks, lang), lang, notes) }];
}

/** Whether a line is a block by itself where no blank line says so: only what its whole shape proves. */
function standsAlone(line: string, lang: string | undefined): boolean {
  const role = decideHeadLine(line, lang)?.role;
  return role !== undefined && (role !== 'caption' || captionEnd(line) !== undefined);
}

function toRawArticle(
  bytes: Uint8Array,
  blocks: readonly DecidedBlock[],
  lang: string | undefined,
  notes: string[],
): RawArticle {
  const headline = findText(blocks, 'headline');
  const dateline = findDateline(blocks, lang);
  const date = findDate(blocks, dateline, lang);
  if (!headline) notes.push('The first line is no headline: the title is its first sentence.');
  if (date?.clockLost === true) notes.push('The time of day was left out: it has no offset such as +02:00.');
  return {
    blocks: blocks.map(toSourceBlock),
    title: headline ?? inferTitle(blocks),
    description: findText(blocks, 'standfirst'),
    caption: findText(blocks, 'caption'),
    credit: findText(blocks, 'credit'),
    dateline: dateline?.finding,
    authors: findAuthors(blocks),
    published: date?.finding,
    body: blocks.flatMap(({ role, lines }) =>
      role === 'paragraph' || role === 'crosshead' ? [toNode(role, lines)] : [],
    ),
    dateHint: findDateHint(blocks, lang),
    notes,
    original: { bytes, extension: 'txt' },
  };
}

function toSourceBlock({ line, text, role, rule, doubt }: DecidedBlock): SourceBlock {
  const reason = role === 'repeat' ? 'repeats the headline' : undefined;
  return { line, text, role, rule, doubt, became: BECAME[role], reason };
}

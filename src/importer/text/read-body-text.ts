import type { RootContent } from 'mdast';
import type { Finding, SourceBlock } from '../raw-article.ts';
import { readDateline } from './dateline.ts';
import { findHeavyBlock } from './find-heavy-block.ts';
import { splitText, type TextBlock } from './split-text.ts';
import type { FoundDateline } from './text-findings.ts';
import { decideRoles } from './text-roles.ts';
import { toNode } from './to-node.ts';

/** The text of an article whose headline stands elsewhere. */
export interface BodyText {
  blocks: SourceBlock[];
  body: RootContent[];
  credit: Finding<string> | undefined;
  /** The dateline that opens the first paragraph, where it stays. */
  dateline: FoundDateline | undefined;
  notes: string[];
}

/** A line in a headline's place, so that no line of the text itself is taken for one when it is split. */
const LINE_ABOVE = '-';
const LINES_ABOVE = 2;

/** A block in a headline's place that is too long to be one and ends no sentence, so that no crosshead follows it. */
const BLOCK_ABOVE: TextBlock = { line: 0, lines: [], text: '- '.repeat(101) };

/**
 * Reads a plain text that has no headline of its own: paragraphs at blank lines, their lines joined, crossheads, and
 * the credit at its end, by the rules of a plain text file. Lines are counted from 1. Throws on a paragraph that
 * Markdown cannot be asked to parse.
 */
export function readBodyText(text: string, lang: string | undefined): BodyText {
  const split = splitText(`${LINE_ABOVE}\n\n${text}`, () => false);
  const blocks = split.blocks.slice(1).map((block) => ({ ...block, line: block.line - LINES_ABOVE }));
  const heavy = findHeavyBlock(blocks);
  if (heavy) throw new Error(`line ${heavy.block.line}: ${heavy.reason}`);
  const decided = decideRoles([BLOCK_ABOVE, ...blocks], lang).slice(1);
  // A text that is nothing but a credit line would be none.
  const credit = decided.length > 1 ? decided.find(({ role }) => role === 'credit') : undefined;
  const kept = decided.filter((block) => block !== credit);
  return {
    blocks: decided.map(({ line, text: own, role, rule, doubt }) => ({ line, text: own, role, rule, doubt })),
    body: kept.map(({ role, lines }) => toNode(role === 'crosshead' ? role : 'paragraph', lines)),
    credit: credit && { value: credit.text, how: 'stated', rule: 'the end of the text' },
    dateline: findOpening(kept[0]?.text ?? '', lang),
    notes: split.lineByLine ? ['Each line is a paragraph: no blank line stands between them.'] : [],
  };
}

function findOpening(paragraph: string, lang: string | undefined): FoundDateline | undefined {
  const dateline = readDateline(paragraph, lang);
  if (!dateline) return undefined;
  return {
    day: dateline.day,
    finding: { value: dateline.text, how: 'stated', rule: 'the beginning of the first paragraph' },
  };
}

import { normalise } from '../../news/text.ts';
import { lineParts, readByline } from './byline.ts';
import { readDateline, readDatelineLine } from './dateline.ts';
import type { Role } from '../raw-article.ts';
import { LAST_BLOCKS, type TextBlock } from './split-text.ts';
import { readDateLine } from './stated-date.ts';
import { captionSign, endsSentence, isCredit, isCrossheadShape, isHeadline, TEXT_LENGTH } from './text-shapes.ts';

/** What a block was taken for, and why. */
export interface Decision {
  role: Role;
  rule: string;
  doubt?: string | undefined;
}

/** A block and what it was taken for. */
export type DecidedBlock = TextBlock & Decision;

/** A short block of the head that has no sign of its own is a standfirst only from this length on. */
const SHORTEST_STANDFIRST = 40;

/** A crosshead stands above a paragraph, and a paragraph has at least so many characters. */
const SHORTEST_PARAGRAPH = 60;

const PARAGRAPH: Decision = { role: 'paragraph', rule: 'running text' };

/** Decides what each block of a plain text is: by its position first, then by its shape. */
export function decideRoles(blocks: readonly TextBlock[], lang: string | undefined): DecidedBlock[] {
  const decisions: Decision[] = blocks.map(() => PARAGRAPH);
  const hasHeadline = blocks[0] !== undefined && isHeadline(blocks[0].text);
  if (hasHeadline) {
    decisions[0] = { role: 'headline', rule: 'the first line, at most 200 characters, without a full stop at its end' };
    decideHead(blocks, decisions, lang);
  }
  decideCredit(blocks, decisions);
  return blocks.map((block, index) => {
    const decision = decisions[index] ?? PARAGRAPH;
    return { ...block, ...(decision === PARAGRAPH ? decideParagraph(block, index, blocks, decisions) : decision) };
  });
}

/** What a line of the head is by its own signs. */
export function decideHeadLine(text: string, lang: string | undefined): Decision | undefined {
  if (readDateLine(text, lang)) return { role: 'date', rule: 'a line of the head that is a date with its year' };
  if (readByline(text)) return { role: 'byline', rule: 'a line of the head: "By" and names' };
  const parts = lineParts(text);
  if (parts.length > 1 && readByline(parts[0] ?? '') && parts.slice(1).every((part) => readDateLine(part, lang)))
    return { role: 'byline', rule: 'a line of the head: "By" and names, then a date' };
  if (readDatelineLine(text, lang))
    return { role: 'dateline', rule: 'a line of the head: a place with its day or agency' };
  const sign = captionSign(text);
  return sign === undefined ? undefined : { role: 'caption', rule: `a line of the head, by ${sign}` };
}

/** The short blocks between the headline and the first paragraph. */
function decideHead(blocks: readonly TextBlock[], decisions: Decision[], lang: string | undefined): void {
  const headline = normalise(blocks[0]?.text ?? '');
  const found = new Set<Role>();
  let unsigned: number | undefined;
  let signAfter = false;
  let index = 1;
  for (; index < blocks.length; index += 1) {
    const text = blocks[index]?.text ?? '';
    const decision: Decision | undefined =
      normalise(text) === headline ? { role: 'repeat', rule: 'repeats the headline' } : decideHeadLine(text, lang);
    if (decision && !found.has(decision.role)) {
      decisions[index] = decision;
      found.add(decision.role);
      signAfter ||= unsigned !== undefined && decision.role !== 'caption';
    } else if (decision || unsigned !== undefined || text.length >= TEXT_LENGTH || readDateline(text, lang)) {
      break;
    } else {
      unsigned = index;
    }
  }
  const first = blocks[index]?.text ?? '';
  const text = unsigned === undefined ? '' : (blocks[unsigned]?.text ?? '');
  const beforeText = signAfter || first.length >= TEXT_LENGTH || readDateline(first, lang) !== undefined;
  if (unsigned === undefined || text.length < SHORTEST_STANDFIRST || !beforeText) return;
  decisions[unsigned] = { role: 'standfirst', rule: 'the one short block between the headline and the text' };
}

/** The last blocks may hold one line that names those who reported. */
function decideCredit(blocks: readonly TextBlock[], decisions: Decision[]): void {
  for (let index = Math.max(1, blocks.length - LAST_BLOCKS); index < blocks.length; index += 1) {
    if (decisions[index] !== PARAGRAPH || !isCredit(blocks[index]?.text ?? '')) continue;
    decisions[index] = { role: 'credit', rule: `among the last ${LAST_BLOCKS} blocks, by its first words` };
    return;
  }
}

function decideParagraph(
  { text }: TextBlock,
  index: number,
  blocks: readonly TextBlock[],
  decisions: readonly Decision[],
): Decision {
  const before = decisions[index - 1]?.role === 'paragraph' ? (blocks[index - 1]?.text ?? '') : '';
  const after = decisions[index + 1]?.role === 'paragraph' ? (blocks[index + 1]?.text ?? '') : '';
  if (isCrossheadShape(text)) {
    if (endsSentence(before) && after.length >= SHORTEST_PARAGRAPH) {
      return {
        role: 'crosshead',
        rule: 'a few words without an end stop, between a finished sentence and a paragraph',
      };
    }
    return { ...PARAGRAPH, doubt: 'short and without an end stop, but not where a crosshead stands' };
  }
  if (captionSign(text) !== undefined && text.length < TEXT_LENGTH)
    return { ...PARAGRAPH, doubt: 'could be a caption' };
  if (isCredit(text)) return { ...PARAGRAPH, doubt: 'could be a credit' };
  return PARAGRAPH;
}

import type { Element } from 'hast';
import { normalise, toLine } from '../../news/text.ts';
import type { Finding, Role, SourceBlock } from '../raw-article.ts';
import type { ArticleTree } from './article-tree.ts';
import type { Captions } from './captions.ts';
import { type ChosenBlock, OUTSIDE } from './chosen-block.ts';
import type { PageFacts } from './page-facts.ts';
import type { Caption } from './page-pictures.ts';
import { bare } from './page-texts.ts';

const LONGEST_STANDFIRST = 500;
const COPYRIGHT = /^(?:©|\(c\)\s|copyright\b)/iu;

/** The blocks of a page with what the article's fields take out of them. */
export interface FieldTexts {
  blocks: ChosenBlock[];
  title: Finding<string> | undefined;
  description: ChosenBlock | undefined;
  credit: ChosenBlock | undefined;
  rightsNotice: ChosenBlock | undefined;
}

/** Takes headline, standfirst and agency line out of the chosen blocks; what has no field of its own stays text. */
export function takeFields(chosen: readonly ChosenBlock[], facts: PageFacts): FieldTexts {
  const headline = chosen.find(({ reason }) => reason === 'headline');
  const title = headline && facts.title ? { ...facts.title, value: toLine(headline.text) } : facts.title;
  const key = bare(title?.value ?? '');
  const first = chosen.findIndex(({ reason }) => reason === undefined);
  const start = chosen.findIndex(({ reason }) => reason === 'headline');
  const descriptions = new Set(facts.descriptions.map(bare));
  const isStandfirst = (block: ChosenBlock, index: number): boolean =>
    index < first &&
    index > start &&
    block.text.length <= LONGEST_STANDFIRST &&
    block.text.length > 20 &&
    bare(block.text) !== key &&
    (block.reason === 'standfirst' || (block.reason === OUTSIDE && descriptions.has(bare(block.text))));
  const description = chosen.find(isStandfirst);
  const credits = chosen.filter(({ reason }) => reason === 'credit');
  const rightsNotice = credits.find(({ text }) => COPYRIGHT.test(text));
  const credit = credits.find((block) => block !== rightsNotice);
  const taken = new Set([headline, description, credit, rightsNotice]);
  const blocks = chosen.map((block) => {
    if (taken.has(block)) return block;
    if (key !== '' && bare(block.text) === key) return { ...block, reason: 'repeats the headline' };
    return block.reason === 'credit' ? { ...block, reason: undefined } : block;
  });
  return { blocks, title, description, credit, rightsNotice };
}

/** The smallest element that holds headline and text: the elements that all their paths begin with. */
export function findScope(blocks: readonly ChosenBlock[]): Element | undefined {
  const paths = blocks.filter(({ reason }) => reason === undefined || reason === 'headline').map(({ path }) => path);
  const [first = []] = paths;
  const common = first.findIndex((element, depth) => paths.some((path) => path[depth] !== element));
  return first[(common === -1 ? first.length : common) - 1];
}

/** The blocks of a page as a receipt needs them: those of the scope, and the texts of all others. */
export function toSourceBlocks(
  texts: FieldTexts,
  scope: Element,
  facts: PageFacts,
  captions: Captions,
  tree: ArticleTree,
): { blocks: SourceBlock[]; outside: string[] } {
  const inside = texts.blocks.filter(({ path }) => path.includes(scope));
  const outside = texts.blocks.filter(({ path }) => !path.includes(scope)).map(({ text }) => text);
  const first = inside.findIndex(({ reason }) => reason === undefined);
  const blocks = inside.map((block, index): SourceBlock => {
    const isHead = index < first;
    const names = facts.authors?.value ?? [];
    if (block.reason === 'byline' && names.some((name) => isHead || bare(block.text).includes(bare(name)))) {
      return { ...toText(block), role: 'byline', rule: 'marked as a byline', became: 'authors' };
    }
    if (block.reason === 'date line' && isHead && facts.published) {
      return { ...toText(block), role: 'date', rule: 'marked as a date', became: 'published' };
    }
    const picture = captions.pictures.get(block);
    if (picture && tree.shown.has(picture))
      return toCaption(block, captions.of.get(picture), picture === tree.lead?.img);
    return { ...toText(block), ...decide(block, texts, facts) };
  });
  return { blocks, outside };
}

function toText({ line, text }: ChosenBlock): Pick<SourceBlock, 'line' | 'text'> {
  return { line, text };
}

/** Where the title is worded otherwise than the line above the text, that line's meaning became the title. */
function headlineOf({ text }: ChosenBlock, { title }: PageFacts): Decision {
  const isTitle = normalise(title?.value ?? '') === normalise(text);
  return { role: 'headline', rule: title?.rule ?? 'the headline', became: isTitle ? undefined : 'title' };
}

/** A caption that stands in the copy as it is needs no reason; one that was parted from its credit is changed. */
function toCaption(block: ChosenBlock, caption: Caption | undefined, isLead: boolean): SourceBlock {
  const isWhole = block.text === caption?.caption || block.text === caption?.credit;
  const fate = isWhole ? {} : { became: isLead ? 'image.caption' : 'body' };
  return { ...toText(block), role: 'caption', rule: 'stands at a picture', ...fate };
}

interface Decision {
  role: Role;
  rule: string;
  became?: string | undefined;
  reason?: string | undefined;
}

function decide(block: ChosenBlock, texts: FieldTexts, facts: PageFacts): Decision {
  const { reason, path } = block;
  if (block === texts.description) return { role: 'standfirst', rule: 'stands between headline and text' };
  if (block === texts.credit) return { role: 'credit', rule: 'an agency line at the end' };
  if (block === texts.rightsNotice)
    return { role: 'credit', rule: 'a copyright line at the end', became: 'rights.notice' };
  switch (reason) {
    case undefined:
      return path.some(({ tagName }) => /^h[1-6]$/u.test(tagName))
        ? { role: 'crosshead', rule: 'a heading' }
        : { role: 'paragraph', rule: 'running text' };
    case 'headline':
      return headlineOf(block, facts);
    case 'repeats the headline':
      return { role: 'repeat', rule: reason, reason };
    case 'caption':
    case 'picture credit':
      return { role: 'caption', rule: reason, reason: 'caption of a picture that is left out' };
    case OUTSIDE:
      return { role: 'paragraph', rule: 'by its length, links and place', reason: "not a part of the article's text" };
    default:
      return { role: 'paragraph', rule: `named or worded as: ${reason}`, reason };
  }
}

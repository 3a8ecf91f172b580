import { normalise } from '../../news/text.ts';
import { readHtmlBody } from '../html/read-html-body.ts';
import { readMarkdownBody } from '../markdown/read-markdown-body.ts';
import type { Finding, RawArticle, SourceBlock } from '../raw-article.ts';
import { readBodyText } from '../text/read-body-text.ts';
import { findDateHint, type FoundDateline } from '../text/text-findings.ts';
import { firstSentence } from '../text/text-shapes.ts';
import type { Found, Known } from '../unit.ts';
import { dateFrom, datelineBlock, findStatedDateline, toLocated } from './stated-dateline.ts';
import { type Fields, repeatsBeginning, type Stated, type StatedFields, toFields } from './stated-fields.ts';
import { countControls, toText } from './stated-values.ts';

/** An article whose parts are stated one by one: in front matter and a text, or in the keys of JSON. */
export interface StatedArticle {
  stated: StatedFields;
  text: StatedText | undefined;
  /** The summary is printed with the article, and not only made for lists. */
  printsSummary?: boolean;
  /** Where it was written, for a text that opens with no dateline; no text of the article. */
  located?: Stated | undefined;
  limits?: RawArticle['limits'];
  notes: readonly string[];
}

export interface StatedText {
  as: 'text' | 'html' | 'markdown';
  value: string;
  /** MDX. */
  components?: boolean;
  /** Lines of the file above it; without it, lines say nothing. */
  linesBefore?: number;
}

/** What is known of an article apart from what it states. */
export interface ItemContext {
  known: Known;
  item: string | undefined;
  original: RawArticle['original'];
  /** The place in its file as messages name it. */
  where: string | undefined;
  /** Where its values are stated: `in its front matter`. */
  stated: string;
}

interface Body {
  blocks: SourceBlock[];
  body: RawArticle['body'];
  title?: Finding<string> | undefined;
  credit?: Finding<string> | undefined;
  dateline?: FoundDateline | undefined;
  notes: string[];
}

/** An article from its stated parts. Refused where it has neither text nor summary. Throws on what cannot be parsed. */
export function toRawArticle(article: StatedArticle, context: ItemContext): Found {
  const { stated, text, printsSummary, notes } = article;
  const { fields, notes: left } = toFields(stated, context.stated, context.known.lang);
  const lang = context.known.lang ?? fields.lang?.value;
  const cleaned = text && { ...text, value: toText(text.value) ?? '' };
  const body: Body = cleaned ? readBody(cleaned, fields, context, lang) : { blocks: [], body: [], notes: [] };
  const hasText = body.blocks.some(({ role }) => role !== 'repeat' && role !== 'headline');
  if (!hasText && fields.description === undefined) {
    const address = fields.sourceUrl?.value;
    const reason = address === undefined ? 'has no text' : `has no text; import its address: ${address}`;
    return { ok: false, where: context.where, reason };
  }
  const paragraph = body.blocks.find(({ role }) => role !== 'repeat' && role !== 'headline')?.text ?? '';
  const repeats = fields.description !== undefined && repeatsBeginning(fields.description.value, paragraph);
  if (repeats) left.push('Its summary was left out: it repeats the first paragraph.');
  if (body.credit && fields.credit) left.push(`Left out: ${fields.credit.rule}; the text has a credit of its own.`);
  const located = toLocated(article.located, context.stated);
  const dateline = findStatedDateline({ own: fields.dateline, opening: body.dateline, located }, body.blocks, lang);
  const published = fields.published ?? dateFrom(dateline);
  const raw: RawArticle = {
    ...fields,
    blocks: [
      ...headBlocks(stated, fields, { hasText, printsSummary, repeats, opening: paragraph }),
      ...body.blocks,
      ...endBlocks(fields, body),
    ],
    title: fields.title ?? body.title ?? inferTitle(body.blocks, fields),
    description: repeats ? undefined : fields.description,
    credit: body.credit ?? fields.credit,
    dateline: dateline?.finding,
    published,
    limits: article.limits,
    body: body.body,
    isSummary: !hasText || undefined,
    base: fields.sourceUrl?.value ?? context.known.url,
    dateHint: published ? undefined : findDateHint(body.blocks.map(toDecided), lang),
    notes: [...notes, ...left, ...body.notes, ...controlNotes(text?.value ?? '')],
    item: context.item,
    original: context.original,
  };
  return { ok: true, article: raw };
}

function readBody(text: StatedText, fields: Fields, context: ItemContext, lang: string | undefined): Body {
  const base = fields.sourceUrl?.value ?? context.known.url;
  const title = fields.title?.value;
  if (text.as === 'text') return withoutLines(readBodyText(text.value, lang));
  if (text.as === 'html') return withoutLines({ ...readHtmlBody(text.value, { base, title: title ?? '' }), notes: [] });
  const { linesBefore, components = false } = text;
  const read = readMarkdownBody(text.value, { base, title, components, linesBefore: linesBefore ?? 0 });
  return linesBefore === undefined ? withoutLines(read) : read;
}

/** A line inside a value of JSON is no line of the file. */
function withoutLines(body: Body): Body {
  return { ...body, blocks: body.blocks.map((block) => ({ ...block, line: undefined })) };
}

function headBlocks(
  stated: StatedFields,
  { title, description, caption, pictureCredit }: Fields,
  {
    hasText,
    printsSummary,
    repeats,
    opening,
  }: { hasText: boolean; printsSummary: boolean | undefined; repeats: boolean; opening: string },
): SourceBlock[] {
  const summary = !hasText || printsSummary === true ? description : undefined;
  const reason = repeats ? 'repeats the first paragraph' : undefined;
  return [
    ...blockOf('headline', title),
    ...blockOf('standfirst', summary, { reason }),
    ...blockOf('caption', caption),
    ...blockOf('caption', pictureCredit),
    ...datelineBlock(stated.dateline, opening),
  ];
}

function endBlocks({ credit }: Fields, body: Body): SourceBlock[] {
  return body.credit ? [] : blockOf('credit', credit);
}

function blockOf(
  role: SourceBlock['role'],
  found: Finding<string> | undefined,
  rest: Partial<SourceBlock> = {},
): SourceBlock[] {
  return found ? [{ text: found.value, role, rule: found.rule, ...rest }] : [];
}

function inferTitle(blocks: readonly SourceBlock[], { description }: Fields): Finding<string> {
  const text = normalise(blocks[0]?.text ?? description?.value ?? '');
  return { value: firstSentence(text), how: 'inferred', rule: 'the first sentence of the text' };
}

function toDecided(block: SourceBlock): SourceBlock & { line: number; lines: string[] } {
  return { ...block, line: block.line ?? 0, lines: [block.text] };
}

function controlNotes(text: string): string[] {
  const count = countControls(text);
  return count === 0 ? [] : [`${count} control ${count === 1 ? 'sign' : 'signs'} removed.`];
}

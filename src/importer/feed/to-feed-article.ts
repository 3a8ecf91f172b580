import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { isNewsDate } from '../../news/dates.ts';
import { normalise } from '../../news/text.ts';
import type { Finding, RawArticle, SourceBlock } from '../raw-article.ts';
import { firstSentence } from '../text/text-shapes.ts';
import type { Found, Unit } from '../unit.ts';
import { readFeedBody } from './feed-body.ts';
import { readDates } from './feed-dates.ts';
import type { FeedItem, FeedPicture, FeedText } from './feed-item.ts';
import { toLineOfText } from './feed-text.ts';
import { toField } from './feed-values.ts';
import { toWebAddress } from './web-address.ts';

/** Below this length a description of RSS is a summary, and from so many blocks on it is not. */
const FULL_TEXT = { characters: 1000, blocks: 3 };

/** An item of a feed as an article, or why it is none. The feed is kept whole, in a file with the given ending. */
export function toFeedArticle(item: FeedItem, unit: Unit, extension: string): Found {
  const where = `item ${item.number}`;
  const printed = item.title ? normalise(toLineOfText(item.title)) : '';
  const reading = readFeedBody(item.texts, printed);
  if (!reading.ok) return { ok: false, where, reason: reading.reason };
  const { read, text } = reading;
  const title = findTitle(printed, read.blocks[0]?.text ?? '');
  if (!title) return { ok: false, where, reason: 'it has neither a headline nor a text' };
  const captured = unit.known.captured;
  const isDate = captured !== undefined && isNewsDate(captured);
  const dates = readDates(item, isDate ? captured : unit.known.today);
  const { picture, caption, pictureCredit } = pictureFields(item.picture, read.body, text?.base);
  const article: RawArticle = {
    blocks: [...headlineBlocks(item.title, printed, title), ...read.blocks],
    title,
    picture,
    caption,
    pictureCredit,
    authors: item.authors,
    published: dates.published,
    updated: dates.updated,
    tags: item.tags,
    lang: item.lang,
    sourceName: item.sourceName,
    sourceUrl: item.sourceUrl,
    captured: isDate ? { value: captured, how: 'stated', rule: 'the capture' } : undefined,
    rightsNotice: item.rightsNotice,
    license: item.license,
    body: read.body,
    base: text?.base,
    notes: [...textNotes(item.texts, text, read.blocks), ...titleNotes(title), ...dates.notes, ...item.notes],
    item: item.guid ?? String(item.number),
    original: { bytes: unit.bytes, extension },
  };
  return { ok: true, article };
}

function findTitle(printed: string, firstBlock: string): Finding<string> | undefined {
  const field = toField(printed);
  if (field !== undefined) return { value: field, how: 'stated', rule: 'title' };
  const value = toField(firstSentence(printed === '' ? firstBlock : printed));
  const rule = printed === '' ? 'the first sentence of the text' : 'the first sentence of a very long headline';
  return value === undefined ? undefined : { value, how: 'inferred', rule };
}

function headlineBlocks(stated: FeedText | undefined, text: string, title: Finding<string>): SourceBlock[] {
  if (!stated || text === '') return [];
  const reason = title.how === 'inferred' ? 'too long for a headline' : undefined;
  return [{ line: stated.line, text, role: 'headline', rule: stated.rule, reason }];
}

function titleNotes({ how, rule, value }: Finding<string>): string[] {
  if (how === 'inferred') return [`The item has no usable headline: the title is ${rule}.`];
  // What was escaped twice is not read twice: it may well be meant so.
  const references = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31});/iu.exec(value)?.[0];
  return references === undefined ? [] : [`The headline holds "${references}", as the feed has it.`];
}

function textNotes(
  [fullest]: readonly FeedText[],
  text: FeedText | undefined,
  blocks: readonly SourceBlock[],
): string[] {
  if (!text) return ['The feed has only a headline.'];
  const wordless = fullest && fullest !== text ? [`The ${fullest.rule} has no words and was left out.`] : [];
  if (text.summary === 'no') return wordless;
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const isFull = text.summary === 'perhaps' && (length >= FULL_TEXT.characters || blocks.length >= FULL_TEXT.blocks);
  const kind = isFull
    ? 'The text is the description in the feed, which may be a summary.'
    : 'The feed has only a summary.';
  return [...wordless, kind];
}

/** A picture that the text itself shows is not shown once more above it. */
function pictureFields(
  picture: FeedPicture | undefined,
  body: readonly RootContent[],
  base: string | undefined,
): Pick<RawArticle, 'picture' | 'caption' | 'pictureCredit'> {
  if (!picture) return {};
  const shown = new Set<string | undefined>();
  visit({ type: 'root', children: [...body] }, 'image', ({ url }) => {
    shown.add(fileOf(toWebAddress(url, base)));
  });
  if (shown.has(fileOf(picture.address))) return {};
  const { address, alt, caption, credit } = picture;
  return { picture: { address, alt }, caption, pictureCredit: credit };
}

function fileOf(address: string | undefined): string | undefined {
  return address?.replace(/[?#].*$/u, '');
}

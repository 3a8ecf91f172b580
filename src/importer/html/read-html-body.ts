import type { Image, RootContent } from 'mdast';
import { normalise } from '../../news/text.ts';
import type { SourceBlock } from '../raw-article.ts';
import { findCaptions } from './captions.ts';
import type { ChosenBlock } from './chosen-block.ts';
import { isArticleEmbed } from './embeds.ts';
import { furnitureOf } from './furniture.ts';
import { type PageBlock, pageBlocks } from './page-blocks.ts';
import { toPicture } from './page-pictures.ts';
import { parsePage } from './parse-page.ts';
import { toFlow } from './to-flow.ts';
import { visible } from './visible.ts';

/** The text of an article that came as HTML: its blocks for the receipt, and its body for the copy. */
export interface HtmlBody {
  blocks: SourceBlock[];
  body: RootContent[];
}

/**
 * Reads a piece of HTML, such as the content of a feed's item, as an article's body: what is visible of it, in
 * Markdown's tree. Links become absolute against `base`; pictures keep the address that the source has, with caption
 * and credit as the two lines of their title. A first block that repeats the `title` is left out of the body, and its
 * block says so. Throws RangeError on what is nested too deep.
 */
export function readHtmlBody(html: string, { base, title }: { base: string | undefined; title: string }): HtmlBody {
  const parsed = parsePage(html, { fragment: true });
  if (!parsed.ok) throw new RangeError(parsed.reason);
  const tree = visible(parsed.tree);
  const blocks = pageBlocks(tree).map((block, index): ChosenBlock => {
    const isRepeat = index === 0 && title !== '' && normalise(block.text) === normalise(title);
    return { ...block, reason: isRepeat ? 'repeats the headline' : captionReason(block) };
  });
  const captions = findCaptions(blocks);
  const kept = blocks.filter((block) => block.reason === undefined || isLooseCaption(block, captions.pictures));
  const texts = new Set(kept.flatMap(({ nodes }) => nodes));
  const body = toFlow([tree], {
    keeps: (text) => texts.has(text),
    picture: (img): Image | undefined => {
      const picture = toPicture(img, undefined);
      const { caption = '', credit = '' } = captions.of.get(img) ?? {};
      const lines = [caption, credit].filter((line) => line !== '').join('\n');
      return picture && { type: 'image', url: picture.address, alt: picture.alt, title: lines === '' ? null : lines };
    },
    belongs: (element) => element.tagName === 'hr' || isArticleEmbed(element),
    base,
  });
  return { blocks: blocks.map(toSourceBlock), body };
}

/** In a piece of HTML everything is text of the article but the captions of its pictures. */
function captionReason({ path }: PageBlock): string | undefined {
  return path
    .map((element) => furnitureOf(element)?.reason)
    .find((reason) => reason === 'caption' || reason === 'picture credit');
}

/** What is called a caption and stands at no picture is text. */
function isLooseCaption(block: ChosenBlock, pictures: ReadonlyMap<ChosenBlock, unknown>): boolean {
  return block.reason !== 'repeats the headline' && !pictures.has(block);
}

function toSourceBlock({ text, line, reason, path }: ChosenBlock): SourceBlock {
  if (reason === 'repeats the headline') return { line, text, role: 'repeat', rule: reason, reason };
  if (reason !== undefined) return { line, text, role: 'caption', rule: reason };
  const isCrosshead = path.some(({ tagName }) => /^h[1-6]$/u.test(tagName));
  return isCrosshead
    ? { line, text, role: 'crosshead', rule: 'a heading' }
    : { line, text, role: 'paragraph', rule: 'running text' };
}

import type { Picture } from '../../markdown/context.ts';
import { findExcess } from '../../markdown/excess.ts';
import { picturesIn, renderBody } from '../../markdown/pipeline.ts';
import { type CopyBlock, copyBlocks } from '../../news/copy.ts';
import type { FrontMatter } from '../../news/front-matter.ts';
import { isBeside } from '../../news/paths.ts';

/** The blocks of text do not depend on where the site stands or how large a picture is. */
const ANY_SITE = 'https://example.org/';
const ANY_SIZE = { width: 1, height: 1 };

/** The blocks of a copy as its page will show them. Throws on a body that cannot be rendered. */
export function copyOf(
  front: Pick<FrontMatter, 'title' | 'description' | 'image' | 'credit'>,
  body: string,
): CopyBlock[] {
  return copyBlocks(front, bodyBlocks(body));
}

/** The same body is asked for again and again, when it is written, checked and counted; and rendering costs the most. */
let last: { body: string; blocks: readonly string[] } | undefined;

function bodyBlocks(body: string): readonly string[] {
  if (last?.body === body) return last.blocks;
  // What the build would refuse is not rendered either: it would take minutes.
  const excess = findExcess(body);
  if (excess) throw new Error(`too much to be shown: ${excess.problem}`);
  const beside = picturesIn(body).filter(isBeside);
  const pictures = new Map(beside.map((address): [string, Picture] => [address, { href: address, ...ANY_SIZE }]));
  const { blocks } = renderBody(body, { file: 'undated/article.md', siteUrl: ANY_SITE, pictures });
  last = { body, blocks };
  return blocks;
}

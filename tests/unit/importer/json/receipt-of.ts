import { copyOf } from '../../../../src/importer/copy/copy-of.ts';
import type { RawArticle } from '../../../../src/importer/raw-article.ts';
import { toMarkdown } from '../../../../src/importer/copy/to-markdown.ts';
import type { Found, Format, Unit } from '../../../../src/importer/unit.ts';
import type { Receipt } from '../../../../src/news/front-matter.ts';
import { toReceipt } from '../../../../src/news/receipt.ts';

/** A unit of a text, as it stands alone in a file. */
export function unitOf(text: string | Uint8Array, name: string, rest: Partial<Unit> = {}): Unit {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { name, bytes, known: {}, ...rest };
}

/** The only article of a unit; fails where there is none. */
export async function articleOf(format: Format, unit: Unit): Promise<RawArticle> {
  const found = await format.read(unit);
  const [first] = found;
  if (found.length !== 1 || !first) throw new Error(`${found.length} articles`);
  if (!first.ok) throw new Error(`refused: ${first.reason}`);
  return first.article;
}

/** Why a unit's only item is refused. */
export async function refusalOf(format: Format, unit: Unit): Promise<Extract<Found, { ok: false }>> {
  const [first] = await format.read(unit);
  if (!first || first.ok) throw new Error('not refused');
  return first;
}

/** The receipt that the copy of an article gets. */
export function receiptOf(article: RawArticle): Receipt {
  const { title, description, caption, pictureCredit, credit, body } = article;
  const image = { caption: caption?.value, credit: pictureCredit?.value };
  const front = { title: title.value, description: description?.value, image, credit: credit?.value };
  return toReceipt(article.blocks, copyOf(front, toMarkdown(body)));
}

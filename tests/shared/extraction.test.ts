import { beforeAll, describe, expect, test } from 'vitest';
import type { Nodes, RootContent } from 'mdast';
import { copyOf } from '../../src/importer/copy/copy-of.ts';
import type { RawArticle } from '../../src/importer/raw-article.ts';
import { toMarkdown } from '../../src/importer/copy/to-markdown.ts';
import type { Receipt } from '../../src/news/front-matter.ts';
import { toReceipt } from '../../src/news/receipt.ts';
import { bodyText, compareTexts, goldPages, readGoldPage, summarise } from '../bench/extraction.ts';

const pages = goldPages();
const articles = new Map<string, RawArticle>();
beforeAll(async () => {
  for (const page of pages) {
    const article = await readGoldPage(page);
    if (article) articles.set(page.id, article);
  }
});

/** The receipt of a page's copy, as if all its pictures had been kept beside it. */
function receiptOf(article: RawArticle): Receipt {
  const body = structuredClone(article.body);
  keepPictures(body);
  const { title, description, caption, pictureCredit, credit } = article;
  const image = { caption: caption?.value, credit: pictureCredit?.value };
  const front = { title: title.value, description: description?.value, image, credit: credit?.value };
  return toReceipt(article.blocks, copyOf(front, toMarkdown(body)), article.outside?.length);
}

function keepPictures(nodes: readonly (RootContent | Nodes)[]): void {
  for (const node of nodes) {
    if (node.type === 'image') node.url = 'picture.jpg';
    if ('children' in node) keepPictures(node.children);
  }
}

describe('saved pages of many papers', () => {
  test('give their articles, with little that is none of them and little missing', () => {
    const shares = pages.map(({ id, text }) => {
      const article = articles.get(id);
      return compareTexts(article ? bodyText(article) : '', text);
    });
    const { f1, mean } = summarise(shares);
    expect(articles.size).toBe(pages.length);
    expect(f1).toBeGreaterThanOrEqual(0.985);
    expect(mean).toBeGreaterThanOrEqual(0.985);
  });

  test('each say what became of every block of the article', () => {
    for (const [id, article] of articles) {
      const { blocks, kept, moved, changed, dropped } = receiptOf(article);
      expect(kept + moved.length + changed.length + dropped.length, id).toBe(blocks);
      const unexplained = dropped.filter(({ reason }) => reason === 'not found in the copy');
      expect(unexplained, `${id}: blocks lost without a reason`).toEqual([]);
    }
  });

  test('lose no word of a block that is kept', () => {
    const paragraphs = [...articles.values()].flatMap((article) => {
      const wanted = article.blocks.filter(({ became, reason, role }) => role === 'paragraph' && !became && !reason);
      const { changed } = receiptOf(article);
      const lines = new Set(changed.filter(({ field }) => field === 'body').map(({ was }) => was));
      return wanted.filter(({ text }) => lines.has(text)).map(({ text }) => text);
    });
    expect(paragraphs).toEqual([]);
  });

  test('mostly state who wrote them and when', () => {
    const all = [...articles.values()];
    expect(all.filter(({ authors }) => authors).length).toBeGreaterThanOrEqual(75);
    expect(all.filter(({ published }) => published).length).toBeGreaterThanOrEqual(85);
  });
});

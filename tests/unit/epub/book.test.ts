import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomUtils } from 'htmlparser2';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReadyEdition } from '../../../src/edition/read-edition.ts';
import { articlesFolder } from '../../../src/edition/content-files.ts';
import { chapterBlocks } from '../../../src/epub/prove-chapter.ts';
import { readArticleFile } from '../../../src/markdown/article-file.ts';
import { toRawTree } from '../../../src/markdown/pipeline.ts';
import { blocksOf } from '../../../src/markdown/tree-text.ts';
import type { Article } from '../../../src/news/article.ts';
import { copyDigest } from '../../../src/news/copy.ts';
import type { FrontMatter } from '../../../src/news/front-matter.ts';
import { shownText } from '../../../src/news/publication.ts';
import { normalise } from '../../../src/news/text.ts';
import { FIXTURE_EDITION } from '../../setup/fixture.ts';
import {
  nameOf,
  type OpenedBook,
  openBook,
  parseXml,
  readContent,
  tagsIn,
  textsIn,
  theBook,
  wholeBook,
} from './library.ts';

let ready: ReadyEdition;
let whole: OpenedBook;
beforeAll(async () => {
  ready = await readContent();
  whole = await openBook(ready, wholeBook(ready));
});

const chapterOf = (book: OpenedBook, name: string): string => book.chapters.get(name) ?? '';
const articleOf = (name: string): Article => {
  const found = ready.edition.articles.find(({ file }) => nameOf(file) === name);
  if (!found) throw new Error(`There is no article ${name}.`);
  return found;
};
/** All that can be read in a book: the words of its pages, and its files as they are. */
const allWords = (book: OpenedBook): string =>
  [...book.files.values()]
    .map((bytes) => bytes.toString('utf8'))
    .flatMap((text) => [text, normalise(DomUtils.textContent(parseXml(text)))])
    .join('\n');

/** An article's file as it is, whatever of it may be shown. */
async function readOriginal(file: string): Promise<{ front: FrontMatter; blocks: string[] }> {
  const read = readArticleFile(file, await readFile(join(articlesFolder(FIXTURE_EDITION), file), 'utf8'));
  if (!read.ok) throw new Error(`${file} cannot be read.`);
  return { front: read.value.front, blocks: blocksOf(toRawTree(read.value.body).tree) };
}

describe('the text of a book', () => {
  test('is that of the articles, every block of it, where all may be shown', () => {
    const { articles, site } = ready.edition;
    const full = articles.filter(({ front }) => shownText(front, site) === 'full');
    for (const { file, text } of full) {
      const blocks = chapterBlocks(chapterOf(whole, nameOf(file)));
      expect(copyDigest(blocks.map((block) => ({ text: block }))), file).toBe(text);
    }
    expect(full.length).toBeGreaterThan(articles.length / 2);
    expect(whole.chapters.size).toBe(articles.length);
  });

  test('ends with the first paragraphs where only they may be published, and says where to read on', async () => {
    const chapter = chapterOf(whole, 'excerpt-only');
    const { blocks } = await readOriginal('2025/04/excerpt-only.md');
    expect(chapterBlocks(chapter).slice(1)).toEqual(blocks.slice(0, -1));
    expect(chapter).toContain('These are the first paragraphs.');
    expect(chapter).toContain('href="https://letter.example/school"');
  });

  test('is the headline alone where no more may be published, and of a withdrawn article, with the reason', () => {
    const { articles, site } = ready.edition;
    const withheld = articles.filter(({ front }) => shownText(front, site) === 'nothing');
    for (const { file, front } of withheld) {
      expect(chapterBlocks(chapterOf(whole, nameOf(file)))).toEqual([normalise(front.title)]);
    }
    expect(withheld.map(({ file }) => nameOf(file)).sort()).toEqual(['headline-only', 'withdrawn']);
    expect(chapterOf(whole, 'withdrawn')).toContain('The report named a man who had nothing to do with the fire.');
    expect(whole.text('EPUB/nav.xhtml')).toContain('· Withdrawn</a>');
  });

  test('holds in no file what a publisher may not or does not show', async () => {
    const { edition } = await readContent(FIXTURE_EDITION, true);
    const shown = new Set(ready.edition.articles.map(({ file }) => file));
    const absent = edition.articles.filter(({ file }) => !shown.has(file));
    const hidden = absent.map(({ front }) => front.title);
    for (const { file } of edition.articles) {
      const { front, blocks } = await readOriginal(file);
      const text = shownText(front, edition.site);
      if (text === 'nothing')
        hidden.push(
          ...blocks,
          ...[front.description, front.image?.caption, front.credit].filter((it) => it !== undefined),
        );
      if (text === 'excerpt') hidden.push(...blocks.slice(-1));
      if (!shown.has(file)) hidden.push(...blocks);
    }
    const all = allWords(whole);
    expect(hidden.filter((words) => all.includes(words))).toEqual([]);
    expect(absent.map(({ file }) => nameOf(file)).sort()).toEqual(['draft', 'embargoed', 'expired']);
    expect(hidden.length).toBeGreaterThan(absent.length * 3);
    expect(all).toContain('nine years after the last one had left');
  });
});

describe('a chapter', () => {
  test('says where the article comes from, what was wrong with it, whose it is and what became of its source', () => {
    const everything = chapterOf(whole, 'everything');
    const said = [
      'Ferry',
      'By Ada Fixture and Bruno Example',
      'NORTHPORT, June 14',
      'The Coast Herald',
      'Updated 14 June 2025',
    ];
    const below = ['Correction, 15 June 2025.', '© The Coast Herald 2025. CC BY 4.0', 'captured 15 June 2025'];
    const text = DomUtils.textContent(parseXml(everything));
    for (const words of [...said, ...below]) expect(text).toContain(words);
    for (const to of [
      'https://paper.example/news/articles/2025/06/everything/',
      'https://herald.example/2025/06/night-ferry',
    ])
      expect(everything).toContain(`>${to}</a>`);
    const copy = DomUtils.textContent(parseXml(chapterOf(whole, 'verbatim-copy')));
    const { receipt } = articleOf('verbatim-copy').front;
    expect(copy).toContain('Copied from fleet.txt, captured 5 October 2016;');
    expect(copy.match(/Line \d+ moved to the /gu)?.length).toBe(receipt?.moved.length);
    for (const { was } of receipt?.changed ?? []) expect(copy).toContain(`it read ${was ?? ''}`);
  });

  test('leads from each note to its place and back, and says which they are', () => {
    const notes = chapterOf(whole, 'footnotes-and-tables');
    const ids = new Set(tagsIn(notes, '*').map(({ attribs }) => attribs['id']));
    const links = tagsIn(notes, 'a').filter(({ attribs }) => attribs['href']?.startsWith('#'));
    const kinds = links.map(({ attribs }) => attribs['epub:type']);
    expect(links.filter(({ attribs }) => !ids.has(attribs['href']?.slice(1)))).toEqual([]);
    expect(kinds.filter((kind) => kind === 'noteref').length).toBe(3);
    expect(kinds.filter((kind) => kind === 'backlink').length).toBe(3);
    expect(tagsIn(notes, 'li').filter(({ attribs }) => attribs['epub:type'] === 'footnote').length).toBe(2);
  });

  test('leads to another article inside the book where it is in it, else on the web', async () => {
    const alone = await openBook(ready, theBook(ready, { kind: 'article', name: 'everything' }));
    const href = (chapter: string): string | undefined =>
      tagsIn(chapter, 'a').find((link) => DomUtils.textContent(link).includes('vote on the crane'))?.attribs['href'];
    expect(href(chapterOf(whole, 'everything'))).toMatch(/^\d+-plain\.xhtml$/u);
    expect(href(chapterOf(alone, 'everything'))).toBe('https://paper.example/news/articles/2025/06/plain/');
  });

  test('is in the language and the direction of its article', () => {
    const [html] = tagsIn(chapterOf(whole, 'arabic-rtl'), 'html');
    expect(html?.attribs).toMatchObject({ lang: 'ar', 'xml:lang': 'ar', dir: 'rtl' });
    const [french] = tagsIn(chapterOf(whole, 'french'), 'html');
    expect(french?.attribs).toMatchObject({ lang: 'fr', 'xml:lang': 'fr', dir: 'ltr' });
  });

  test('shows hostile words as words', () => {
    const hostile = chapterOf(whole, 'hostile');
    const { front } = articleOf('hostile');
    expect(textsIn(hostile, 'h1')).toEqual([front.title]);
    expect(textsIn(hostile, 'title')).toEqual([front.title]);
    const risky = ['script', 'iframe', 'style', 'svg', 'object', 'form', 'base'].flatMap((name) =>
      tagsIn(hostile, name),
    );
    expect(risky).toEqual([]);
    const attributes = tagsIn(hostile, '*').flatMap(({ attribs }) => Object.entries(attribs));
    expect(
      attributes.filter(([name, value]) => name.startsWith('on') || /^\s*(?:javascript|data|vbscript):/iu.test(value)),
    ).toEqual([]);
  });
});

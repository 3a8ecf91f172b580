import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadyEdition } from '../edition/read-edition.ts';
import type { Edition } from '../news/edition.ts';
import { interfaceLanguage } from '../news/interface/phrases.ts';
import type { SitePath } from '../news/paths.ts';
import { shownText } from '../news/publication.ts';
import type { Book } from './book.ts';
import { writeChapter } from './chapter.ts';
import { type ContentsLine, writeContents, writeNcx } from './contents.ts';
import { crossheadsIn } from './crossheads.ts';
import { type Places, settleLinks } from './links.ts';
import { writeContainer, writePackage } from './package-file.ts';
import { picturesOf, type Part, toParts, toPlaces } from './parts.ts';
import { type BookPicture, readPictures } from './pictures.ts';
import { chapterBlocks, showsAll } from './prove-chapter.ts';
import { writeTitlePage } from './title-page.ts';
import type { BookFile } from './zip.ts';

/** A chapter whose text is not the text of its article. */
export class LostText extends Error {}

/**
 * All files of a book in their order, but `mimetype`. How much may be shown of an article its page decides, and a chapter
 * that shows all of it is proven to. `content` is the content folder, for the pictures. Throws where a text is lost.
 */
export async function writeBook(
  book: Book,
  ready: Pick<ReadyEdition, 'edition' | 'html'>,
  content: string,
): Promise<BookFile[]> {
  const { edition } = ready;
  const parts = toParts(book, ready);
  const pictures = await readPictures(content, edition, picturesOf(parts, edition));
  const places = toPlaces(parts, edition, pictures);
  const chapters = parts.map((part) => toChapter(part, edition, places, pictures));
  const lines = chapters.map(({ line }) => line);
  const lang = interfaceLanguage(book.lang, edition.site.lang);
  // Two articles may show the same picture.
  const files = [...new Map([...pictures.values()].map((picture) => [picture.file, picture])).values()];
  const text = await readFile(join(import.meta.dirname, 'book.css'), 'utf8');
  const inFolder: BookFile[] = [
    {
      path: 'package.opf',
      content: writePackage(book, edition, { chapters: lines.map(({ file }) => file), pictures: files }),
    },
    { path: 'nav.xhtml', content: writeContents(book, lang, lines) },
    { path: 'toc.ncx', content: writeNcx(book, lang, lines) },
    { path: 'book.css', content: text },
    { path: 'title.xhtml', content: writeTitlePage(book, edition) },
    ...chapters.map(({ line, xhtml }) => ({ path: line.file, content: xhtml })),
    ...files.map(({ file, bytes }) => ({ path: file, content: bytes })),
  ];
  return [
    { path: 'META-INF/container.xml', content: writeContainer('EPUB/package.opf') },
    ...inFolder.map(({ path, content: bytes }) => ({ path: `EPUB/${path}`, content: bytes })),
  ];
}

interface WrittenChapter {
  line: ContentsLine;
  xhtml: string;
}

function toChapter(
  { article, props, address, file, body }: Part,
  { site }: Edition,
  places: Places,
  pictures: ReadonlyMap<SitePath, BookPicture>,
): WrittenChapter {
  const { front, lang, picture, text } = article;
  const settled = settleLinks(body, address, places);
  const xhtml = writeChapter({
    article: props,
    address,
    body: settled,
    picture: picture && pictures.get(picture.path),
  });
  const shown = shownText(front, site);
  if (shown === 'full' && !showsAll(xhtml, text))
    throw new LostText(`${article.file}: its chapter does not hold all of its text`);
  if (shown === 'nothing' && chapterBlocks(xhtml).length !== 1)
    throw new LostText(`${article.file}: its chapter holds more than its headline`);
  const { title: headline, published, withdrawn } = front;
  const crossheads = crossheadsIn(settled);
  return { line: { file, headline, lang, published, isWithdrawn: withdrawn !== undefined, crossheads }, xhtml };
}

import { type NewsDate, showDay } from '../news/dates.ts';
import { phrasesOf } from '../news/interface/phrases.ts';
import type { Book } from './book.ts';
import { writePage } from './page.ts';
import { day, inLanguage } from './said.ts';
import { element, toXml, type XmlElement } from './xml.ts';

/** A line of the contents. */
export interface ContentsLine {
  /** Below the book's folder. */
  file: string;
  headline: string;
  lang: string;
  published: NewsDate | undefined;
  isWithdrawn: boolean;
  crossheads: readonly { id: string; text: string }[];
}

/** The contents as EPUB 3 has them (EPUB 3.3, section 7): headlines with their days; of a single article its crossheads too. */
export function writeContents({ name }: Pick<Book, 'name'>, lang: string, lines: readonly ContentsLine[]): string {
  const { epub } = phrasesOf(lang);
  return writePage(
    { title: name, lang, root: '', type: 'frontmatter' },
    element(
      'nav',
      { 'epub:type': 'toc', 'aria-labelledby': 'contents' },
      element('h1', { id: 'contents' }, epub.contents),
      element(
        'ol',
        {},
        element('li', {}, element('a', { href: 'title.xhtml' }, epub.about)),
        lines.map((line) => toItem(line, lang, lines.length === 1)),
      ),
    ),
    landmarks(lang, name, lines),
  );
}

function toItem(
  { file, headline, lang: own, published, isWithdrawn, crossheads }: ContentsLine,
  lang: string,
  withCrossheads: boolean,
): XmlElement {
  const below = withCrossheads
    ? crossheads.map(({ id, text }) =>
        element('li', {}, element('a', { href: `${file}#${encodeURIComponent(id)}` }, text)),
      )
    : [];
  return element(
    'li',
    {},
    element(
      'a',
      { href: file },
      element('span', own === lang ? {} : inLanguage(own), headline),
      published === undefined ? undefined : [' · ', day(published, lang)],
      isWithdrawn ? ` · ${phrasesOf(lang).frame.withdrawn}` : undefined,
    ),
    below.length === 0 ? undefined : element('ol', own === lang ? {} : inLanguage(own), below),
  );
}

/** For reading devices that jump to the text or to the contents; nobody needs to see it. */
function landmarks(lang: string, name: string, lines: readonly ContentsLine[]): XmlElement {
  const { epub } = phrasesOf(lang);
  const [first] = lines;
  const isPage = lines.length > 1;
  const item = (type: string, href: string, text: string): XmlElement =>
    element('li', {}, element('a', { 'epub:type': type, href }, text));
  return element(
    'nav',
    { 'epub:type': 'landmarks', hidden: 'hidden', 'aria-label': name },
    element(
      'ol',
      {},
      item('titlepage', 'title.xhtml', epub.about),
      // The contents of a single article are no page of the book.
      isPage ? item('toc', 'nav.xhtml#contents', epub.contents) : undefined,
      first && item('bodymatter', first.file, first.headline),
    ),
  );
}

/** The contents for readers of EPUB 2 (Open Packaging Format 2.0.1, section 2.4.1: NCX of ANSI/NISO Z39.86). */
export function writeNcx(
  { name, address }: Pick<Book, 'name' | 'address'>,
  lang: string,
  lines: readonly ContentsLine[],
): string {
  const { epub, frame } = phrasesOf(lang);
  const points = [{ label: epub.about, file: 'title.xhtml' }].concat(
    lines.map(({ headline, published, isWithdrawn, file }) => {
      const day = published === undefined ? [] : [showDay(published, lang)];
      return { label: [headline, ...day, ...(isWithdrawn ? [frame.withdrawn] : [])].join(' · '), file };
    }),
  );
  const meta = (key: string, content: string): XmlElement => element('meta', { name: `dtb:${key}`, content });
  return toXml(
    element(
      'ncx',
      { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': lang },
      element(
        'head',
        {},
        meta('uid', address),
        meta('depth', '1'),
        meta('totalPageCount', '0'),
        meta('maxPageNumber', '0'),
      ),
      element('docTitle', {}, element('text', {}, name)),
      element(
        'navMap',
        {},
        points.map(({ label, file }, index) =>
          element(
            'navPoint',
            { id: `point-${index + 1}`, playOrder: String(index + 1) },
            element('navLabel', {}, element('text', {}, label)),
            element('content', { src: file }),
          ),
        ),
      ),
    ),
  );
}

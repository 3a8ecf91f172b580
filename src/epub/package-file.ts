import type { Edition } from '../news/edition.ts';
import { directionOf } from '../news/languages.ts';
import { interfaceLanguage } from '../news/interface/phrases.ts';
import { rightsOf, shownText } from '../news/publication.ts';
import { rightsLine } from '../news/rights-line.ts';
import { type Book, modifiedAt } from './book.ts';
import type { BookPicture } from './pictures.ts';
import { element, toXml, type XmlElement, type XmlPart } from './xml.ts';

/** What a book consists of, files named below its folder. */
export interface BookParts {
  chapters: readonly string[];
  pictures: readonly BookPicture[];
}

/** The package document (EPUB 3.3, section 5): what the book is, its files, and their order. */
export function writePackage(book: Book, edition: Edition, { chapters, pictures }: BookParts): string {
  const hasContentsPage = chapters.length > 1;
  const page = (id: string, href: string, properties?: string): XmlElement =>
    element('item', { id, href, 'media-type': 'application/xhtml+xml', properties });
  return toXml(
    element(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'address',
        'xml:lang': book.lang,
        dir: directionOf(book.lang),
      },
      metadata(book, edition, pictures),
      element(
        'manifest',
        {},
        page('nav', 'nav.xhtml', 'nav'),
        element('item', { id: 'ncx', href: 'toc.ncx', 'media-type': 'application/x-dtbncx+xml' }),
        element('item', { id: 'style', href: 'book.css', 'media-type': 'text/css' }),
        page('title', 'title.xhtml'),
        chapters.map((file, index) => page(`article-${index + 1}`, file)),
        pictures.map(({ file, type }, index) =>
          element('item', { id: `picture-${index + 1}`, href: file, 'media-type': type }),
        ),
      ),
      element(
        'spine',
        { toc: 'ncx', 'page-progression-direction': directionOf(book.lang) },
        element('itemref', { idref: 'title' }),
        hasContentsPage ? element('itemref', { idref: 'nav' }) : undefined,
        chapters.map((_, index) => element('itemref', { idref: `article-${index + 1}` })),
      ),
    ),
  );
}

function metadata(book: Book, edition: Edition, pictures: readonly BookPicture[]): XmlElement {
  const { kind, name, address, lang, articles } = book;
  const { site } = edition;
  const languages = new Set([lang, ...articles.map((article) => article.lang)]);
  return element(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    element('dc:identifier', { id: 'address' }, address),
    element('dc:title', {}, kind === 'article' ? name : `${name} · ${site.name}`),
    [...languages].map((language) => element('dc:language', {}, language)),
    element('dc:publisher', {}, site.name),
    kind === 'article' ? ofArticle(book, edition) : compiledBy(site.name),
    meta('dcterms:modified', modifiedAt(book, edition)),
    element('meta', { name: 'generator', content: 'Tearsheet' }),
    accessibility(pictures),
  );
}

/** Of a single article, its own authors, source and rights are the book's. */
function ofArticle({ articles }: Book, { site }: Edition): XmlPart {
  return articles.map((article) => {
    const { front, tags } = article;
    const { license, url, ...owner } = rightsOf(front, site);
    const line = rightsLine(owner, interfaceLanguage(article.lang, site.lang));
    const rights = [line, license ?? url].filter((part) => part !== undefined).join(' ') || undefined;
    const description = shownText(front, site) === 'nothing' ? undefined : front.description;
    const parts: [string, string | undefined][] = [
      ...front.authors.map((author): [string, string] => ['dc:creator', author.name]),
      ['dc:date', front.published],
      ['dc:description', description],
      ...tags.map((tag): [string, string] => ['dc:subject', tag.name]),
      ['dc:source', front.source?.url ?? front.source?.name],
      ['dc:rights', rights],
    ];
    return parts.map(([term, text]) => (text === undefined ? undefined : element(term, {}, text)));
  });
}

/** Articles of many authors have a compiler, and libraries sort by somebody. */
function compiledBy(name: string): XmlPart {
  return [
    element('dc:creator', { id: 'compiler' }, name),
    element('meta', { refines: '#compiler', property: 'role', scheme: 'marc:relators' }, 'com'),
  ];
}

/** What a reader who cannot see, or needs larger letters, may expect (EPUB Accessibility 1.1, section 2). */
function accessibility(pictures: readonly BookPicture[]): XmlPart {
  const hasPictures = pictures.length > 0;
  const isMoving = pictures.some(({ type }) => type === 'image/gif');
  const features = ['tableOfContents', 'readingOrder', 'structuralNavigation', 'displayTransformability'];
  return [
    meta('schema:accessMode', 'textual'),
    hasPictures ? meta('schema:accessMode', 'visual') : undefined,
    meta('schema:accessModeSufficient', 'textual'),
    [...features, ...(hasPictures ? ['alternativeText'] : [])].map((it) => meta('schema:accessibilityFeature', it)),
    meta('schema:accessibilityHazard', isMoving ? 'unknown' : 'none'),
  ];
}

function meta(property: string, text: string): XmlElement {
  return element('meta', { property }, text);
}

/** What leads to the package document (EPUB 3.3, section 4.2.6.3.1); `path` is its own. */
export function writeContainer(path: string): string {
  return toXml(
    element(
      'container',
      { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' },
      element(
        'rootfiles',
        {},
        element('rootfile', { 'full-path': path, 'media-type': 'application/oebps-package+xml' }),
      ),
    ),
  );
}

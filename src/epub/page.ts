import { inLanguage } from './said.ts';
import { element, toXml, type XmlElement, type XmlPart } from './xml.ts';

/** What an XHTML document of a book needs apart from its text. */
export interface BookPage {
  title: string;
  lang: string;
  /** The way from its folder to the book's own: empty, or `../`. */
  root: '' | '../';
  /** What its body is, by the EPUB Structural Semantics Vocabulary. */
  type: 'frontmatter' | 'bodymatter';
}

/** An XHTML document of a book (EPUB 3.3, section 6.1) as text. */
export function writePage({ title, lang, root, type }: BookPage, ...content: XmlPart[]): string {
  const page: XmlElement = element(
    'html',
    { xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops', ...inLanguage(lang) },
    element(
      'head',
      {},
      element('meta', { charset: 'UTF-8' }),
      element('title', {}, title),
      element('link', { rel: 'stylesheet', type: 'text/css', href: `${root}book.css` }),
    ),
    element('body', { 'epub:type': type }, ...content),
  );
  return toXml(page, { isPage: true });
}

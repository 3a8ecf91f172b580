import { fill } from '../news/interface/phrase.ts';
import { phrasesOf } from '../news/interface/phrases.ts';
import { rightsLine } from '../news/rights-line.ts';
import type { ArticleProps, Figure } from '../routes/article.ts';
import { chapterHead, notices } from './chapter-head.ts';
import { pictureAttributes } from './links.ts';
import { writePage } from './page.ts';
import type { BookPicture } from './pictures.ts';
import { receiptPart } from './receipt.ts';
import { day, inLanguage, outsideLink, phraseWith } from './said.ts';
import { withNotes } from './semantics.ts';
import { element, type XmlElement, type XmlNode, type XmlPart } from './xml.ts';

/** An article as a chapter shows it. */
export interface Chapter {
  article: ArticleProps;
  /** Its own address on the site. */
  address: string;
  /** Its text, or as much of it as may be shown, with addresses that hold in the book. */
  body: readonly XmlNode[];
  /** The picture above the text. */
  picture: BookPicture | undefined;
}

/** The XHTML document of a chapter: all that the article's page says of the article itself, in the same order. */
export function writeChapter(chapter: Chapter): string {
  const { article, body, picture } = chapter;
  const { frame, headline, language, figure, credit, receipt } = article;
  const own = language === undefined ? {} : inLanguage(language.lang);
  return writePage(
    { title: headline, lang: frame.lang, root: '../', type: 'bodymatter' },
    element(
      'article',
      { 'data-part': 'article' },
      chapterHead(article, own),
      notices(article),
      figure && figurePart(figure, picture, own),
      body.length === 0
        ? undefined
        : element('div', { class: 'prose', 'data-part': 'body', ...own }, body.map(withNotes)),
      readOn(article),
      credit === undefined ? undefined : element('p', { class: 'credit', 'data-part': 'credit', ...own }, credit),
      rights(article),
      receipt && receiptPart(receipt, frame.lang),
      imprint(chapter),
    ),
  );
}

function figurePart(
  { caption, credit, picture: onPage }: Figure,
  picture: BookPicture | undefined,
  own: XmlElement['attributes'],
): XmlPart {
  const words = [
    caption === undefined ? undefined : element('p', {}, caption),
    credit === undefined ? undefined : element('p', { class: 'credit' }, credit),
  ].filter((part) => part !== undefined);
  const figcaption = words.length === 0 ? undefined : element('figcaption', {}, words);
  if (!picture && !figcaption) return undefined;
  return element(
    'figure',
    { 'data-part': 'figure', ...own },
    picture && element('img', pictureAttributes(picture, onPage?.alt ?? '')),
    figcaption,
  );
}

/** Where only a part may be shown: what it is, and where to read on. */
function readOn({ readOn: shown, source, frame }: ArticleProps): XmlPart {
  if (shown === undefined) return undefined;
  const { article: words } = phrasesOf(frame.lang);
  const rest =
    source?.url === undefined ? undefined : [' ', outsideLink(source.url, fill(words.readAt, { source: source.name }))];
  return element('p', { class: 'notice' }, shown === 'excerpt' ? words.excerpt : words.headlineOnly, rest);
}

function rights({ rights: { holder, notice, license, url }, frame }: ArticleProps): XmlPart {
  const said = rightsLine({ holder, notice }, frame.lang);
  const name = license ?? url;
  if (said === undefined && name === undefined) return undefined;
  return element('p', { class: 'rights' }, said, ' ', name === undefined ? undefined : outsideLink(url, name));
}

/** Where the article stands on the web: its own page, the original, and when the copy was taken. */
function imprint({ article: { frame, source, receipt }, address }: Chapter): XmlElement {
  const { epub, article: words } = phrasesOf(frame.lang);
  const captured = source?.captured ?? receipt?.captured;
  const line = (phrase: string, to: string): XmlPart[] => phraseWith(phrase, { address: outsideLink(to, to) });
  const lines = [line(epub.online, address)];
  if (source?.url !== undefined) lines.push(line(epub.original, source.url));
  if (captured !== undefined)
    lines.at(-1)?.push(' · ', ...phraseWith(words.captured, { day: day(captured, frame.lang) }));
  return element(
    'footer',
    { class: 'imprint' },
    lines.map((parts) => element('p', {}, parts)),
  );
}

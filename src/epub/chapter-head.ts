import { dayOf, type NewsDate, showDay, showMoment } from '../news/dates.ts';
import { phrasesOf } from '../news/interface/phrases.ts';
import type { ArticleProps } from '../routes/article.ts';
import { day, outsideLink, phraseWith } from './said.ts';
import { element, type XmlElement, type XmlPart } from './xml.ts';
import { listFormat } from '../news/interface/formats.ts';

/** What stands above an article's text, as on its page; `own` are the attributes of what is in the article's language. */
export function chapterHead(article: ArticleProps, own: XmlElement['attributes']): XmlElement {
  const { kicker, headline, standfirst } = article;
  return element(
    'header',
    {},
    kicker === undefined ? undefined : element('p', { class: 'kicker', dir: 'auto' }, kicker),
    element('h1', { 'data-part': 'headline', ...own }, headline),
    standfirst === undefined
      ? undefined
      : element('p', { class: 'standfirst', 'data-part': 'standfirst', ...own }, standfirst),
    element('p', { class: 'meta' }, apart(metaParts(article))),
  );
}

/** What was wrong, and whether the article was withdrawn. */
export function notices({ frame: { lang }, corrections, withdrawn }: ArticleProps): XmlPart[] {
  const { article: words } = phrasesOf(lang);
  const notice = (phrase: string, date: NewsDate, text: string): XmlElement =>
    element(
      'p',
      { class: 'notice', 'data-generated': '' },
      element('strong', {}, phraseWith(phrase, { day: day(date, lang) })),
      ' ',
      element('bdi', {}, text),
    );
  return [
    withdrawn && notice(words.withdrawn, withdrawn.date, withdrawn.reason),
    corrections.map(({ date, text }) => notice(words.correction, date, text)),
  ];
}

function metaParts({ frame: { lang }, source, authors, dateline, published, updated }: ArticleProps): XmlElement[] {
  const { article: words, frame } = phrasesOf(lang);
  const list = listFormat(lang);
  const byline = list.formatToParts(authors.map((_, index) => String(index))).map(({ type, value }) => {
    const author = type === 'element' ? authors[Number(value)] : undefined;
    return author ? outsideLink(author.url, author.name) : value;
  });
  // Two moments of one day are only told apart by their times.
  const withTime = published !== undefined && updated !== undefined && dayOf(published) === dayOf(updated);
  const moment = (date: NewsDate): XmlElement => {
    return element('time', { datetime: date }, (withTime ? showMoment : showDay)(date, lang));
  };
  return [
    source && element('span', { 'data-part': 'source' }, outsideLink(source.url, source.name)),
    authors.length === 0
      ? undefined
      : element('span', { 'data-part': 'byline' }, phraseWith(words.by, { authors: byline })),
    dateline === undefined ? undefined : element('span', { 'data-part': 'dateline' }, element('bdi', {}, dateline)),
    element('span', {}, published === undefined ? frame.undated : moment(published)),
    updated === undefined ? undefined : element('span', {}, phraseWith(words.updated, { day: moment(updated) })),
  ].filter((part) => part !== undefined);
}

/** The points stand in the text itself: not every reading device shows what a style sheet puts between parts. */
function apart(parts: readonly XmlElement[]): XmlPart[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]));
}

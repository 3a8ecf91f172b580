import type { NewsDate } from '../news/dates.ts';
import type { Edition } from '../news/edition.ts';
import { count } from '../news/interface/phrase.ts';
import { interfaceLanguage, phrasesOf } from '../news/interface/phrases.ts';
import type { Book } from './book.ts';
import { writePage } from './page.ts';
import { day, inLanguage, outsideLink, phraseWith } from './said.ts';
import { element, type XmlElement, type XmlPart } from './xml.ts';

/** The first page: what the book is of, which site it comes from, how many articles it has, and of which days. */
export function writeTitlePage({ kind, name, address, lang, articles }: Book, { site }: Edition): string {
  const spoken = interfaceLanguage(lang, site.lang);
  const { epub, lists, threads } = phrasesOf(spoken);
  const own = spoken === lang ? {} : inLanguage(lang);
  const label = { article: undefined, tag: lists.kinds.topic, thread: threads.thread }[kind];
  return writePage(
    { title: name, lang: spoken, root: '', type: 'frontmatter' },
    element(
      'section',
      { class: 'title', 'epub:type': 'titlepage' },
      label === undefined ? undefined : element('p', { class: 'kicker' }, label),
      element('h1', own, name),
      element(
        'p',
        {},
        phraseWith(epub.fromSite, { site: element('bdi', {}, site.name), address: outsideLink(address, address) }),
      ),
      element('p', { class: 'meta' }, count(epub.articles, articles.length, spoken), ...daysOf(articles, spoken)),
      ofCopies(articles, spoken),
      element('p', { class: 'rights' }, epub.credit),
    ),
  );
}

/** The days of the first and the last article, as far as they are dated. */
function daysOf(articles: Book['articles'], lang: string): XmlPart[] {
  const days: NewsDate[] = articles.flatMap(({ front: { published } }) => published ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [from, to]: XmlElement[] = [day(first, lang), day(last, lang)];
  const isOneDay = first.slice(0, 10) === last.slice(0, 10);
  return [' · ', ...(isOneDay ? [from] : phraseWith(phrasesOf(lang).front.span, { from, to }))];
}

/** What a copy is, where some of the articles are copies; that all are is said only where it is so. */
function ofCopies(articles: Book['articles'], lang: string): XmlPart {
  const { epub, about } = phrasesOf(lang);
  const copies = articles.filter(({ front }) => front.receipt !== undefined && front.withdrawn === undefined).length;
  if (copies === 0) return undefined;
  return [
    element('h2', {}, epub.about),
    element('p', {}, copies === articles.length ? epub.aboutText : about.copyText),
  ];
}

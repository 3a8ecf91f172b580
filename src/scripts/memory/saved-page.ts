import { fill } from '../../news/interface/phrase.ts';
import type { Phrases } from '../../news/interface/english.ts';
import type { ListedArticle, ReadArticle, SavedArticle } from './articles.ts';
import { showDay } from '../days.ts';
import { element } from '../element.ts';

/** Which list of the page an entry stands in: what is taken from one stays in the others. */
export type ListName = 'saved' | 'read';

/** An article in one of the page's lists. */
interface Item {
  list: ListName;
  article: ListedArticle;
  /** What is said of it after its source and date. */
  notes: string[];
}

/** A section of the page. */
export interface Section {
  heading: string;
  items: Item[];
}

/** What a reader has kept as the sections of a page: saved articles, those not read to the end, those read on each day. */
export function toSections(
  { saved, read }: { saved: readonly SavedArticle[]; read: readonly ReadArticle[] },
  words: Phrases['saved'],
  lang: string,
): Section[] {
  const readOn = (moment: string): string => fill(words.read, { day: showDay(moment, lang) });
  const moments = new Map(read.map((entry) => [entry.path, entry.read]));
  const savedItems = saved.map((article): Item => {
    const moment = moments.get(article.path);
    const savedOn = fill(words.savedOn, { day: showDay(article.saved, lang) });
    return { list: 'saved', article, notes: moment === undefined ? [savedOn] : [savedOn, readOn(moment)] };
  });
  const begun = read.filter((entry) => entry.read === undefined && entry.place !== undefined);
  const days = new Map<string, Item[]>();
  const done = read.flatMap((article) => (article.read === undefined ? [] : [{ article, moment: article.read }]));
  for (const { article, moment } of done.sort((one, other) => (one.moment < other.moment ? 1 : -1))) {
    const day = readOn(moment);
    days.set(day, [...(days.get(day) ?? []), { list: 'read', article, notes: [] }]);
  }
  const sections = [
    { heading: words.isSaved, items: savedItems },
    { heading: words.reading, items: begun.map((article): Item => ({ list: 'read', article, notes: [] })) },
    ...[...days].map(([heading, items]) => ({ heading, items })),
  ];
  return sections.filter(({ items }) => items.length > 0);
}

/** The first so many items of some sections, and how many more there are. */
export function firstOf(sections: readonly Section[], most: number): { shown: Section[]; left: number } {
  let room = most;
  const shown = sections.map(({ heading, items }) => {
    const some = items.slice(0, Math.max(0, room));
    room -= items.length;
    return { heading, items: some };
  });
  return { shown: shown.filter(({ items }) => items.length > 0), left: Math.max(0, -room) };
}

/** Makes a section of the page; whatever is kept of an article is shown as text. */
export function toElement({ heading, items }: Section, words: Phrases['saved'], lang: string): HTMLElement {
  const section = element(
    'section',
    element('h2', heading),
    element('ol', ...items.map((item) => toEntry(item, words, lang))),
  );
  section.className = 'month';
  return section;
}

function toEntry({ list, article, notes }: Item, words: Phrases['saved'], lang: string): HTMLLIElement {
  const link = element('a', article.headline);
  link.href = article.path;
  const headline = element('h3', link);
  headline.className = 'headline';
  if (article.lang !== undefined) headline.lang = article.lang;
  headline.dir = 'auto';
  const about = article.about === undefined ? [] : [element('bdi', article.about)];
  const day = article.published === undefined ? [] : [toTime(article.published, lang)];
  const remove = element('button', words.remove, ' ', unseen(article.headline));
  remove.type = 'button';
  remove.className = 'plain';
  remove.value = 'remove';
  Object.assign(remove.dataset, { list, path: article.path });
  const line = element('p', ...[...about, ...day, ...notes, remove].map((part) => element('span', part)));
  line.className = 'meta';
  const teaser = element('article', headline, line);
  teaser.className = 'teaser';
  return element('li', teaser);
}

function toTime(day: string, lang: string): HTMLTimeElement {
  const time = element('time', showDay(day, lang));
  time.dateTime = day;
  return time;
}

function unseen(text: string): HTMLElement {
  const made = element('span', text);
  made.className = 'unseen';
  return made;
}

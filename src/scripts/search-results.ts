import type { Phrases } from '../news/interface/english.ts';
import { showDay } from './days.ts';
import { element } from './element.ts';
import { pageLang } from './phrases.ts';
import type { Hit, Index } from './search-index.ts';

/** Makes the list entry of a result, as lists of this site show articles; whatever it holds stays text. */
export async function toEntry(
  hit: Hit,
  { facts, names }: Index,
  { frame }: Pick<Phrases, 'frame'>,
): Promise<HTMLLIElement> {
  const { url, excerpt, meta, content } = await hit.data();
  const own = facts.get(hit.id);
  const title = meta['title'] ?? url;
  const link = element('a', title);
  link.href = url;
  const headline = element('h2', link);
  headline.className = 'headline';
  const text = element('p', ...marked(excerpt));
  text.className = 'excerpt';
  const shown = text.textContent;
  // Of some articles there is nothing else to be shown.
  const isHeadline = title.startsWith(shown);
  const whole = content.replace(/\s+/gu, ' ').trim();
  if (!whole.startsWith(shown)) text.prepend('… ');
  if (!whole.endsWith(shown)) text.append(' …');
  const about = [
    own?.withdrawn ? frame.withdrawn : undefined,
    toDay(hit.id, frame.undated),
    ...(own?.source ?? []).map((slug) => names.source.get(slug) ?? slug),
  ].filter((part) => part !== undefined);
  const line = element('p', ...about.map((part) => element('span', part)));
  line.className = 'meta';
  line.lang = pageLang;
  line.dir = document.documentElement.dir;
  const article = element('article', headline, ...(isHeadline ? [] : [text]), line);
  article.className = 'teaser';
  if (own && own.language !== pageLang.split('-')[0]) {
    article.lang = own.language;
    article.dir = 'auto';
  }
  return element('li', article);
}

/** Pagefind marks words by tags in a text whose own `<` and `>` are references. */
function marked(excerpt: string): (string | HTMLElement)[] {
  return excerpt.split(/<mark>(.*?)<\/mark>/su).map((text, index) => {
    const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    return index % 2 === 1 ? element('mark', plain) : plain;
  });
}

function toDay(id: string, undated: string): HTMLElement | string {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(id) ?? [];
  if (year === undefined || year === '0000') return undated;
  const iso = `${year}-${month}-${day}`;
  const time = element('time', showDay(iso, pageLang));
  time.dateTime = iso;
  return time;
}

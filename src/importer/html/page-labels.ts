import type { Element } from 'hast';
import { toLine } from '../../news/text.ts';
import type { Finding } from '../raw-article.ts';
import { attribute } from './elements.ts';
import type { LdArticle } from './json-ld.ts';
import type { MetaTags } from './meta-tags.ts';
import { bare } from './page-texts.ts';

const MOST_TAGS = 20;

/** The topics that a page states, at most 20. */
export function findTags(tags: MetaTags, ld: LdArticle | undefined): Finding<string[]> | undefined {
  const sources: [readonly string[], string][] = [
    [tags.get('article:tag') ?? [], 'meta article:tag'],
    [ld?.keywords ?? [], 'JSON-LD keywords'],
    [tags.get('news_keywords') ?? [], 'meta news_keywords'],
    [tags.get('parsely-tags') ?? [], 'meta parsely-tags'],
    [tags.get('keywords') ?? [], 'meta keywords'],
  ];
  for (const [stated, rule] of sources) {
    const names = new Map<string, string>();
    for (const name of stated.flatMap((text) => text.split(/\s?[,;]\s?/u)).map(toLine)) {
      // Some content systems put their own marks among the keywords: `type: article`, `cms-id_123`.
      if (name !== '' && name.length <= 60 && !/[:=_@/]/u.test(name) && !names.has(bare(name)))
        names.set(bare(name), name);
    }
    if (names.size > 0) return { value: [...names.values()].slice(0, MOST_TAGS), how: 'stated', rule };
  }
  return undefined;
}

/** The language that a page states, as BCP 47 writes it. */
export function findLang(
  elements: readonly Element[],
  ld: LdArticle | undefined,
  tags: MetaTags,
): Finding<string> | undefined {
  const html = elements.find(({ tagName }) => tagName === 'html');
  const stated: [string | undefined, string][] = [
    [html && (attribute(html, 'lang') ?? attribute(html, 'xmlLang')), 'html lang'],
    [ld?.lang, 'JSON-LD inLanguage'],
    [tags.get('og:locale')?.[0], 'meta og:locale'],
  ];
  for (const [text, rule] of stated) {
    const tag = text?.replaceAll('_', '-').slice(0, 40) ?? '';
    try {
      if (tag !== '') return { value: new Intl.Locale(tag).toString(), how: 'stated', rule };
    } catch {
      // What is no language tag states no language.
    }
  }
  return undefined;
}

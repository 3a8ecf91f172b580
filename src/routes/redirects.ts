import type { Article } from '../news/article.ts';
import type { Setting } from '../news/edition.ts';
import { interfaceLanguage } from '../news/interface/phrases.ts';
import { aliasPath, type SitePath, toAddress, toHref } from '../news/paths.ts';
import { toFrame } from './frame.ts';

/** A page that leads from an old path to an article, or from another name of a topic to the topic. */
export interface RedirectProps {
  /** What has moved, where it is not an article. */
  what?: 'topic';
  lang: string;
  to: string;
  address: string;
  headline: string;
  favicon: string;
}

/** What leads from the old addresses of an article, and from those of its `versions`, to where they stand now. */
export function* articleRedirects(
  setting: Setting,
  { path, front, lang }: Article,
  versions: readonly { path: SitePath }[],
): Generator<{ path: SitePath; props: RedirectProps }> {
  for (const alias of front.aliases) {
    const old = aliasPath(alias);
    yield { path: old, props: toRedirect(setting, path, front.title, lang) };
    // What stood below an address of ours has moved with it; below those of other sites stood nothing.
    if (!old.startsWith('/articles/') || !old.endsWith('/')) continue;
    for (const version of versions) {
      const below = version.path.slice(path.length);
      yield { path: aliasPath(old + below), props: toRedirect(setting, version.path, front.title, lang) };
    }
  }
}

export function toRedirect(setting: Setting, path: SitePath, headline: string, wished: string): RedirectProps {
  const { base, site } = setting;
  const lang = interfaceLanguage(wished, site.lang);
  const { favicon } = toFrame(setting, lang);
  return { lang, to: toHref(base, path), address: toAddress(site.url, path), headline, favicon };
}

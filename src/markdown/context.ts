import type { PictureSource } from '../news/pictures.ts';

/** A picture that stands beside the article, as its page shows it. */
export interface Picture {
  /** Link to the file, with the base path. */
  href: string;
  /** In pixels. */
  width: number;
  height: number;
  /** The same encoded anew, of which a browser takes the one that it needs; without it there are none. */
  sources?: readonly PictureSource[];
}

/** What the pipeline must know of the article whose text it renders. */
export interface ArticleContext {
  /** The article's file, below content/articles: `2016/10/truce.md`. */
  file: string;
  /** Where the site will stand: `https://example.org/news/`. */
  siteUrl: string;
  /** The pictures beside the article, by their address as written in the text. */
  pictures: ReadonlyMap<string, Picture>;
  /** Whether a picture stands above the text, which then comes before those of the text. */
  hasHeadPicture?: boolean;
  /** The language of its page, in which the template's own words are; English where it is not said. */
  lang?: string;
}

declare module 'vfile' {
  interface DataMap {
    article: ArticleContext;
  }
}

import { basename, relative, resolve, sep } from 'node:path';
import {
  type ArticleText,
  articlesFolder,
  isArticleName,
  readArticleText,
  readArticleTexts,
} from '../../edition/content-files.ts';
import { type EditionRequest, readEdition, type ReadyEdition } from '../../edition/read-edition.ts';

/** The edition at the editor's desk, drafts too. Of a change only the articles that have changed are read. */
export class DeskEdition {
  readonly #content: string;
  readonly #cache: EditionRequest['cache'];
  #articles: Map<string, ArticleText> | undefined;
  #last: ReadyEdition | undefined;

  constructor(content: string, cache: EditionRequest['cache']) {
    [this.#content, this.#cache] = [content, cache];
  }

  /**
   * Reads the edition anew after some files, by their paths, have changed; all of it the first time. Throws a ContentError
   * where something is wrong, and the edition before stays open.
   */
  async read(changed: readonly string[] = []): Promise<ReadyEdition> {
    const articles = await this.#readArticles(changed);
    const request = { content: this.#content, now: Date.now(), cache: this.#cache, withDrafts: true, articles };
    this.#last = await readEdition({ ...request, last: this.#last });
    return this.#last;
  }

  async #readArticles(changed: readonly string[]): Promise<Map<string, ArticleText>> {
    const files = changed.map((path) => this.#articleAt(path));
    const last = files.includes(undefined) ? undefined : this.#articles;
    // Where one cannot be read all are read the next time: this change would be forgotten.
    this.#articles = undefined;
    const articles = last ?? (await readArticleTexts(this.#content));
    for (const file of files) {
      if (file === undefined) continue;
      const article = readArticleText(this.#content, file);
      if (article) articles.set(file, article);
      else articles.delete(file);
    }
    this.#articles = articles;
    return articles;
  }

  /** The name of an article's file below the articles' folder; nothing for any other file, or a folder. */
  #articleAt(path: string): string | undefined {
    const file = relative(resolve(articlesFolder(this.#content)), resolve(path))
      .split(sep)
      .join('/');
    const isArticle = isArticleName(basename(path)) && !file.startsWith('../');
    return isArticle ? file : undefined;
  }
}

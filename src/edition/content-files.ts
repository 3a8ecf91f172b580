import { readFileSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { sha256 } from '../news/digest.ts';

/** The articles' folder of a content folder. */
export function articlesFolder(content: string): string {
  return join(content, 'articles');
}

/** The files of all articles, below content/articles with `/` between folders, in a fixed order; none where there is no folder. */
export async function listArticleFiles(content: string): Promise<string[]> {
  const root = articlesFolder(content);
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(noneWhereAbsent);
  return entries
    .filter((entry) => entry.isFile() && isArticleName(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Whether a file of this name, without its folder, is an article where it stands below content/articles. */
export function isArticleName(name: string): boolean {
  return name.endsWith('.md') && !name.startsWith('.');
}

/** The text of site.yaml, or nothing where it is absent. */
export function readSiteFile(content: string): Promise<string | undefined> {
  return readTextIfThere(join(content, 'site.yaml'));
}

/** The text of tags.yaml, or nothing where it is absent. */
export function readTagsFile(content: string): Promise<string | undefined> {
  return readTextIfThere(join(content, 'tags.yaml'));
}

/**
 * The text of an article's file: its sha256, and the text itself where somebody asks for it, read anew. All texts of a large
 * edition would take a room that nobody needs: most articles are as they were.
 */
export interface ArticleText {
  digest: string;
  /** Throws where the file is gone. */
  read: () => string;
}

/** All articles' files by their names below content/articles, in the order of `listArticleFiles`. */
export async function readArticleTexts(content: string): Promise<Map<string, ArticleText>> {
  const files = await listArticleFiles(content);
  // Thousands of small files: to wait for each costs ten times what reading does.
  return new Map(files.map((file) => [file, toArticleText(join(articlesFolder(content), file))]));
}

/** One article's file, by its name below content/articles; nothing where it is absent. */
export function readArticleText(content: string, file: string): ArticleText | undefined {
  try {
    return toArticleText(join(articlesFolder(content), file));
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function toArticleText(path: string): ArticleText {
  const read = (): string => readFileSync(path, 'utf8');
  return { digest: sha256(read()), read };
}

/** The file that keeps an earlier version of an article, below the content folder, by the name that the article gives. */
export function versionFile(copy: string): string {
  return `versions/${copy}.md`;
}

/** The text of a file, or nothing where it is absent. */
export async function readTextIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function noneWhereAbsent(error: unknown): [] {
  if (isAbsent(error)) return [];
  throw error;
}

export function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** The sha256 of a file's bytes; an empty text where it is absent or cannot be read. */
export function fileDigest(path: string): string {
  try {
    return sha256(readFileSync(path));
  } catch {
    return '';
  }
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listArticleFiles } from '../edition/content-files.ts';
import { readSite } from '../edition/read-site.ts';
import { readTags } from '../edition/read-tags.ts';
import { errorText } from '../importer/error-text.ts';
import { lockContent } from '../importer/archive/lock.ts';
import { writeWhole } from '../importer/archive/write-files.ts';
import { readArticleFile, showProblem } from '../markdown/article-file.ts';
import { tagSlug } from '../news/slug.ts';
import type { Vocabulary } from '../news/vocabulary.ts';
import { renameTag } from './rename-tag.ts';
import { counted, saySurvey } from './say.ts';
import { survey, type TaggedArticle } from './survey.ts';

/** Where a command says what it did. */
export interface Voice {
  print: (line: string) => void;
  /** For problems. */
  warn: (line: string) => void;
}

/** Lists what an editor may want to look at. Gives the exit code: 2 where an article cannot be read, else 0. */
export async function runSurvey(content: string, { print, warn }: Voice): Promise<number> {
  const vocabulary = await vocabularyOf(content);
  const articles: TaggedArticle[] = [];
  let bad = 0;
  for (const file of await listArticleFiles(content)) {
    const name = join(content, 'articles', file);
    const read = readArticleFile(name, await readFile(name, 'utf8'));
    if (read.ok) articles.push({ file: name, names: read.value.front.tags });
    else bad += 1;
    if (!read.ok) for (const problem of read.problems) warn(`Not read: ${showProblem(problem)}`);
  }
  for (const line of saySurvey(survey(articles, vocabulary), vocabulary !== undefined)) print(line);
  return bad > 0 ? 2 : 0;
}

/** A tag that is to have another name. */
export interface Renaming {
  content: string;
  from: string;
  to: string;
  dryRun: boolean;
}

/**
 * Renames a tag in every article's file, each whole or not at all. Gives the exit code: 2 where a file was left as it
 * was, 1 where tags.yaml says that the two are never the same, else 0. No import runs at the same time.
 */
export async function runRename({ content, from, to, dryRun }: Renaming, voice: Voice): Promise<number> {
  const vocabulary = await vocabularyOf(content);
  if (areNeverOne(vocabulary, from, to)) {
    voice.warn(`Nothing was done: tags.yaml says that "${from}" and "${to}" are never the same.`);
    return 1;
  }
  const unlock = dryRun ? undefined : await lockContent(content);
  try {
    const { renamed, refused } = await renameAll({ content, from, to, dryRun }, voice);
    if (renamed > 0) for (const line of advice(vocabulary, from, to)) voice.print(line);
    const failed = refused > 0 ? `, ${refused} left as they were` : '';
    voice.print(`${counted(renamed, 'article')} renamed${failed}${dryRun ? ' (dry run: nothing was written)' : ''}`);
    return refused > 0 ? 2 : 0;
  } finally {
    await unlock?.();
  }
}

async function renameAll(
  { content, from, to, dryRun }: Renaming,
  { print, warn }: Voice,
): Promise<{ renamed: number; refused: number }> {
  const counts = { renamed: 0, refused: 0 };
  for (const file of await listArticleFiles(content)) {
    const path = join(content, 'articles', file);
    try {
      // What is no UTF-8 could not be written back byte for byte.
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
      const done = renameTag(text, from, to);
      if (done.outcome === 'unchanged') continue;
      if (done.outcome === 'refused') throw new Error(done.reason);
      if (!dryRun) await writeWhole(path, done.text);
      counts.renamed += 1;
      print(`${path}: ${dryRun ? 'would be renamed' : 'renamed'}`);
    } catch (error) {
      counts.refused += 1;
      warn(`${path}: left as it was: ${errorText(error)}`);
    }
  }
  return counts;
}

function areNeverOne(vocabulary: Vocabulary | undefined, from: string, to: string): boolean {
  const denies = (name: string, other: string): boolean => {
    const listed = vocabulary?.find(name);
    return listed?.neverSameAs.some((not) => tagSlug(not) === tagSlug(other)) ?? false;
  };
  return denies(from, to) || denies(to, from);
}

/** What tags.yaml needs, so that the old address leads on: this command never edits it. */
function advice(vocabulary: Vocabulary | undefined, from: string, to: string): string[] {
  if (tagSlug(from) === tagSlug(to)) return [];
  const [old, now] = [vocabulary?.find(from), vocabulary?.find(to)];
  if (old && old === now) return [];
  if (old)
    return [`tags.yaml lists "${from}" as "${old.name}": change it there too, or the two names stay two topics.`];
  return [`So that its old address leads on, give "${to}" the alias "${from}" in tags.yaml.`];
}

async function vocabularyOf(content: string): Promise<Vocabulary | undefined> {
  const { lang } = await readSite(content);
  return readTags(content, lang);
}

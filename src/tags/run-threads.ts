import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listArticleFiles } from '../edition/content-files.ts';
import { readSite } from '../edition/read-site.ts';
import { readTags } from '../edition/read-tags.ts';
import { errorText } from '../importer/error-text.ts';
import { lockContent } from '../importer/archive/lock.ts';
import { writeWhole } from '../importer/archive/write-files.ts';
import { readArticleFile, showProblem } from '../markdown/article-file.ts';
import { toRawTree } from '../markdown/pipeline.ts';
import { blocksOf } from '../markdown/tree-text.ts';
import { toTags } from '../news/article.ts';
import { toEvidence } from '../news/related/evidence.ts';
import { tagSlug } from '../news/slug.ts';
import { addThread } from './add-thread.ts';
import type { Told } from './find-threads.ts';
import { type Proposal, proposeThreads } from './propose-threads.ts';
import type { Voice } from './run-tags.ts';
import { counted } from './say.ts';
import { sayThreads } from './say-threads.ts';

/** What is to be done with proposed threads. */
export interface ThreadOrder {
  content: string;
  /** The name of a proposed thread to put into its files; without it all are listed. */
  write: string | undefined;
  /** The name that it is to have there, in place of the proposed one. */
  as: string | undefined;
  dryRun: boolean;
}

/**
 * Lists the threads that articles could have, or writes one of them into its files. Gives the exit code: 2 where a file
 * was not read or left as it was, 1 where no such thread is proposed, else 0. No import writes at the same time.
 */
export async function runThreads(order: ThreadOrder, voice: Voice): Promise<number> {
  const { articles, bad } = await readTold(order.content, voice);
  const proposals = proposeThreads(articles);
  const pathOf = (file: string): string => join(order.content, 'articles', file);
  const { write, as } = order;
  if (write === undefined) {
    for (const line of sayThreads(proposals, articles.length, pathOf)) voice.print(line);
    return bad > 0 ? 2 : 0;
  }
  const proposal = proposals.find(({ name }) => tagSlug(name) === tagSlug(write));
  if (!proposal) {
    voice.warn(`Nothing was done: no thread "${write}" is proposed. Without --write all that are proposed are listed.`);
    return 1;
  }
  const refused = await writeThread(order, proposal, as ?? proposal.name, voice);
  return bad + refused > 0 ? 2 : 0;
}

/** Writes a thread into its files, each whole or not at all. Gives how many were left as they were. */
async function writeThread(
  { content, dryRun }: ThreadOrder,
  { articles }: Proposal,
  name: string,
  { print, warn }: Voice,
): Promise<number> {
  const unlock = dryRun ? undefined : await lockContent(content);
  let refused = 0;
  try {
    for (const { file } of articles) {
      const path = join(content, 'articles', file);
      try {
        // What is no UTF-8 could not be written back byte for byte.
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
        const done = addThread(text, name);
        if (done.outcome === 'refused') throw new Error(done.reason);
        if (done.outcome === 'added' && !dryRun) await writeWhole(path, done.text);
        print(`${path}: ${dryRun ? 'would be' : 'now'} in the thread "${name}"`);
      } catch (error) {
        refused += 1;
        warn(`${path}: left as it was: ${errorText(error)}`);
      }
    }
  } finally {
    await unlock?.();
  }
  const failed = refused > 0 ? `, ${refused} left as they were` : '';
  const done = counted(articles.length - refused, 'article');
  print(`${done} in the thread "${name}"${failed}${dryRun ? ' (dry run: nothing was written)' : ''}`);
  return refused;
}

/** Reads all articles, drafts too, and what their texts tell; says which cannot be read. */
async function readTold(content: string, { warn }: Voice): Promise<{ articles: Told[]; bad: number }> {
  const site = await readSite(content);
  const vocabulary = await readTags(content, site.lang);
  const articles: Told[] = [];
  let bad = 0;
  for (const file of await listArticleFiles(content)) {
    const name = join(content, 'articles', file);
    const read = readArticleFile(name, await readFile(name, 'utf8'));
    if (!read.ok) {
      bad += 1;
      for (const problem of read.problems) warn(`Not read: ${showProblem(problem)}`);
      continue;
    }
    const { front, body } = read.value;
    const lang = front.lang ?? site.lang;
    const tags = toTags(front.tags, vocabulary?.find);
    try {
      const evidence = toEvidence(front.title, blocksOf(toRawTree(body).tree), lang);
      articles.push({ file, front, lang, tags, evidence });
    } catch (error) {
      bad += 1;
      warn(`Not read: ${name}: ${errorText(error)}`);
    }
  }
  return { articles, bad };
}

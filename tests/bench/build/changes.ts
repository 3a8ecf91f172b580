import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlesFolder, listArticleFiles } from '../../../src/edition/content-files.ts';

/** What is done to an edition before each build, in this order; each change is done to another article. */
const CHANGES: Record<string, (path: string) => void> = {
  edited: (path) => appendFileSync(path, '\nOne more paragraph was put in on the next day.\n'),
  added: (path) => {
    const text = 'The board of the harbour met on Tuesday, and put off what it had meant to say about the crane.';
    const head = 'title: Harbour Board Meets\npublished: 1987-10-21\ntags: [usa, japan]\nlang: en';
    writeFileSync(`${path.slice(0, -'.md'.length)}-again.md`, `---\n${head}\n---\n\n${text}\n`);
  },
  deleted: (path) => rmSync(path),
  renamed: (path) => renameSync(path, `${path.slice(0, -'.md'.length)}-renamed.md`),
  're-tagged': (path) => replace(path, /^tags: \[.*\]$/mu, 'tags: [japan, brazil]'),
  're-dated': (path) => replace(path, /^published: \S+$/mu, 'published: 1987-06-15'),
};

/** One article edited, added, and so on: what is done to a content folder, by name. */
export async function changesOf(content: string): Promise<[string, () => void][]> {
  const paths = (await listArticleFiles(content))
    .map((file) => join(articlesFolder(content), file))
    .filter((path) => /^tags: \[.*\]$/mu.test(readFileSync(path, 'utf8')));
  const changes = Object.entries(CHANGES);
  return changes.map(([name, change], index) => {
    const path = paths[Math.floor((paths.length * (index + 0.5)) / changes.length)];
    if (path === undefined) throw new Error(`${content} has no article with tags.`);
    return [`one article ${name}`, () => change(path)];
  });
}

function replace(path: string, from: RegExp, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!from.test(text)) throw new Error(`${path} has no ${from.source}.`);
  writeFileSync(path, text.replace(from, to));
}

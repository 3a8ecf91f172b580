import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type FileProblem, readArticleFile } from '../../markdown/article-file.ts';
import type { CopyBlock } from '../../news/copy.ts';
import { Archive, type Held } from './archive.ts';
import { printOf } from './archive-texts.ts';
import { articleFile } from './content-folder.ts';
import { copyOf } from '../copy/copy-of.ts';
import { errorText } from '../error-text.ts';
import type { Candidate } from './identity.ts';
import { type KeptOriginals, readOriginal, rereadOriginal } from './originals.ts';

/** So many files are read at once. */
const AT_ONCE = 32;

/** What an import needs to know of all articles. A file that cannot be read is named, and its address counts as taken. */
export async function readArchive(content: string): Promise<{ archive: Archive; problems: FileProblem[] }> {
  const archive = new Archive();
  const problems = await readArticles(content, {
    article: (held, body) => {
      archive.add(held, printOf(held.front.title, body));
    },
    unreadable: (file) => {
      archive.addUnreadable(file);
    },
  });
  return { archive, problems };
}

/** All articles of a content folder by their front matter, in the order of their names, and what cannot be read. */
export async function readHeld(content: string): Promise<{ held: Held[]; problems: FileProblem[] }> {
  const held: Held[] = [];
  const problems = await readArticles(content, { article: (article) => void held.push(article) });
  return { held, problems };
}

/** What is done with each article file as it is read; no text is kept longer. */
interface Visitor {
  article: (held: Held, body: string) => void;
  unreadable?: (file: string) => void;
}

/** Gives what cannot be read. */
async function readArticles(content: string, visitor: Visitor): Promise<FileProblem[]> {
  const entries = await readdir(join(content, 'articles'), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter(({ name }) => name.endsWith('.md') && !name.startsWith('.'))
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const problems: FileProblem[] = [];
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const some = files.slice(start, start + AT_ONCE);
    const texts = await Promise.all(
      some.map(({ path, isFile }) => (isFile ? readText(path) : Promise.resolve(notAFile))),
    );
    some.forEach(({ path }, index) => {
      const file = relative(join(content, 'articles'), path).split(sep).join('/');
      const { text, message } = texts[index] ?? notAFile;
      const read = text === undefined ? undefined : readArticleFile(path, text);
      if (read?.ok === true) visitor.article({ file, front: read.value.front }, read.value.body);
      else visitor.unreadable?.(file);
      if (read === undefined) problems.push({ file: path, line: 1, column: 1, message });
      if (read?.ok === false) problems.push(...read.problems);
    });
  }
  return problems;
}

/** An article that an input may be, with its present text and its kept original; nothing if its file is gone. */
export async function readCandidate(
  content: string,
  { file }: Held,
  originals: KeptOriginals,
): Promise<Candidate | undefined> {
  const { text } = await readText(articleFile(content, file));
  const read = text === undefined ? undefined : readArticleFile(file, text);
  if (text === undefined || read?.ok !== true) return undefined;
  const { front, body } = read.value;
  const digest = front.source?.sha256 ?? '';
  const bytes = await readOriginal(content, digest, originals);
  const name = originals.get(digest) ?? '';
  const original = typeof bytes === 'string' ? undefined : await rereadOriginal(bytes, name, front, front.lang);
  return { file, front, text, body, copy: textsOf(() => copyOf(front, body)), original };
}

const notAFile = { text: undefined, message: 'is not a file' };

async function readText(path: string): Promise<{ text: string | undefined; message: string }> {
  try {
    return { text: await readFile(path, 'utf8'), message: '' };
  } catch (error) {
    return { text: undefined, message: `cannot be read: ${errorText(error)}` };
  }
}

/** A body that cannot be rendered has no blocks: its copy then counts as edited, and is left alone. */
function textsOf(read: () => CopyBlock[]): string[] {
  try {
    return read().map(({ text }) => text);
  } catch {
    return [];
  }
}

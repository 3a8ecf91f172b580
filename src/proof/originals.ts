import { join } from 'node:path';
import { originalsFolder } from '../importer/archive/content-folder.ts';
import { listOriginals } from '../importer/archive/originals.ts';
import type { Finding } from './checks.ts';
import type { Galley } from './galley.ts';

/** Kept originals that no article and no version of one is made from, and files among them that are no originals. */
export async function findUnusedOriginals({ content, articles }: Galley): Promise<Finding[]> {
  const { originals, others } = await listOriginals(content);
  const used = new Set(
    articles.flatMap(({ record: { front } }) => [front.source?.sha256, ...front.versions.map(({ sha256 }) => sha256)]),
  );
  const unused = [...originals].filter(([digest]) => !used.has(digest)).map(([, name]) => name);
  const toFinding = (message: string): ((name: string) => Finding) => {
    return (name) => ({ check: 'original', file: join(originalsFolder(content), name), line: 1, message });
  };
  return [
    ...unused.map(toFinding('no article is made from it')),
    ...others.map(toFinding('it is not named by its sha256, and nothing is made from it')),
  ];
}

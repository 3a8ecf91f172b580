import { join } from 'node:path';
import { originalsFolder } from '../importer/archive/content-folder.ts';
import { unnamedVersions } from '../importer/archive/kept-versions.ts';
import { listOriginals } from '../importer/archive/originals.ts';
import type { Finding } from './checks.ts';
import type { Galley } from './galley.ts';

/**
 * Kept originals that no article and no version of one is made from, files among them that are no originals, and kept
 * versions of no article.
 */
export async function findUnusedOriginals({ content, articles }: Galley): Promise<Finding[]> {
  const { originals, others } = await listOriginals(content);
  const used = new Set(
    articles.flatMap(({ record: { front } }) => [front.source?.sha256, ...front.versions.map(({ sha256 }) => sha256)]),
  );
  const unused = [...originals].filter(([digest]) => !used.has(digest)).map(([, name]) => name);
  const fronts = articles.map(({ record }) => record);
  const toFinding = (message: string): ((name: string) => Finding) => {
    return (file) => ({ check: 'original', file, line: 1, message });
  };
  const inFolder = (name: string): string => join(originalsFolder(content), name);
  return [
    ...unused.map(inFolder).map(toFinding('no article is made from it')),
    ...others.map(inFolder).map(toFinding('it is not named by its sha256, and nothing is made from it')),
    ...(await unnamedVersions(content, fronts)).map(toFinding('no article names it as an earlier version')),
  ];
}

import { join } from 'node:path';
import { originalsFolder } from '../importer/archive/content-folder.ts';
import { unnamedVersions } from '../importer/archive/kept-versions.ts';
import { listOriginals } from '../importer/archive/originals.ts';
import type { Finding } from './checks.ts';
import type { Galley } from './galley.ts';

/** Kept originals that no article and no version of one is made from, files among them that are no originals, and versions of none. */
export async function findUnusedOriginals({ content, articles }: Galley): Promise<Finding[]> {
  const { originals, others } = await listOriginals(content);
  const records = articles.map(({ record }) => record);
  const used = new Set(
    records.flatMap(({ front }) => [front.source?.sha256, ...front.versions.map(({ sha256 }) => sha256)]),
  );
  const unused = [...originals].filter(([digest]) => !used.has(digest)).map(([, name]) => name);
  const toFinding = (message: string): ((name: string) => Finding) => {
    return (name) => ({ check: 'original', file: join(originalsFolder(content), name), line: 1, message });
  };
  const versions = await unnamedVersions(content, records);
  return [
    ...unused.map(toFinding('no article is made from it')),
    ...others.map(toFinding('it is not named by its sha256, and nothing is made from it')),
    ...versions.map((file): Finding => ({ check: 'version', file, line: 1, message: 'no article names it' })),
  ];
}

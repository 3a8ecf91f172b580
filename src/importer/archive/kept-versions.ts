import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FrontMatter } from '../../news/front-matter.ts';
import { versionPath } from './content-folder.ts';

/** The kept earlier versions that none of these articles names. */
export async function unnamedVersions(
  content: string,
  articles: readonly { front: Pick<FrontMatter, 'versions'> }[],
): Promise<string[]> {
  const named = new Set(articles.flatMap(({ front }) => front.versions.map(({ copy }) => copy)));
  const names = await readdir(dirname(versionPath(content, ''))).catch(() => []);
  const digests = names.filter((name) => /^[^.].*\.md$/u.test(name)).map((name) => name.replace(/\.md$/u, ''));
  return digests
    .filter((digest) => !named.has(digest))
    .sort()
    .map((digest) => versionPath(content, digest));
}

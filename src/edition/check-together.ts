import type { FileProblem } from '../markdown/article-file.ts';
import { aliasPath, articlePath, versionsPath } from '../news/paths.ts';
import type { ArticleRecord } from './record.ts';

/** What file names may hold: their path is the article's address, for good, on every host. */
const FIT_FOR_ADDRESS = /^(?:[\p{L}\p{M}\p{N}._-]+\/)*[\p{L}\p{M}\p{N}_-][\p{L}\p{M}\p{N}._-]*\.md$/u;

/** Whether the name of a file below content/articles can be an address. */
export function isFitForAddress(file: string): boolean {
  return FIT_FOR_ADDRESS.test(file);
}

/** Checks what no article shows by itself: addresses that meet, old paths, and translations of nothing. */
export function checkTogether(content: string, records: ReadonlyMap<string, ArticleRecord>): FileProblem[] {
  const owners = new Map<string, string>();
  const paths = new Set<string>([...records.keys()].map(articlePath));
  const problems: FileProblem[] = [];
  const report = (file: string, message: string): void => {
    problems.push({ file: `${content}/articles/${file}`, line: 1, column: 1, message });
  };
  for (const file of records.keys()) {
    if (!isFitForAddress(file))
      report(file, 'the file name is its address; use letters, digits, "-", "_" and "." only');
    // Case and composition of letters make no difference to some disks and readers.
    const key = file.normalize('NFC').toLowerCase();
    const owner = owners.get(key);
    if (owner !== undefined) report(file, `has the same address as ${owner}; rename one of them`);
    owners.set(key, file);
  }
  const below = versionPlaces(records);
  const old = new Set([...records.values()].flatMap(({ front }) => front.aliases));
  const aliases = new Map<string, string>();
  for (const [file, { front }] of records) {
    for (const alias of front.aliases) {
      const other = aliases.get(alias);
      if (other !== undefined) report(file, `aliases: ${other} has the same old path ${alias}`);
      if (paths.has(alias.endsWith('/') ? alias : `${alias}/`)) {
        report(file, `aliases: ${alias} is the address of an article`);
      }
      aliases.set(alias, file);
    }
    for (const path of [articlePath(file), ...front.aliases]) {
      const other = ownerAbove(path, below);
      const what = path === articlePath(file) ? 'has an address' : `aliases: ${path} is an address`;
      if (other !== undefined) report(file, `${what} where the earlier versions of ${other} stand; take another`);
    }
    const original = front.translationOf;
    if (original !== undefined && !paths.has(original) && !old.has(original)) {
      report(file, `translationOf: no article has the path ${original}`);
    }
  }
  return problems;
}

/** The articles with earlier versions, by the addresses below which these stand, old ones too. */
function versionPlaces(records: ReadonlyMap<string, ArticleRecord>): Map<string, string> {
  const places = new Map<string, string>();
  for (const [file, { front }] of records) {
    if (front.versions.length === 0) continue;
    for (const path of [articlePath(file), ...front.aliases.map(aliasPath)]) places.set(versionsPath(path), file);
  }
  return places;
}

/** The article below whose versions an address stands. */
function ownerAbove(path: string, places: ReadonlyMap<string, string>): string | undefined {
  for (const { index, 0: step } of places.size === 0 ? [] : `${path}/`.matchAll(/\/versions\//gu)) {
    const owner = places.get(path.slice(0, index) + step);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

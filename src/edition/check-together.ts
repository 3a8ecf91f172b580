import type { FileProblem } from '../markdown/article-file.ts';
import { articlePath } from '../news/paths.ts';
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
    const original = front.translationOf;
    if (original !== undefined && !paths.has(original) && !old.has(original)) {
      report(file, `translationOf: no article has the path ${original}`);
    }
  }
  return problems;
}

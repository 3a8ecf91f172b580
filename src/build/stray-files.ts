import { readdirSync } from 'node:fs';

/**
 * The files below a built folder that are none of an edition's, by their paths with `/` between folders, and the folders with
 * nothing in them, by theirs with `/` at the end. What a build has put in place is known by the disk alone: memory knows
 * nothing of a build that was killed, or is older than the folder.
 */
export function strayFiles(dist: string, edition: { has: (file: string) => boolean }): string[] {
  const strays: string[] = [];
  const walk = (folder: string): void => {
    const entries = readdirSync(`${dist}/${folder}`, { withFileTypes: true });
    if (entries.length === 0 && folder !== '' && !edition.has(folder)) strays.push(folder);
    for (const entry of entries) {
      const path = folder + entry.name;
      if (entry.isDirectory()) walk(`${path}/`);
      else if (!edition.has(path)) strays.push(path);
    }
  };
  walk('');
  return strays;
}

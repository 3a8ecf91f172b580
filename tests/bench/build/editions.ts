import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../../../src/build/locations.ts';
import { measuredImport } from '../import.ts';
import { longStories, moreStories, type Story } from './made-up-stories.ts';
import { plainStory, readStories } from '../reuters.ts';

/** All of Reuters' stories; what is above is made up. */
const ALL = 19_043;
const SIZES: Record<string, number> = { '1k': 1000, '5k': 5000, '19k': ALL, '100k': 100_000 };

/** Editions of longer texts: 4 kB each. */
const LONG = { wanted: 5000, signs: 4000, tags: 6 };

/** What the names of editions may be: `1k`, `5k`, `19k`, `100k`, `long`, or a number of articles. */
export function isEditionName(name: string): boolean {
  return name === 'long' || name in SIZES || /^[1-9]\d*$/u.test(name);
}

/**
 * The content folder of an edition of Reuters' stories of 1987, and above their number of made-up ones: as the importer
 * makes it, once, and then kept in the cache. It is not to be changed.
 */
export async function editionFolder(name: string): Promise<string> {
  const content = join(CACHE, 'bench', name);
  if (existsSync(content)) return content;
  const given = await readStories(plainStory.loose());
  const stories: Story[] = name === 'long' ? longStories(given, LONG) : moreStories(given, SIZES[name] ?? Number(name));
  console.log(`Importing ${stories.length} articles, which is done once.`);
  const making = `${content}.tmp`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const file = join(making, 'stories.jsonl');
  writeFileSync(file, stories.map((story) => JSON.stringify(story)).join('\n'));
  await measuredImport(making, file);
  // No build reads the originals.
  for (const path of [file, join(making, 'sources')]) rmSync(path, { recursive: true });
  writeFileSync(join(making, 'site.yaml'), SITE);
  renameSync(making, content);
  return content;
}

const SITE = 'name: Reuters, 1987\nurl: https://paper.example/\nlang: en\ntimeZone: UTC\n';

/** Copies an edition to be changed, below a folder; gives its content folder. */
export async function copyEdition(name: string, folder: string): Promise<string> {
  const content = join(folder, 'content');
  cpSync(await editionFolder(name), content, { recursive: true });
  return content;
}

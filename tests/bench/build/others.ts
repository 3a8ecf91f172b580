import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CACHE } from '../../../src/build/locations.ts';
import { childrenPeaks, childSeconds } from '../process-figures.ts';
import { changesOf } from './changes.ts';
import { copyEdition } from './editions.ts';
import { ELEVENTY_SITE } from './eleventy-site.ts';
import { HUGO_SITE } from './hugo-site.ts';
import { type Cost, showCost, yardstick } from './measure.ts';

/** CPU seconds after which a tool is not waited for any longer. */
const LIMIT = 400;

const ELEVENTY = '@11ty/eleventy@3.1.8';

interface Tool {
  name: string;
  site: Record<string, string>;
  /** Where the site keeps its articles. */
  articles: string;
  /** The program and its words; nothing where it is not on this machine. */
  command: () => [string, ...string[]] | undefined;
}

const TOOLS: Tool[] = [
  { name: 'Eleventy', site: ELEVENTY_SITE, articles: 'articles', command: findEleventy },
  { name: 'Hugo', site: HUGO_SITE, articles: 'content/articles', command: findHugo },
];

/** Lets other tools build an edition, cold and after one edit, below a folder. Gives cells of a table by their rows. */
export async function measureOthers(name: string, folder: string): Promise<Map<string, string>> {
  const content = await copyEdition(name, folder);
  const cells = new Map<string, string>();
  for (const tool of TOOLS) {
    const command = tool.command();
    if (!command) {
      console.log(`${tool.name} is left out: it is not on this machine.`);
      continue;
    }
    const site = join(folder, tool.name);
    writeSite(site, tool, join(content, 'articles'));
    const cold = await measured(command, site);
    cells.set(`${tool.name}, cold`, show(cold));
    cells.set(`${tool.name}, peak MB`, String(Math.round(cold.peak)));
    cells.set(`${tool.name}, files`, String(countFiles(join(site, 'out'))));
    const [edit] = await changesOf(dirname(join(site, tool.articles)));
    edit?.[1]();
    // What took too long once will again.
    cells.set(`${tool.name}, one article edited`, show(cold.ended ? await measured(command, site) : cold));
  }
  return cells;
}

function writeSite(folder: string, { site, articles }: Tool, from: string): void {
  cpSync(from, join(folder, articles), { recursive: true });
  for (const [file, text] of Object.entries(site)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  if (articles === 'articles') return;
  // For Hugo a folder is a list if it says so itself.
  const folders = readdirSync(join(folder, articles), { recursive: true, withFileTypes: true });
  for (const entry of folders.filter((it) => it.isDirectory())) {
    writeFileSync(join(entry.parentPath, entry.name, '_index.md'), `---\ntitle: "${entry.name}"\n---\n`);
  }
}

interface Measured extends Cost {
  peak: number;
  /** Whether it came to its end before the limit. */
  ended: boolean;
}

async function measured([program, ...words]: [string, ...string[]], cwd: string): Promise<Measured> {
  const yard = await yardstick();
  const before = childSeconds();
  const child = spawn(program, words, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let [peak, ended, complaint] = [0, true, ''];
  child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
  const watch = setInterval(() => {
    peak = Math.max(peak, ...childrenPeaks());
    if (childSeconds() - before < LIMIT) return;
    ended = false;
    child.kill('SIGKILL');
  }, 100);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (ended && code !== 0) throw new Error(`${program} failed: ${complaint.slice(0, 2000)}`);
  const seconds = childSeconds() - before;
  return { seconds, times: seconds / yard, peak, ended };
}

function show({ ended, ...cost }: Measured): string {
  return ended ? showCost(cost) : `> ${LIMIT}`;
}

function countFiles(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}

function findEleventy(): [string, ...string[]] {
  const folder = join(CACHE, 'bench-eleventy');
  const script = join(folder, 'node_modules/@11ty/eleventy/cmd.cjs');
  if (!existsSync(script)) execFileSync('npm', ['install', '--no-save', '--prefix', folder, ELEVENTY]);
  return [process.execPath, script, '--quiet', '--output=out'];
}

function findHugo(): [string, ...string[]] | undefined {
  try {
    execFileSync('hugo', ['version']);
    return ['hugo', '--quiet', '--destination', 'out'];
  } catch {
    return undefined;
  }
}

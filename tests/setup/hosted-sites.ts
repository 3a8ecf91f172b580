import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from './dist.ts';
import { FIXTURE_BASE } from './fixture.ts';
import { Desk } from './scratch.ts';

/** Old addresses with every kind of sign that front matter takes. */
const ODD = ['100%/', 'a"b/', "it's/", '$host/', '{path}/', 'a;b/', 'a*b/', ':splat/', 'a+b&c=d/'];

/** The fixture edition below a path, without compressed copies, and one at the root of its host with them; each with some old addresses. */
export const SITES = [
  {
    ...{ site: `below ${FIXTURE_BASE}`, base: FIXTURE_BASE, isPrecompressed: false },
    moved: { from: ['old/weather.html', 'alte-straße/wetter/'], to: 'articles/2024/09/aliases/' },
  },
  {
    ...{ site: 'at the root of a host', base: '/', isPrecompressed: true },
    moved: { from: ODD, to: 'articles/2025/07/odd/' },
  },
];

/** Makes the sites in a folder, from the built fixture edition; gives where they are, by the path below which they stand. */
export async function makeSites(folder: string, fixtureDist: string): Promise<Record<string, string>> {
  const below = join(folder, 'below');
  cpSync(fixtureDist, below, { recursive: true });
  // A kind of file that a publisher may bring along, and Tearsheet does not.
  writeFileSync(join(below, 'worker.js'), 'self.skipWaiting();\n');
  const desk = new Desk('fixture', join(folder, 'root'));
  const settings = 'name: The Root\nurl: https://paper.example/\nprecompressed: true\n';
  writeFileSync(join(desk.content, 'site.yaml'), settings);
  const aliases = JSON.stringify(ODD.map((path) => `/${path}`));
  desk.write('2025/07/odd.md', `---\ntitle: Moved often\npublished: 2025-07-01\naliases: ${aliases}\n---\nText.\n`);
  await desk.build();
  return { [FIXTURE_BASE]: below, '/': desk.dist };
}

/** What servers say of files, by their endings. */
export const TYPES: Record<string, RegExp> = {
  html: /^text\/html; ?charset=utf-8$/iu,
  md: /^text\/markdown; ?charset=utf-8$/iu,
  txt: /^text\/plain; ?charset=utf-8$/iu,
  js: /^(?:text|application)\/javascript(?:; ?charset=utf-8)?$/iu,
  json: /^application\/json(?:; ?charset=utf-8)?$/iu,
  xml: /^(?:text|application)\/xml(?:; ?charset=utf-8)?$/iu,
  svg: /^image\/svg\+xml(?:; ?charset=utf-8)?$/iu,
  avif: /^image\/avif$/u,
  webp: /^image\/webp$/u,
  jpg: /^image\/jpeg$/u,
  png: /^image\/png$/u,
};

/** Whether a page only leads elsewhere, which a server that is told does without it. */
export function leads(dist: string, file: string): boolean {
  return file.endsWith('.html') && readText(dist, file).includes('http-equiv="refresh"');
}

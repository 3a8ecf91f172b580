import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { listFiles } from '../dist.ts';
import type { HostileEdition } from './edition.ts';
import { installJudge } from './in-page.ts';
import type { Finding } from './judge.ts';
import { RULES } from './page-rules.ts';

const SITE = 'https://paper.example/';
const jsonFeed = z.object({
  items: z.array(z.object({ url: z.string(), title: z.string(), content_html: z.string().optional() })),
});
type Items = z.output<typeof jsonFeed>['items'];

/** What is wrong with the feeds and site maps of an edition, as a browser reads them. Their HTML is judged as a page's. */
export async function judgeOutputs(
  browser: Browser,
  origin: string,
  edition: HostileEdition,
  chosen: (files: string[]) => string[],
): Promise<Finding[]> {
  const titles = new Map(edition.articles.map(({ path, front }) => [SITE + path, front.title]));
  const files = chosen(listFiles(edition.dist).filter((file) => /^(?!search\/).*\.(?:xml|json)$/u.test(file)));
  if (files.length === 0) return [];
  const findings: Finding[] = [];
  const page = await browser.newPage();
  try {
    await page.addInitScript(installJudge, RULES);
    await page.route('**/judge', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await page.goto(`${origin}/judge`);
    for (const path of files) {
      const text = readFileSync(join(edition.dist, path), 'utf8');
      const { wrong, items } = path.endsWith('.json') ? readJson(text) : await page.evaluate(readXml, text);
      for (const what of wrong) findings.push({ path, what });
      for (const { url, title } of items) {
        const expected = titles.get(url);
        if (expected !== undefined && expected !== title)
          findings.push({ path, what: `feed title of ${url}: ${title}` });
      }
      const html = items.flatMap((item) => item.content_html ?? []);
      const strangers = await page.evaluate((all) => all.flatMap((one) => hostileJudge.strangersIn(one)), html);
      for (const what of strangers) findings.push({ path, what: `feed ${what}` });
    }
  } finally {
    await page.close();
  }
  return findings;
}

function readJson(text: string): { wrong: string[]; items: Items } {
  try {
    return { wrong: [], items: jsonFeed.parse(JSON.parse(text)).items };
  } catch (error) {
    return { wrong: [`feed is no JSON feed ${String(error).slice(0, 80)}`], items: [] };
  }
}

/** Runs in the browser. */
function readXml(text: string): { wrong: string[]; items: Items } {
  const xml = new DOMParser().parseFromString(text, 'application/xml');
  const error = xml.querySelector('parsererror');
  const places = [...xml.querySelectorAll('loc')].map(({ textContent }) => textContent);
  const wrong = places.filter((place) => !URL.canParse(place)).map((place) => `site map ${place}`);
  const textOf = (entry: Element, name: string): string => entry.querySelector(`:scope > ${name}`)?.textContent ?? '';
  const items = [...xml.querySelectorAll('entry')].map((entry) => ({
    url: entry.querySelector(':scope > link[rel=alternate]')?.getAttribute('href') ?? '',
    title: textOf(entry, 'title').trim(),
    content_html: textOf(entry, 'content[type=html]'),
  }));
  return { wrong: error ? [`XML ${error.textContent.slice(0, 80)}`] : wrong, items };
}

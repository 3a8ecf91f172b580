import type { Browser } from 'playwright-core';
import type { HostileEdition } from './edition.ts';
import type { Finding } from './judge.ts';
import { OLD } from './ways.ts';

/** What a page that only leads elsewhere is made of, by elements, their attributes and texts. */
const SHAPE = [
  'html dir,lang',
  'head',
  'meta charset',
  'meta content,http-equiv',
  'title',
  'meta content,http-equiv',
  'meta content,name',
  'link href,rel',
  'link href,rel,type',
  'body',
  'p',
  'a dir,href',
].join('\n');

/** What is wrong with pages at old addresses: each must lead to the article that names it, and do nothing else. */
export async function judgeRedirects(
  browser: Browser,
  origin: string,
  { articles }: HostileEdition,
  paths: readonly string[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  // An empty page reads what is in a page: the pages themselves let no script read HTML.
  const [desk, page] = [await browser.newPage(), await browser.newPage()];
  let path = '';
  const say = (what: string): void => void findings.push({ path, what: what.slice(0, 200) });
  page.on('dialog', (dialog) => {
    say(`dialog ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) say(`outside request ${request.url()}`);
  });
  try {
    for (path of paths) {
      const article = articles.find((candidate) => path.includes(`/${candidate.path.split('/').at(-2) ?? ''}/`));
      const response = await fetch(`${origin}/${path}`);
      const html = await response.text();
      const { shape, link } = await desk.evaluate(readRedirect, html);
      if (shape !== SHAPE) say(`shape of redirect: ${shape}`);
      if (link !== article?.front.title) say(`text of redirect: ${link}`);
      await page.goto(`${origin}/${path}`);
      await page.waitForURL((url) => !url.pathname.startsWith(`/${OLD}`));
      if (page.url() !== `${origin}/${article?.path ?? ''}`) say(`redirect leads to ${page.url()}`);
    }
  } finally {
    await Promise.all([desk.close(), page.close()]);
  }
  return findings;
}

/** Runs in the browser. */
function readRedirect(html: string): { shape: string; link: string } {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const shape = [...parsed.querySelectorAll('*')].map((element) =>
    [element.localName, element.getAttributeNames().sort().join()].join(' ').trim(),
  );
  return { shape: shape.join('\n'), link: parsed.querySelector('a')?.textContent ?? '' };
}

import type { Browser, Page } from 'playwright-core';
import type { HostileArticle, HostileEdition } from './edition.ts';
import type { Finding } from './judge.ts';

/** How many results are looked at, ten at a time, and how many attacks are typed. */
const MOST = { shown: 20, typed: 12 };

/** What results are made of: each element with the attributes that it may have. */
const ALLOWED = {
  ...{ li: [], article: ['class', 'dir', 'lang'], h2: ['class'], a: ['href'], p: ['class', 'dir', 'lang'] },
  ...{ mark: [], span: [], time: ['datetime'] },
};

/** What is wrong with the page that searches: it lists attacked articles as texts, and what is asked stays a text. */
export async function judgeSearch(browser: Browser, origin: string, edition: HostileEdition): Promise<Finding[]> {
  const findings: Finding[] = [];
  const page = await browser.newPage();
  const say = (what: string): void => void findings.push({ path: page.url(), what: what.slice(0, 200) });
  page.on('dialog', (dialog) => {
    say(`dialog ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  page.on('console', (message) => say(`console ${message.text()}`));
  page.on('pageerror', ({ message }) => say(`error ${message}`));
  page.on('popup', () => say('window opened'));
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const isOwn = request.url().startsWith(`${origin}/`) && /^\/(?:search|_scripts)\/|^\/favicon/u.test(pathname);
    if (!isOwn) say(`request ${request.url()}`);
  });
  try {
    await list(page, origin, edition, say);
    const every = Math.ceil(edition.articles.length / MOST.typed);
    for (const { vector } of edition.articles.filter((_, index) => index % every === 0)) {
      for (const name of ['q', 'tag', 'sort'])
        await ask(page, `${origin}/search/?${new URLSearchParams({ q: 'the', [name]: vector.payload })}`);
      for (const what of await page.evaluate(strangersIn, ALLOWED)) say(what);
    }
  } finally {
    await page.close();
  }
  return findings;
}

/** Lists the articles and reads what the list says of them. */
async function list(
  page: Page,
  origin: string,
  { articles }: HostileEdition,
  say: (what: string) => void,
): Promise<void> {
  const known = new Map(articles.map((article): [string, HostileArticle] => [`/${article.path}`, article]));
  await ask(page, `${origin}/search/?language=en`);
  const more = page.getByRole('button', { name: 'More results' });
  for (let shown = 1; shown < MOST.shown && (await more.isVisible()); shown += 1) {
    const before = await page.locator('.search li').count();
    await more.click();
    await page.locator(`.search li:nth-child(${before + 1})`).waitFor();
  }
  for (const what of await page.evaluate(strangersIn, ALLOWED)) say(what);
  const links = await page
    .locator('.search li h2 a')
    .evaluateAll((all) => all.map((link) => [link.getAttribute('href') ?? '', link.textContent] as const));
  if (links.length === 0) say('no article is listed');
  for (const [href, headline] of links) {
    const article = known.get(href);
    if (!article) say(`link to ${href}`);
    else if (headline !== article.front.title) say(`headline in results ${headline}`);
  }
}

async function ask(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page
    .getByRole('status')
    .filter({ hasText: /found|searched/u })
    .waitFor();
}

/** Runs in the browser: what a list of results or a choice holds that it should not. */
function strangersIn(allowed: Record<string, string[]>): string[] {
  const choices = [...document.querySelectorAll('.search option > *')].map(({ localName }) => `element ${localName}`);
  const results = [...document.querySelectorAll('.search ol *')].flatMap((element) => {
    const attributes = allowed[element.localName];
    if (!attributes) return [`element ${element.localName}`];
    return element
      .getAttributeNames()
      .filter((name) => !attributes.includes(name))
      .map((name) => `attribute ${element.localName} ${name}`);
  });
  return [...choices, ...results];
}

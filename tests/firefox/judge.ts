import type { Server } from 'node:http';
import type { Browser, Page } from 'puppeteer-core';
import { isOwnFont, listen, originOf } from '../setup/firefox.ts';
import { installJudge } from '../setup/hostile/in-page.ts';
import { NO_FACTS, type PageFacts, pageFacts, RULES } from '../setup/hostile/page-rules.ts';

/** How many pages are open side by side. */
const TABS = 3;

/** The most that a page may keep the judge waiting, in milliseconds; only one that an attack holds up does. */
const PATIENCE = 20_000;

/**
 * Opens pages of a server in Firefox and calls `look` with what was found on each by the judge that runs in the page, and
 * with what the browser noticed. What cannot be judged any more is a finding, too.
 */
export async function judgeInFirefox(
  browser: Browser,
  server: Server,
  paths: readonly string[],
  look: (path: string, facts: PageFacts) => void,
  { provoke = false }: { provoke?: boolean } = {},
): Promise<void> {
  const origin = originOf(server);
  const queue = paths.values();
  const work = async (): Promise<void> => {
    let tab = await Tab.open(browser, origin);
    for (const path of queue) {
      const { read, isSpent } = await tab.read(path, provoke);
      look(path, read);
      // It stays behind until the browser is closed: Firefox opens no tab surely while it closes another.
      if (isSpent) tab = await Tab.open(browser, origin);
    }
  };
  await Promise.all(Array.from({ length: Math.min(TABS, paths.length) }, work));
}

class Tab {
  readonly #page: Page;
  readonly #origin: string;
  #address = '';
  #noise: string[] = [];

  private constructor(page: Page, origin: string) {
    [this.#page, this.#origin] = [page, origin];
    const say = (what: string): void => void this.#noise.push(what.slice(0, 120));
    listen(page, origin, say);
    page.on('request', (request) => {
      const url = request.url();
      const isOwn = url === this.#address || url === `${origin}/favicon.svg` || url.startsWith(`${origin}/articles/`);
      if (!isOwn && !isOwnFont(url)) say(`request ${url}`);
    });
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame() || frame.url().split('#')[0] !== this.#address) say(`navigated ${frame.url()}`);
    });
  }

  static async open(browser: Browser, origin: string): Promise<Tab> {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.evaluateOnNewDocument(installJudge, RULES);
    return new Tab(page, origin);
  }

  /** A tab that an attack has led away or stopped is spent. */
  async read(path: string, provoke: boolean): Promise<{ read: PageFacts; isSpent: boolean }> {
    this.#noise = [];
    this.#address = `${this.#origin}/${path}`;
    let read = NO_FACTS;
    try {
      await this.#page.goto(this.#address);
      read = pageFacts.parse(await withPatience(this.#page.evaluate((all) => hostileJudge.judge(all), provoke)));
    } catch (error) {
      this.#noise.push(`stopped ${String(error).slice(0, 80)}`);
    }
    return { read: { ...read, findings: [...this.#noise, ...read.findings] }, isSpent: this.#noise.length > 0 };
  }
}

/** Nothing of a page that has stopped answering tells so itself. */
async function withPatience<Result>(promise: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the page does not answer')), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

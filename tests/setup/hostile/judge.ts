import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { installJudge } from './in-page.ts';
import { NO_FACTS, type PageFacts, pageFacts, RULES } from './page-rules.ts';

/** What is wrong with a page: nothing may be. */
export interface Finding {
  path: string;
  /** Its first words tell its kind. */
  what: string;
}

export interface JudgeOptions {
  /** Whether a page's policy is left out of account: what is shown must be harmless without it. */
  withoutPolicy?: boolean;
  /** Whether all events that an attack may wait for are sent to it. */
  provoke?: boolean;
  tabs?: number;
}

/**
 * Opens pages of one origin in tabs side by side and calls `look` with what was found on each: what a page
 * did, tried or asked for by itself, and what it is made of.
 */
export async function readPagesIn(
  browser: Browser,
  origin: string,
  paths: readonly string[],
  look: (path: string, facts: PageFacts) => void,
  { withoutPolicy = false, provoke = false, tabs = 4 }: JudgeOptions = {},
): Promise<void> {
  const context = await browser.newContext({ bypassCSP: withoutPolicy, reducedMotion: 'reduce', viewport: SMALL });
  try {
    await context.addInitScript(installJudge, RULES);
    const queue = paths.values();
    const work = async (): Promise<void> => {
      let tab = await Tab.open(context, origin);
      for (const path of queue) {
        const { facts: read, isSpent } = await tab.read(path, provoke);
        look(path, read);
        if (!isSpent) continue;
        tab.close();
        tab = await Tab.open(context, origin);
      }
      tab.close();
    };
    await Promise.all(Array.from({ length: Math.min(tabs, paths.length) }, work));
  } finally {
    await context.close();
  }
}

/** What is painted is not what is judged. */
const SMALL = { width: 320, height: 240 };

/** How long a page may keep the judge waiting; only one that an attack holds up does. */
const PATIENCE = 20_000;

class Tab {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #origin: string;
  #address = '';
  #noise: string[] = [];

  private constructor(page: Page, session: CDPSession, origin: string) {
    [this.#page, this.#session, this.#origin] = [page, session, origin];
    const say = (what: string): void => void this.#noise.push(what);
    page.on('console', (message) => say(`console ${message.text().slice(0, 80)}`));
    page.on('pageerror', ({ message }) => say(`error ${message.slice(0, 80)}`));
    page.on('popup', (popup) => {
      say('window opened');
      void popup.close();
    });
    page.on('dialog', (dialog) => {
      say(`dialog ${dialog.message().slice(0, 80)}`);
      dialog.dismiss().catch(() => undefined);
    });
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) say(`frame ${frame.url().slice(0, 80)}`);
      else if (frame.url().split('#')[0] !== this.#address) say(`navigated ${frame.url().slice(0, 80)}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (url === `${origin}/favicon.svg`) return;
      if (url === this.#address && request.isNavigationRequest()) return;
      if (!url.startsWith(`${origin}/`)) say(`outside request ${url.slice(0, 80)}`);
      else if (request.resourceType() !== 'image' || !url.startsWith(`${origin}/articles/`))
        say(`request ${request.resourceType()} ${url.slice(0, 80)}`);
    });
  }

  static async open(context: BrowserContext, origin: string): Promise<Tab> {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    return new Tab(page, await context.newCDPSession(page), origin);
  }

  /** A page that has stopped answering may never be closed: nobody waits for it, and its context ends it. */
  close(): void {
    this.#page.close().catch(() => undefined);
  }

  /** A tab that an attack has led away or stopped is spent. */
  async read(path: string, provoke: boolean): Promise<{ facts: PageFacts; isSpent: boolean }> {
    this.#noise = [];
    this.#address = `${this.#origin}/${path}`;
    try {
      await this.#page.goto(this.#address);
      const read = await withPatience(this.#judge(provoke));
      return { facts: { ...read, findings: [...this.#noise, ...read.findings] }, isSpent: this.#noise.length > 0 };
    } catch (error) {
      const why = `stopped ${(error instanceof Error ? error.message : String(error)).slice(0, 80)}`;
      return { facts: { ...NO_FACTS, findings: [...this.#noise, why] }, isSpent: true };
    }
  }

  // By the protocol itself: the library's own way calls eval in the page, which the judge listens for.
  async #judge(provoke: boolean): Promise<PageFacts> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression: `hostileJudge.judge(${String(provoke)})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return pageFacts.parse(result.value);
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

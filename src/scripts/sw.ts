import { answerPage, answerPicture, answerScript, type FetchEvent } from './offline/answer.ts';
import { keptOf } from './offline/kept.ts';
import { Library } from './offline/library.ts';
import { type Message, toMessage } from './offline/message.ts';
import { treatmentOf, variantStem } from './offline/treatment.ts';

/** What the worker knows of its site, all links with the base path; set where it is bundled. */
declare const SITE: {
  base: string;
  /** The folder of the scripts, and the scripts in it. */
  scripts: string;
  files: string[];
  /** What can always be read, and first among it the page that says that there is no network. */
  shell: [offline: string, ...others: string[]];
  favicon: string;
};

// The scope of a service worker (Service Workers, section 4.1), of which TypeScript knows only together with another one.
declare const registration: { installing: object | null; waiting: object | null };
declare function skipWaiting(): Promise<void>;
declare function addEventListener(type: 'install', listener: (event: LifeEvent) => void): void;
declare function addEventListener(type: 'message', listener: (event: LifeEvent & MessageEvent<unknown>) => void): void;
declare function addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;

interface LifeEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

/** Milliseconds after which the front and its like are fetched again, so that offline they are of this day or the last. */
const DAY = 86_400_000;

/** Milliseconds for a page that is to be kept: other wishes wait for it. */
const IN_TIME = 20_000;

const site = { ...SITE, origin: location.origin };
const library = new Library(site, Date.now);
const [offline, ...others] = SITE.shell;

/** Whether this worker has deleted what earlier ones left. */
let isTidy = false;

/** What is kept changes by one wish after the other: two tabs may have some at once. */
let queue: Promise<unknown> = Promise.resolve();

function inTurn(work: () => Promise<unknown>): Promise<unknown> {
  queue = queue.then(work, work);
  return queue;
}

/** Fetches what can always be read. Without the page that says what is wrong, and its scripts, nothing can. */
async function fetchShell(): Promise<void> {
  const put = async (path: string): Promise<boolean> =>
    library.put('shell', path, await fetch(path, { cache: 'no-cache' }));
  await library.putScripts(SITE.files.map((file) => SITE.scripts + file));
  if (!(await put(offline))) throw new Error(`${offline} is no page.`);
  await Promise.allSettled([...others.map(put), library.putPicture('shell', SITE.favicon)]);
}

async function renewShell(): Promise<void> {
  const found = await library.find(offline);
  const at = (found && keptOf(found.response)?.at) ?? 0;
  if (Date.now() - at > DAY) await fetchShell();
}

async function keep(place: 'read' | 'saved', path: string, loaded: readonly string[]): Promise<void> {
  const found = await library.find(path);
  // The shell is renewed by its own rule, and what is kept whenever it is opened.
  if (found && (found.place !== 'read' || place === 'read')) return;
  const response = await fetch(path, { signal: AbortSignal.timeout(IN_TIME) }).catch(() => undefined);
  const isKept = response !== undefined && (await library.put(place, path, response, loaded));
  if (place === 'read') return;
  if (isKept) await library.drop('read', path);
  else await library.save(path);
}

async function fulfil(message: Message): Promise<void> {
  if (message.wish === 'forget') {
    for (const path of message.pages) {
      await library.drop('saved', path);
      await library.drop('read', path);
    }
    return;
  }
  for (const path of message.pages) await keep(message.place, path, message.loaded);
  await renewShell();
  // Not when it takes over, since pages would wait for it, nor while the next worker fetches what this one does not know.
  if (isTidy || registration.installing || registration.waiting) return;
  await library.tidy();
  isTidy = true;
}

addEventListener('install', (event) => {
  event.waitUntil(fetchShell());
  // It may take over pages of an earlier build at once: it knows none of them by heart, and their scripts stay with them.
  void skipWaiting();
});

addEventListener('message', (event) => {
  const message = toMessage(event.data, site);
  if (!message) return;
  const work = inTurn(() => fulfil(message)).catch(() => {});
  event.waitUntil(work.then(() => event.ports[0]?.postMessage('done')));
});

// Pages are not asked for ahead of the worker (Navigation Preload): Firefox then shows none without a network.
addEventListener('fetch', (event) => {
  const { url, method, mode, destination, headers } = event.request;
  const treatment = treatmentOf({ url, method, mode, destination, isPart: headers.has('range') }, site);
  if (treatment === 'page') event.respondWith(answerPage(event, library, offline));
  if (treatment === 'script') event.respondWith(answerScript(event, library));
  if (treatment === 'picture') {
    const isNamed = variantStem(new URL(url).pathname) !== undefined;
    event.respondWith(answerPicture(event, library, isNamed));
  }
});

import type { Message } from './offline/message.ts';
import { cacheName, isCacheOf } from './offline/names.ts';

/** The start of the site's links, and whether its pages can be read without a network; set where it is bundled. */
declare const BASE: string;
declare const OFFLINE: boolean;

/** Trusted Types (section 4.1), of which TypeScript knows nothing: what is made is taken where a text is expected. */
declare const trustedTypes: { createPolicy: (name: string, rules: Maker) => Maker } | undefined;

interface Maker {
  createScriptURL: (address: string) => string;
}

/** The worker, below the folder of the scripts. */
const WORKER = `${BASE}sw.js`;

/** Keeps the page that is being read, and what can always be read, for when there is no network. Never fails. */
export default function start(): void {
  const loaded = [...document.images]
    .filter(({ complete, naturalWidth }) => complete && naturalWidth > 0)
    .map(({ currentSrc }) => new URL(currentSrc).pathname);
  void send({ wish: 'keep', place: 'read', pages: [location.pathname], loaded }, register);
}

/**
 * Keeps pages that were saved, until they are forgotten. Takes links, with the base path; what is no page of this site
 * is passed over. Comes to its end when they are kept, and never fails: a page that cannot be fetched now is not kept, and
 * may be asked for again at any time, since one that is kept is not fetched.
 */
export async function keep(paths: string[]): Promise<void> {
  await send({ wish: 'keep', place: 'saved', pages: paths, loaded: [] }, register);
}

/** Forgets pages, saved or only read. Takes links, with the base path; never fails. */
export async function forget(paths: string[]): Promise<void> {
  await send({ wish: 'forget', pages: paths }, registered);
}

/** Forgets the pages that were only read; what was saved stays, and the worker for its sake. Never fails. */
export async function forgetRead(): Promise<void> {
  await deleteCaches((name) => name === cacheName(BASE, 'read'));
}

/** Forgets all that is kept, and the worker that keeps it; the next page that is read or saved begins anew. Never fails. */
export async function forgetAll(): Promise<void> {
  try {
    await (await registered())?.unregister();
  } catch {
    // See below.
  }
  await deleteCaches((name) => isCacheOf(BASE, name));
}

async function deleteCaches(isMeant: (name: string) => boolean): Promise<void> {
  try {
    const names = (await caches.keys()).filter(isMeant);
    await Promise.all(names.map((name) => caches.delete(name)));
  } catch {
    // Where nothing may be kept, there is nothing to be forgotten.
  }
}

/** Sends the worker a message and waits until it has done what it could. */
async function send(message: Message, find: () => Promise<ServiceWorkerRegistration | undefined>): Promise<void> {
  if (!OFFLINE) return;
  try {
    const registration = await find();
    if (!registration) return;
    const worker = await activeOf(registration);
    const { port1, port2 } = new MessageChannel();
    const done = new Promise((resolve) => (port1.onmessage = resolve));
    worker.postMessage(message, [port2]);
    await done;
    port1.close();
  } catch {
    // Browsers refuse workers to private windows and to sites without TLS: these are read with a network.
  }
}

function register(): Promise<ServiceWorkerRegistration> {
  const address =
    typeof trustedTypes === 'undefined' ? WORKER : (policy ??= trustedPolicy(trustedTypes)).createScriptURL(WORKER);
  return navigator.serviceWorker.register(address, { scope: BASE });
}

/** The worker of this site alone, and not that of another one above it on the same host. */
async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(BASE);
  return registration?.scope === new URL(BASE, location.origin).href ? registration : undefined;
}

/** The worker as soon as it works. Throws if it gives up. */
function activeOf({ active, waiting, installing }: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const worker = active ?? waiting ?? installing;
  return new Promise((resolve, reject) => {
    if (!worker) {
      reject(new Error('There is no worker.'));
      return;
    }
    const look = (): void => {
      if (worker.state === 'activated' || worker.state === 'activating') resolve(worker);
      if (worker.state === 'redundant') reject(new Error('The worker could not begin.'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** The site's one policy may be made once. */
let policy: Maker | undefined;

/** A policy that trusts one address: that of the worker. */
function trustedPolicy(types: NonNullable<typeof trustedTypes>): Maker {
  return types.createPolicy('tearsheet', {
    createScriptURL: (address) => {
      if (address === WORKER) return address;
      throw new TypeError(`${address} is no script of this site.`);
    },
  });
}

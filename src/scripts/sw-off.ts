import { isCacheOf } from './offline/names.ts';

/** The start of the site's links; set where it is bundled. */
declare const BASE: string;

// See sw.ts.
declare const registration: { unregister: () => Promise<boolean> };
declare function skipWaiting(): Promise<void>;
declare function addEventListener(type: string, listener: (event: LifeEvent) => void): void;

interface LifeEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

/**
 * The worker of a site that has switched reading without a network off: the browsers of earlier readers find it in the
 * place of the old one, and it takes away what that has kept, and itself. It answers nothing, so pages go on by the
 * network, and none is loaded again for its sake.
 */
async function leave(): Promise<void> {
  const names = (await caches.keys()).filter((name) => isCacheOf(BASE, name));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
}

addEventListener('install', () => void skipWaiting());
addEventListener('activate', (event) => event.waitUntil(leave()));

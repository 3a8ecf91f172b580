import { excess, ROOM_FOR_READ, ROOM_FOR_SAVED } from './excess.ts';
import { isKeepable, type Kept, keptOf, toKeptResponse } from './kept.ts';
import { cacheName, isCacheOf, type Place } from './names.ts';
import { pageFacts, picturesOf } from './page-facts.ts';
import { scriptsRoot, variantStem, type WorkerSite } from './treatment.ts';

/** Where pages stand, in the order in which they are looked for. */
const PLACES = ['saved', 'read', 'shell'] as const;
type PagePlace = (typeof PLACES)[number];

/** A page that was found. */
export interface Found {
  place: PagePlace;
  response: Response;
}

// Paths alone tell what is meant: what else a request says, a static site does not hear.
const ANY: CacheQueryOptions = { ignoreSearch: true, ignoreVary: true };

/** What a worker keeps of its site, in the browser's caches. */
export class Library {
  readonly #site: WorkerSite;
  readonly #now: () => number;

  constructor(site: WorkerSite, now: () => number) {
    [this.#site, this.#now] = [site, now];
  }

  /** A kept page. */
  async find(path: string): Promise<Found | undefined> {
    for (const place of PLACES) {
      const response = await (await this.#open(place)).match(path, ANY);
      if (response) return { place, response };
    }
    return undefined;
  }

  /** A kept picture; if only another width of it was kept, that one. */
  async findPicture(path: string, exactly: boolean): Promise<Response | undefined> {
    const stem = exactly ? undefined : variantStem(path);
    for (const place of PLACES) {
      const cache = await this.#open(place);
      const response = await cache.match(path, ANY);
      if (response) return response;
      const other = stem && (await cache.keys()).find(({ url }) => url.includes(stem));
      if (other) return cache.match(other, ANY);
    }
    return undefined;
  }

  /** A kept script, of whatever build. */
  async findScript(path: string): Promise<Response | undefined> {
    return (await this.#open('scripts')).match(path, ANY);
  }

  /** Keeps a page that came from the network, with its pictures. Whether it was kept: only whole pages of this site are. */
  async put(place: PagePlace, path: string, response: Response, loaded: readonly string[] = []): Promise<boolean> {
    if (!isKeepable(response, 'page')) return false;
    const html = await response.text();
    const facts = pageFacts(html, scriptsRoot(this.#site));
    if (!facts) return false;
    const cache = await this.#open(place);
    const there = new Set([...loaded, ...(await cache.keys()).map(({ url }) => new URL(url).pathname)]);
    const pictures = place === 'shell' ? [] : picturesOf(html, (address) => there.has(address));
    const kept: Kept = { path, at: this.#now(), bytes: html.length, page: { ...facts, pictures } };
    await cache.put(path, toKeptResponse(html, response.headers, kept));
    await Promise.allSettled(pictures.map((picture) => this.putPicture(place, picture)));
    if (place !== 'shell') await this.#makeRoom(place);
    return true;
  }

  /** Keeps a picture, unless it is kept. */
  async putPicture(place: PagePlace, path: string): Promise<void> {
    const cache = await this.#open(place);
    if (await cache.match(path, ANY)) return;
    const response = await fetch(path);
    if (!isKeepable(response, 'picture')) return;
    const body = await response.arrayBuffer();
    await cache.put(path, toKeptResponse(body, response.headers, { path, at: this.#now(), bytes: body.byteLength }));
  }

  /** Keeps the scripts that are not kept yet. Throws if one of them cannot be had. */
  async putScripts(paths: readonly string[]): Promise<void> {
    const cache = await this.#open('scripts');
    const put = async (path: string): Promise<void> => {
      if (await cache.match(path, ANY)) return;
      const response = await fetch(path);
      if (!isKeepable(response, 'script')) throw new Error(`${path} is no script.`);
      const text = await response.text();
      await cache.put(path, toKeptResponse(text, response.headers, { path, at: this.#now(), bytes: text.length }));
    };
    await Promise.all(paths.map(put));
  }

  /** Takes a page out, and the pictures that no other page there shows. */
  async drop(place: 'read' | 'saved', path: string): Promise<void> {
    if (await (await this.#open(place)).delete(path, ANY)) await this.#makeRoom(place);
  }

  /** Puts a page among the saved ones as it was read, for a reader who saves it where there is no network. */
  async save(path: string): Promise<void> {
    const [read, saved] = [await this.#open('read'), await this.#open('saved')];
    const page = await read.match(path, ANY);
    if (!page) return;
    for (const picture of keptOf(page)?.page?.pictures ?? []) {
      const response = await read.match(picture, ANY);
      if (response) await saved.put(picture, response);
    }
    await saved.put(path, page);
    await this.drop('read', path);
  }

  /** Deletes what earlier workers of this site have left: caches of another format, scripts that no kept page loads. */
  async tidy(): Promise<void> {
    const { base, scripts } = this.#site;
    const ours = new Set([...PLACES, 'scripts' as const].map((place) => cacheName(base, place)));
    const names = (await caches.keys()).filter((name) => isCacheOf(base, name) && !ours.has(name));
    await Promise.all(names.map((name) => caches.delete(name)));
    const held = (await Promise.all(PLACES.map((place) => this.#held(place)))).flat();
    const folders = new Set([scripts, ...held.flatMap(({ page }) => page?.scripts ?? [])]);
    const cache = await this.#open('scripts');
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (!folders.has(pathname.slice(0, pathname.lastIndexOf('/') + 1))) await cache.delete(request);
    }
  }

  async #makeRoom(place: 'read' | 'saved'): Promise<void> {
    const cache = await this.#open(place);
    const room = place === 'saved' ? ROOM_FOR_SAVED : ROOM_FOR_READ;
    for (const path of excess(await this.#held(place), room)) await cache.delete(path, ANY);
  }

  async #held(place: PagePlace): Promise<Kept[]> {
    const responses = await (await this.#open(place)).matchAll();
    return responses.flatMap((response) => keptOf(response) ?? []);
  }

  #open(place: Place): Promise<Cache> {
    return caches.open(cacheName(this.#site.base, place));
  }
}

import type { Shelf } from '../../../../src/scripts/memory/shelf.ts';

/** The address of the site whose things are kept in tests. */
export const SITE = new URL('https://paper.example/news/');

/** A browser's store in an object, with room for so many characters. */
export class FakeStore {
  readonly kept = new Map<string, string>();
  readonly #room: number;

  constructor(kept: Record<string, string> = {}, room = Infinity) {
    for (const [key, text] of Object.entries(kept)) this.kept.set(key, text);
    this.#room = room;
  }

  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }

  setItem(key: string, text: string): void {
    const others = [...this.kept].filter(([other]) => other !== key).map(([, other]) => other.length);
    if (others.reduce((sum, length) => sum + length, text.length) > this.#room) {
      throw new DOMException('full', 'QuotaExceededError');
    }
    this.kept.set(key, text);
  }

  removeItem(key: string): void {
    this.kept.delete(key);
  }
}

/** What a reader of the site keeps there; as text it is what stands under each key. */
export function shelfWith(kept: Record<string, string> = {}, room?: number): Shelf & { store: FakeStore } {
  return { store: new FakeStore(kept, room), site: SITE };
}

/** The text of a key with some entries. */
export function textOf(...entries: unknown[]): string {
  return JSON.stringify({ version: 1, entries });
}

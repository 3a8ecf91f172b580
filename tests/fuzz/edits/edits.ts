import type { Workshop } from './workshop.ts';

/** What is done to the files of an edition, by name; `pick` says to which of them, `value` says what. */
export type Edits = Record<string, (shop: Workshop, pick: number, value: number) => void | Promise<void>>;

/** The item of a list to which a number leads; nothing where the list is empty. */
export function oneOf<Item>(items: readonly Item[], number: number): Item | undefined {
  return items[number % items.length];
}

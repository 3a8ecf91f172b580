import type * as Offline from '../offline.ts';
import { READ, SAVED } from './articles.ts';
import { changeEntries, type Kind, markForgotten, readEntries, type Shelf } from './shelf.ts';
import { LISTS } from './visits.ts';

/** Has what makes pages readable without a network do something; where that cannot be loaded, nothing is done. */
export function withOffline(use: (offline: typeof Offline) => unknown): void {
  void import('../offline.ts').then(use).catch(() => undefined);
}

/** Forgets what was read and seen, here and for reading without a network, though not what was saved. */
export function forgetReading(shelf: Shelf): void {
  const wasKept = [empty(READ, shelf), empty(LISTS, shelf), markForgotten(shelf)];
  if (!wasKept.includes(true)) return;
  // What was saved must not be fetched anew: there may be no network.
  const hasSaved = readEntries(SAVED, shelf).length > 0;
  withOffline(({ forgetAll, forgetRead }) => (hasSaved ? forgetRead() : forgetAll()));
}

/** Says whether there was anything. */
function empty<Entry extends { path: string }>(kind: Kind<Entry>, shelf: Shelf): boolean {
  return readEntries(kind, shelf).length > 0 && changeEntries(kind, shelf, () => []);
}

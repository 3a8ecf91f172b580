import { toKeptPath, type WorkerSite } from './treatment.ts';

/** What a page asks of the worker. */
export type Message =
  | {
      wish: 'keep';
      /** What was saved stays until it is forgotten. */
      place: 'read' | 'saved';
      /** Links to pages of the site. */
      pages: string[];
      /** Addresses of pictures that the browser has loaded already. */
      loaded: string[];
    }
  | { wish: 'forget'; pages: string[] };

/** Checks what came as a message: a page of another build may send it, or another program on this host. */
export function toMessage(value: unknown, site: Pick<WorkerSite, 'origin' | 'base'>): Message | undefined {
  if (typeof value !== 'object' || value === null || !('wish' in value && 'pages' in value)) return undefined;
  const pages = textsOf(value.pages).flatMap((link) => toKeptPath(link, site) ?? []);
  if (value.wish === 'forget') return { wish: 'forget', pages };
  if (value.wish !== 'keep' || !('place' in value)) return undefined;
  if (value.place !== 'read' && value.place !== 'saved') return undefined;
  const loaded = 'loaded' in value ? textsOf(value.loaded) : [];
  return { wish: 'keep', place: value.place, pages, loaded };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

import type { Stage } from './build.ts';

/** A terminal, or what stands in its place. */
export interface Terminal {
  isTTY?: boolean | undefined;
  write: (text: string) => unknown;
}

/** What tells of a build that takes long. */
export interface Progress {
  /** Takes a stage as it begins and, within it, how many of how many are done. */
  tell: (stage: Stage, done?: number, all?: number) => void;
  /** Takes the line away. */
  end: () => void;
}

const NAMES: Record<Stage, string> = {
  read: 'Reading articles',
  search: 'Indexing for search',
  pages: 'Printing pages',
  publish: 'Putting pages in place',
};

/** Milliseconds: what takes no longer needs no telling, and nobody reads faster. */
const LONG = 1000;
const OFTEN = 100;

/** Takes the line away that the cursor is in (ECMA-48, EL). */
const CLEAR = '\r\u001B[2K';

/** Tells of a build in one line of a terminal, from its second second on; where there is no terminal, nothing. */
export function showProgress(terminal: Terminal, now = (): number => performance.now()): Progress {
  if (terminal.isTTY !== true) return { tell: () => undefined, end: () => undefined };
  const started = now();
  let last = started + LONG - OFTEN;
  let isShown = false;
  const tell: Progress['tell'] = (stage, done, all) => {
    const at = now();
    if (at - last < OFTEN) return;
    [last, isShown] = [at, true];
    const counts = [done, all].filter((count) => count !== undefined).map((count) => count.toLocaleString('en'));
    const seconds = Math.round((at - started) / 1000);
    terminal.write(`${CLEAR}${[NAMES[stage], counts.join(' of ')].join(' ').trim()} (${seconds} s)`);
  };
  return { tell, end: () => isShown && terminal.write(CLEAR) };
}

import type { Stage } from './build.ts';

/** A terminal, or what stands in its place. */
export interface Terminal {
  isTTY?: boolean | undefined;
  /** How many signs a line takes; 0 where it is not known. */
  columns?: number | undefined;
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
  let shown: Stage | undefined;
  const tell: Progress['tell'] = (stage, done, all) => {
    const at = now();
    // A stage that counts nothing is told of once, and right after the last count of the one before.
    const isDue = at - last >= OFTEN || (shown !== undefined && shown !== stage);
    if (!isDue) return;
    [last, shown] = [at, stage];
    const counts = [done, all].filter((count) => count !== undefined).map((count) => count.toLocaleString('en'));
    const seconds = Math.round((at - started) / 1000);
    const parts = [NAMES[stage], counts.join(' of '), `(${seconds} s)`].filter(Boolean);
    terminal.write(CLEAR + fitting(parts, terminal.columns || Infinity));
  };
  return { tell, end: () => shown && terminal.write(CLEAR) };
}

/** As many parts as stand in one line beside the cursor: of a line that goes on in the next, only the end could be taken away. */
function fitting(parts: readonly string[], columns: number): string {
  const line = parts.join(' ');
  if (line.length < columns) return line;
  return parts.length > 1 ? fitting(parts.slice(0, -1), columns) : line.slice(0, columns - 1);
}

import type { Disk } from './write-files.ts';

/** All that a command needs of the world outside, handed in so that tests can stand in for it. */
export interface Shell {
  print: (line: string) => void;
  /** For problems: what was refused and why. */
  warn: (line: string) => void;
  /** Milliseconds since 1970 UTC. */
  now: () => number;
  /** Whether the user has asked to stop; the file under way is then the last. */
  isStopped: () => boolean;
  disk: Disk;
}

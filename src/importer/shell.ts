import type { FoundPicture } from './pictures/take-pictures.ts';
import type { Fetched } from './web/fetch-address.ts';
import type { Disk } from './archive/write-files.ts';

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
  /** The bytes of the standard input. */
  stdin: () => AsyncIterable<Uint8Array>;
  /** Fetches an article's page; never throws. */
  fetch: (url: string) => Promise<Fetched>;
  fetchPicture: (url: string) => Promise<FoundPicture>;
  /** Shows how far a long import is, in place of what was shown before; absent where nobody watches. */
  progress?: ((line: string) => void) | undefined;
}

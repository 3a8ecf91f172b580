import { ContentError } from '../edition/content-error.ts';
import { readerCache } from '../edition/reader-cache.ts';
import { errorText } from '../importer/error-text.ts';
import { toTerminal } from '../news/text.ts';
import { type Command, readArguments, USAGE } from './arguments.ts';
import { runProof, type Voice } from './run-proof.ts';

const WRONG_USAGE = 64;

/** Milliseconds: nobody reads faster. */
const OFTEN = 100;

/** Takes the line away that the cursor is in (ECMA-48, EL). */
const CLEAR = '\r\u001B[2K';

let told = performance.now();

const voice: Voice = {
  print: (line) => process.stdout.write(`${toTerminal(line)}\n`),
  warn: (line) => process.stderr.write(`${toTerminal(line)}\n`),
  onRead: (done, all) => {
    const isLast = done === all;
    if (!process.stderr.isTTY || (!isLast && performance.now() - told < OFTEN)) return;
    told = performance.now();
    process.stderr.write(
      `${CLEAR}${isLast ? '' : `Reading ${done.toLocaleString('en')} of ${all.toLocaleString('en')}`}`,
    );
  },
};

// A reader that has gone away, as in `| head`, is no reason to complain.
process.stdout.on('error', () => undefined);

try {
  process.exitCode = await run(readArguments(process.argv.slice(2)));
} catch (error) {
  const lines = error instanceof ContentError ? error.message.split('\n') : [`Nothing was done: ${errorText(error)}`];
  for (const line of lines) voice.warn(line);
  if (process.argv.includes('--debug')) console.error(error);
  process.exitCode = 1;
}

async function run(command: Command): Promise<number> {
  switch (command.name) {
    case 'help':
      process.stdout.write(`${USAGE}\n`);
      return 0;
    case 'wrong':
      voice.warn(`${command.message}. See npm run proof -- --help`);
      return WRONG_USAGE;
    case 'proof':
      return runProof(command, voice, { now: Date.now(), cache: await readerCache(command.content) });
  }
}

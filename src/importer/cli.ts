import * as disk from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { toTerminal } from '../news/text.ts';
import { type Command, readArguments, wantsDebug } from './arguments.ts';
import { ContentFolderError } from './archive/content-folder.ts';
import { errorText } from './error-text.ts';
import type { Shell } from './shell.ts';
import { USAGE } from './usage.ts';
import { readVersion } from './version.ts';
import { PoliteFetcher } from './web/polite-fetcher.ts';
import { WriteError } from './archive/write-files.ts';

const WRONG_USAGE = 64;

/** Exit codes of a run that a signal ended: 128 and the signal's number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  let stoppedBy: number | undefined;
  for (const [signal, code] of Object.entries(SIGNALS)) {
    // The file under way is finished; a second signal ends the process at once.
    process.once(signal, () => {
      stoppedBy = code;
      // Whoever still waits for more to come waits no longer.
      process.stdin.destroy();
    });
  }
  const shell = makeShell(() => stoppedBy !== undefined);
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: Error) => {
      // A reader that has gone away, as in `| head`, is no reason to stop half-way or to complain.
      if (stoppedBy !== undefined || ('code' in error && error.code === 'EPIPE')) return;
      process.exitCode = stoppedBy = 1;
      shell.warn(`What is done can no longer be said: ${errorText(error)}.`);
    });
  }
  try {
    const code = await run(readArguments(args), shell);
    process.exitCode = stoppedBy ?? code;
  } catch (error) {
    const isKnown = error instanceof ContentFolderError || error instanceof WriteError;
    shell.warn(isKnown ? error.message : `Nothing more was done: ${errorText(error)}`);
    if (wantsDebug(args) && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    process.exitCode = 1;
  }
}

function makeShell(isStopped: () => boolean): Shell {
  const { stdout, stderr } = process;
  const fetcher = new PoliteFetcher({
    version: readVersion(),
    now: Date.now,
    sleep: setTimeout,
    proxy: process.env['HTTPS_PROXY'] ?? process.env['HTTP_PROXY'],
  });
  // What is shown of the progress is wiped away before the next line, and is only for those who watch.
  const isWatched = stderr.isTTY;
  const wipe = isWatched ? '\r\u001b[K' : '';
  return {
    print: (line) => {
      if (isWatched) stderr.write(wipe);
      stdout.write(`${toTerminal(line)}\n`);
    },
    warn: (line) => stderr.write(`${wipe}${toTerminal(line)}\n`),
    now: Date.now,
    isStopped,
    disk,
    stdin: () => process.stdin,
    fetch: (url) => fetcher.fetch(url),
    fetchPicture: (url) => fetcher.fetchPicture(url),
    progress: isWatched ? (line) => stderr.write(`${wipe}${toTerminal(line)}`) : undefined,
  };
}

async function run(command: Command, shell: Shell): Promise<number> {
  switch (command.name) {
    case 'help':
      process.stdout.write(`${USAGE}\n`);
      return 0;
    case 'wrong':
      shell.warn(`${command.message}. See npm run import -- --help`);
      return WRONG_USAGE;
    case 'verify':
      return (await import('./verify-copies.ts')).verifyCopies(command.content, shell);
    case 'import':
      // Loaded only here: the readers of all formats take a second, and help and mistakes need none.
      return (await import('./import-inputs.ts')).importInputs(command.request, shell);
  }
}

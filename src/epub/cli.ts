import { ContentError } from '../edition/content-error.ts';
import { WriteError } from '../importer/archive/write-files.ts';
import { errorText } from '../importer/error-text.ts';
import { toTerminal } from '../news/text.ts';
import { type Command, readArguments, USAGE } from './arguments.ts';
import { runEpub, type Voice } from './run-epub.ts';

const WRONG_USAGE = 64;

const voice: Voice = {
  print: (line) => process.stdout.write(`${toTerminal(line)}\n`),
  warn: (line) => process.stderr.write(`${toTerminal(line)}\n`),
};

// A reader that has gone away, as in `| head`, is no reason to complain.
process.stdout.on('error', () => undefined);

try {
  process.exitCode = await run(readArguments(process.argv.slice(2)));
} catch (error) {
  const isKnown = error instanceof ContentError || error instanceof WriteError;
  const lines = isKnown ? error.message.split('\n') : [`Nothing was done: ${errorText(error)}`];
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
      voice.warn(`${command.message}. See npm run epub -- --help`);
      return WRONG_USAGE;
    case 'write':
      return runEpub(command, voice);
  }
}

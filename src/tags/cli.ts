import { ContentError } from '../edition/content-error.ts';
import { ContentFolderError } from '../importer/archive/content-folder.ts';
import { errorText } from '../importer/error-text.ts';
import { toTerminal } from '../news/text.ts';
import { type Command, readArguments, USAGE } from './arguments.ts';
import { runRename, runSurvey, type Voice } from './run-tags.ts';
import { runThreads } from './run-threads.ts';

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
  const isKnown = error instanceof ContentFolderError || error instanceof ContentError;
  const lines = isKnown ? error.message.split('\n') : [`Nothing more was done: ${errorText(error)}`];
  for (const line of lines) voice.warn(line);
  process.exitCode = 1;
}

async function run(command: Command): Promise<number> {
  switch (command.name) {
    case 'help':
      process.stdout.write(`${USAGE}\n`);
      return 0;
    case 'wrong':
      voice.warn(`${command.message}. See npm run tags -- --help`);
      return WRONG_USAGE;
    case 'survey':
      return runSurvey(command.content, voice);
    case 'rename':
      return runRename(command, voice);
    case 'threads':
      return runThreads(command, voice);
  }
}

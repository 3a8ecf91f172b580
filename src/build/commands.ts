import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ContentError } from '../edition/content-error.ts';
import { readSite } from '../edition/read-site.ts';
import { articlesWith, showProblem } from '../markdown/article-file.ts';
import { isInstant, momentOf } from '../news/dates.ts';
import { basePath } from '../news/site.ts';
import { build } from './build.ts';
import { isErrorWith } from './is-error-with.ts';
import { CACHE, PROJECT } from './locations.ts';
import { messageOf } from './message-of.ts';
import { AddressClash } from './plan.ts';
import { LostText } from './prove-receipt.ts';
import { showProgress } from './progress.ts';
import { serve } from './serve.ts';
import { showNextChange, summarize } from './summary.ts';

const HELP = `Builds the edition in content/ into dist/, and shows it.

  npm run build              write dist/
  npm start                  write dist/ and serve it on http://localhost:4321
  npm run preview            serve dist/ as it is
  npm run dev                show content/ as it is, drafts too, and each change at once

Options, after "--":
  --content DIR    the content folder (content)
  --out DIR        where the site is written (dist)
  --now INSTANT    the moment of the build, such as 2026-11-22T12:00:00Z (the present)
  --skip-bad       build without the articles that something is wrong with, name them, and end with 2
  --port NUMBER    where to serve (4321)
  --debug          show where in the code an error arose
  --help           this text

Example: npm run build -- --out /srv/www/news
`;

const OPTIONS = {
  content: { type: 'string', default: 'content' },
  out: { type: 'string', default: 'dist' },
  now: { type: 'string' },
  'skip-bad': { type: 'boolean', default: false },
  port: { type: 'string', default: '4321' },
  debug: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const COMMANDS = ['build', 'start', 'preview', 'dev'];

class WrongUsage extends Error {}

async function main(words: string[]): Promise<void> {
  const { values, positionals } = readWords(words);
  const [command] = positionals;
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  if (command === 'build' || command === 'start') await buildEdition(values);
  if (command === 'preview' || command === 'start') await serveEdition(values);
  if (command === 'dev') {
    const { openDesk } = await import('./desk/open-desk.ts');
    await openDesk(values.content, Number(values.port));
  }
}

function readWords(words: string[]): ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>> {
  try {
    const read = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
    const [command, ...others] = read.positionals;
    if (!COMMANDS.includes(command ?? '')) throw new WrongUsage(`Say one of ${COMMANDS.join(', ')}.`);
    if (others.length > 0) throw new WrongUsage(`"${others.join(' ')}" is no option; see --help.`);
    const { port } = read.values;
    if (!/^[1-9]\d*$/u.test(port) || Number(port) > 65_535)
      throw new WrongUsage(`--port: expected a number from 1 to 65535, got "${port}".`);
    return read;
  } catch (error) {
    throw error instanceof WrongUsage ? error : new WrongUsage(messageOf(error));
  }
}

type Values = ReturnType<typeof readWords>['values'];

async function buildEdition({ content, out, now, 'skip-bad': skipBad }: Values): Promise<void> {
  if (now !== undefined && !isInstant(now)) throw new WrongUsage(`--now: expected 2026-11-22T12:00:00Z, got "${now}".`);
  const started = performance.now();
  const moment = now === undefined ? Date.now() : momentOf(now, 'UTC');
  const { tell, end } = showProgress(process.stderr);
  const request = { project: PROJECT, content, dist: out, cache: CACHE, now: moment, skipBad };
  const result = await build({ ...request, onStage: tell, onProgress: tell })
    .finally(end)
    .catch((error: unknown) => {
      throw whyItFailed(error, out);
    });
  const { articles, files, sizes, written, removed, skipped, next } = result;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const count = `${articles} ${articles === 1 ? 'article' : 'articles'}`;
  console.log(`${join(out, '/')}: ${count}, ${files} files; ${written} written, ${removed} removed, ${seconds} s.`);
  const { facts, warnings } = summarize(sizes);
  console.log(facts);
  for (const warning of warnings) console.error(warning);
  if (skipped.length > 0) {
    for (const problem of skipped) console.error(showProblem(problem));
    const bad = articlesWith(skipped).size;
    console.error(
      `${bad} ${bad === 1 ? 'article was' : 'articles were'} left out; mend what is named and build again.`,
    );
    process.exitCode = 2;
  }
  if (next) console.log(showNextChange(next, content));
  if (articles === 0) console.log('No article yet. Begin with: npm run import -- story.txt --published 2016-10-04');
}

/** What a publisher is told of a build that failed. */
function whyItFailed(error: unknown, out: string): Error {
  if (error instanceof AddressClash || error instanceof LostText) return error;
  const message = messageOf(error);
  if (!(error instanceof ContentError)) return new Error(`The build failed: ${message}`, { cause: error });
  return new Error(`${message}\n${error.problems.length} to mend; ${join(out, '/')} is as it was.`, { cause: error });
}

async function serveEdition({ content, out, port }: Values): Promise<void> {
  const base = basePath(await readSite(content));
  try {
    await serve(out, base, Number(port));
  } catch (error) {
    if (!isErrorWith(error, 'EADDRINUSE')) throw error;
    throw new WrongUsage(`Port ${port} is taken; stop what listens there or give another with --port.`);
  }
  console.log(`Read it on http://localhost:${port}${base} (stop with Ctrl-C)`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.exitCode = error instanceof WrongUsage ? 64 : 1;
  console.error(messageOf(error));
  if (process.argv.includes('--debug')) console.error(error);
});

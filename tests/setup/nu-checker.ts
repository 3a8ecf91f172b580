import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { makeScratchFolder } from './scratch.ts';

/** A page to be checked: the name that remarks give it, and its text. */
export interface CheckedPage {
  name: string;
  html: string;
}

/** What the checker has to say of a page. */
export interface Remark {
  page: string;
  type: 'error' | 'warning';
  message: string;
  /** The HTML around the place. */
  extract: string;
}

const JAR = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

const NO_JAVA =
  'The Nu HTML checker needs Java 17 or newer: install it (apt install default-jre-headless), or leave this test out.';

/** The checker's own form of its remarks (its manual, "JSON"); a page that it cannot read is a `non-document-error`. */
const report = z.object({
  messages: z.array(
    z.object({
      type: z.enum(['error', 'info', 'non-document-error']),
      subType: z.string().optional(),
      url: z.string().optional(),
      message: z.string().default(''),
      extract: z.string().default(''),
    }),
  ),
});

/**
 * Every remark of the Nu HTML checker (https://validator.github.io/validator/) on pages, one Java process for all of
 * them. Throws where there is no Java, or where it did not read every page.
 */
export async function checkHtml(pages: readonly CheckedPage[]): Promise<Remark[]> {
  const folder = mkdtempSync(join(makeScratchFolder(), 'html-'));
  try {
    // By number: where the system's language is unknown, Java passes over names with other letters than ASCII.
    const files = pages.map((_, index) => join(folder, `${index}.html`));
    for (const [index, file] of files.entries()) writeFileSync(file, pages[index]?.html ?? '');
    const { names, remarks } = await runChecker(files);
    const unread = files.filter((file) => !names.includes(file));
    if (unread.length > 0)
      throw new Error(`The Nu HTML checker has not read ${unread.length} of ${files.length} pages.`);
    return report.parse(JSON.parse(remarks)).messages.map(({ type, url, message, extract }) => ({
      page: pages[Number(basename(url ?? '', '.html'))]?.name ?? '',
      type: type === 'info' ? 'warning' : 'error',
      message,
      extract,
    }));
  } finally {
    rmSync(join(folder, '..'), { recursive: true });
  }
}

/** The names of the files that were read, and the remarks as JSON. */
async function runChecker(files: readonly string[]): Promise<{ names: string[]; remarks: string }> {
  // Its guess of a text's language is drawn by lot, and another each time.
  const flags = ['--format', 'json', '--verbose', '--exit-zero-always', '--no-langdetect'];
  const fast = ['-Xss4m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
  const java = spawn('java', [...fast, '-jar', JAR, ...flags, ...files], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve, reject) => {
    java.once('close', resolve);
    java.once('error', (error) => reject(new Error(NO_JAVA, { cause: error })));
  });
  const [names, remarks] = await Promise.all([text(java.stdout), text(java.stderr), ended]);
  return { names: names.split(/\r?\n/u), remarks };
}

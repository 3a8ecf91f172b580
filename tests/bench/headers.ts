import { execFile } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setDefaultCACertificates } from 'node:tls';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { CACHE } from '../../src/build/locations.ts';
import { startCaddy } from '../setup/web-servers/caddy.ts';
import { makeScratchFolder } from '../setup/scratch.ts';

const NAME = '@mdn/mdn-http-observatory';
const VERSION = '1.4.8';

/** The best grade, and the score of a site that takes all of the scanner's extra credit but for preloading. */
const GRADE = 'A+';
const SCORE = 130;

const scanned = z.object({
  scan: z.object({ grade: z.string(), score: z.number(), testsPassed: z.number(), testsQuantity: z.number() }),
  tests: z.record(
    z.string(),
    z.object({ pass: z.boolean(), result: z.string(), scoreModifier: z.number(), scoreDescription: z.string() }),
  ),
});
const library = z.object({ scan: z.custom<(host: string) => Promise<unknown>>((it) => typeof it === 'function') });

/**
 * Serves dist/ by Caddy with the headers of responseHeaders and lets the scanner of MDN's HTTP Observatory judge them:
 * `npm run bench -- headers`. Prints grade, score and what each of its tests says; ends with 1 below A+ or 130.
 */
export async function benchHeaders(): Promise<void> {
  const { scan } = library.parse(await import(pathToFileURL(await installScanner()).href));
  // The scanner's client would ask a proxy even for this machine.
  for (const name of Object.keys(process.env).filter((it) => /^(?:https?|all)_proxy$/iu.test(it))) {
    Reflect.deleteProperty(process.env, name);
  }
  const folder = makeScratchFolder();
  const usual = { http: 80, https: 443 };
  const isUsual = (await isFree(usual.http)) && (await isFree(usual.https));
  const order = { dist: resolve('dist'), base: '/', folder };
  const caddy = await startCaddy(isUsual ? { ...order, ports: usual } : order);
  try {
    setDefaultCACertificates([caddy.authority]);
    // It knows one port for both: plain HTTP is spoken on the port of TLS where that is not the usual one.
    const host = isUsual ? 'localhost' : `localhost:${caddy.tls}`;
    print(host, scanned.parse(await scan(host)));
  } finally {
    await caddy.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Where the scanner's code begins. It is fetched once, without the lists that it would download. */
async function installScanner(): Promise<string> {
  const prefix = join(CACHE, `observatory-${VERSION}`);
  const home = join(prefix, 'node_modules', NAME);
  if (!existsSync(join(home, 'package.json'))) {
    console.log(`Fetching ${NAME} ${VERSION} …`);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    await promisify(execFile)(npm, [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefix',
      prefix,
      `${NAME}@${VERSION}`,
    ]);
  }
  // No host is preloaded, and no ending of a host is known: neither is asked for on localhost.
  writeFileSync(join(home, 'conf/hsts-preload.json'), '{}');
  writeFileSync(join(home, 'conf/tld-list.json'), '[]');
  return join(home, 'src/index.js');
}

function print(host: string, { scan, tests }: z.output<typeof scanned>): void {
  const { grade, score, testsPassed, testsQuantity } = scan;
  for (const [name, { pass, result, scoreModifier }] of Object.entries(tests)) {
    const points = (scoreModifier > 0 ? `+${scoreModifier}` : String(scoreModifier)).padStart(4);
    console.log(`${pass ? 'ok ' : 'BAD'} ${points}  ${name.padEnd(30)} ${result}`);
  }
  console.log(`https://${host}: ${grade}, ${score} points, ${testsPassed} of ${testsQuantity} tests passed`);
  if (grade === GRADE && score >= SCORE && testsPassed === testsQuantity) return;
  console.error(`Expected ${GRADE}, at least ${SCORE} points and all tests.`);
  process.exitCode = 1;
}

/** Whether we may listen there and nobody does. */
async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const isOurs = await new Promise<boolean>((answer) => {
    server.once('error', () => answer(false));
    server.listen(port, '127.0.0.1', () => answer(true));
  });
  if (isOurs) await new Promise((closed) => server.close(closed));
  return isOurs;
}

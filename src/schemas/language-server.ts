import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { execPath, exit, stdin, stdout } from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { Bridge, type Passed } from './bridge.ts';
import { type Message, MessageReader, toFrame } from './messages.ts';

const urlOf = (name: string): string => new URL(name, import.meta.url).href;

const yaml = {
  validate: true,
  hover: true,
  completion: true,
  format: { enable: false },
  // Nothing is fetched from anywhere.
  schemaStore: { enable: false },
  schemas: { [urlOf('site.json')]: ['site.yaml'], [urlOf('tags.json')]: ['tags.yaml'] },
};
const bridge = new Bridge({ yaml }, urlOf('article.json'));

if (stdin.isTTY)
  end('npm run language-server is for editors, which talk to it; see "Writing with help" in the README.', 64);

const server = spawn(execPath, [findServer(), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
server.on('exit', (code) => exit(code ?? 1));
// What is said to one that has gone is of no use to anybody.
for (const stream of [server.stdin, stdout]) stream.on('error', () => undefined);

carry(stdin, server.stdin, stdout, (message) => bridge.fromEditor(message));
carry(server.stdout, stdout, server.stdin, (message) => bridge.fromServer(message));
stdin.on('end', () => server.kill());

/** Passes all messages from one side on to the other, or back. */
function carry(from: Readable, on: Writable, back: Writable, pass: (message: Message) => Passed): void {
  const reader = new MessageReader();
  from.on('data', (piece: Buffer) => {
    try {
      for (const message of reader.read(piece)) {
        const passed = pass(message);
        if ('on' in passed) on.write(toFrame(passed.on));
        else back.write(toFrame(passed.back));
      }
    } catch (error) {
      server.kill();
      end(
        `What came is not the Language Server Protocol: ${error instanceof Error ? error.message : String(error)}`,
        1,
      );
    }
  });
}

function findServer(): string {
  try {
    return createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');
  } catch {
    return end('The package yaml-language-server is not installed; run npm install.', 1);
  }
}

function end(message: string, code: number): never {
  console.error(message);
  exit(code);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

/** A site to be served by a real web server, with the snippet that the build has written into it. */
export interface ServerOrder {
  /** The built site. */
  dist: string;
  /** The path below which it stands, such as `/news/`. */
  base: string;
  /** Where the server keeps what it needs; whoever gives the folder removes it. */
  folder: string;
  /** Serve the files as the server does by itself, without the snippet. */
  isBare?: boolean;
}

/** A certificate for localhost with its key: files in PEM. */
export interface Certificate {
  crt: string;
  key: string;
}

/** A web server on this machine. */
export interface WebServer {
  /** Where it serves the site without TLS, and with it. */
  plain: number;
  tls: number;
  stop: () => Promise<void>;
}

/** The folder that a server takes for its root: the site stands below it at its path, as a publisher has it. */
export function rootFor({ dist, base, folder }: ServerOrder): string {
  if (base === '/') return dist;
  const root = join(folder, 'www');
  const place = join(root, base.slice(0, -1));
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(dist, place);
  return root;
}

/** Ports on which nobody listens; all are held until all are known, so that they differ. */
export async function freePorts(count: number): Promise<number[]> {
  const held = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      return { server, port: address === null || typeof address === 'string' ? 0 : address.port };
    }),
  );
  await Promise.all(held.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  return held.map(({ port }) => port);
}

/**
 * Runs a server until it is stopped. Resolves with what stops it as soon as somebody listens on these ports; throws with what
 * the server says where it ends before.
 */
export async function runServer(
  program: string,
  args: string[],
  ports: number[],
  env = {},
): Promise<() => Promise<void>> {
  const child = spawn(program, args, {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = text(child.stderr);
  const ended = once(child, 'close');
  // Where the tests are stopped, the server must not outlive them.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  for (const port of ports) {
    while (!(await isListening(port))) {
      if (child.exitCode !== null) throw new Error(`${program} did not start: ${await said}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return async () => {
    child.kill();
    await ended;
    process.removeListener('exit', kill);
  };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

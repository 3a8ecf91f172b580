import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Loaded before a build, ends it as SIGKILL does, within the change of the disk whose number DIE_AT names: a file is left
// half written, a rename or a removal is not begun. Numbers and not moments, so that the same build dies in the same place.

/** What changes files, or takes folders away. Those that are made are made again and again, and nothing is lost with one. */
const CHANGES = [
  'writeFile',
  'writeFileSync',
  'rename',
  'renameSync',
  'rm',
  'rmSync',
  'rmdir',
  'copyFile',
  'copyFileSync',
];

let left = Number(process.env['DIE_AT']);

function dieWithin(name: string, file: unknown, data: unknown): void {
  left -= 1;
  if (left !== 0) return;
  if (name.startsWith('writeFile') && typeof file === 'string') {
    const bytes = typeof data === 'string' || data instanceof Uint8Array ? Buffer.from(data) : Buffer.of();
    const handle = fs.openSync(file, 'w');
    fs.writeSync(handle, bytes, 0, bytes.length >> 1);
  }
  process.kill(process.pid, 'SIGKILL');
}

for (const module of [fs, fs.promises]) {
  for (const name of CHANGES) {
    const change: unknown = Reflect.get(module, name);
    if (typeof change !== 'function') continue;
    Reflect.set(module, name, (...args: unknown[]): unknown => {
      dieWithin(name, args[0], args[1]);
      const result: unknown = Reflect.apply(change, module, args);
      return result;
    });
  }
}
syncBuiltinESMExports();

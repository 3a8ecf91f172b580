import { Desk } from '../unit/importer/desk.ts';
import { BrokenPromise } from './chain.ts';
import type { Input } from './inputs.ts';

/** Imports a file twice into a content folder and verifies all copies. Throws where a promise is broken. */
export async function onTheDesk({ name, bytes }: Input): Promise<void> {
  const desk = await Desk.open();
  try {
    const path = await desk.put(name, bytes);
    const first = await desk.import(path);
    if (first.code !== 0 && first.code !== 2) throw new BrokenPromise(`the import ended with ${first.code}`);
    const refused = numberOf(first.said, 'refused');
    if (refused > 0 !== (first.code === 2)) throw new BrokenPromise('the exit code is not that of the last line');
    if (
      refused +
        numberOf(first.said, 'imported') +
        numberOf(first.said, 'unchanged') +
        numberOf(first.said, 'updated') ===
      0
    )
      throw new BrokenPromise('nothing is said of the file');
    const before = desk.files().map((file) => [file, desk.text(file)]);
    const verified = await desk.verify();
    const wrong = verified.said.filter((line) => /WRONG|Not read/u.test(line));
    if (verified.code !== 0) throw new BrokenPromise(`verify ended with ${verified.code}: ${wrong[0] ?? ''}`);
    const second = await desk.import(path);
    if (numberOf(second.said, 'imported') + numberOf(second.said, 'updated') > 0)
      throw new BrokenPromise(`the second import says: ${second.said.at(-1) ?? ''}`);
    if (JSON.stringify(desk.files().map((file) => [file, desk.text(file)])) !== JSON.stringify(before))
      throw new BrokenPromise('the second import changed a file');
  } finally {
    await desk.clear();
  }
}

/** A number of the last line: `3 imported, 0 updated, 0 unchanged, 1 refused`. */
function numberOf(said: readonly string[], what: string): number {
  const found = new RegExp(`(\\d+) ${what}`, 'u').exec(said.at(-1) ?? '');
  if (!found) throw new BrokenPromise(`the last line is ${said.at(-1) ?? 'missing'}`);
  return Number(found[1]);
}

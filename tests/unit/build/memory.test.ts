import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Memory } from '../../../src/build/memory.ts';
import type { Lists } from '../../../src/news/related/kin.ts';
import { makeFolder } from './folder.ts';

/** What a new build gets under a name for some inputs: what was remembered, or `made`. */
function recalled(file: string, name: string, inputs: unknown, code = 'code'): string {
  const memory = Memory.open(file, code);
  const [[made] = ['']] = memory.recall(name, inputs, () => toLists('made'));
  memory.save();
  return made;
}

function toLists(what: string): Lists<string> {
  return [[what, []]];
}

async function rememberingFile(): Promise<string> {
  const file = join(await makeFolder(), 'memory.json');
  const memory = Memory.open(file, 'code');
  for (const name of ['a', 'b']) memory.recall(name, [name, 1], () => toLists(`first ${name}`));
  memory.save();
  return file;
}

it('what was made of equal inputs is not made again by the next build', async () => {
  expect(recalled(await rememberingFile(), 'a', ['a', 1])).toBe('first a');
});

it('of other inputs, under another name or by other code it is made anew', async () => {
  expect(recalled(await rememberingFile(), 'a', ['a', 2])).toBe('made');
  expect(recalled(await rememberingFile(), 'c', ['a', 1])).toBe('made');
  expect(recalled(await rememberingFile(), 'a', ['a', 1], 'new code')).toBe('made');
});

it('what a build did not ask for is forgotten once there is something new', async () => {
  const file = await rememberingFile();
  recalled(file, 'a', ['a', 2]);
  expect(recalled(file, 'b', ['b', 1])).toBe('made');
});

it('a memory that cannot be read is none', async () => {
  const file = await rememberingFile();
  await writeFile(file, (await readFile(file, 'utf8')).slice(1));
  expect(recalled(file, 'a', ['a', 1])).toBe('made');
});

it('what was made last is told whatever it was made of, and whether that is the same', async () => {
  const memory = Memory.open(await rememberingFile(), 'code');
  expect(memory.last('a', ['a', 1])).toEqual({ lists: toLists('first a'), isSame: true });
  expect(memory.last('a', ['a', 2])).toEqual({ lists: toLists('first a'), isSame: false });
  expect(memory.last('c', ['a', 1])).toEqual({ lists: [], isSame: false });
});

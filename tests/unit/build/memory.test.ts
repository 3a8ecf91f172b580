import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Memory } from '../../../src/build/memory.ts';
import type { Lists } from '../../../src/news/related/kin.ts';
import { makeFolder } from './folder.ts';

/** What a new build gets under a name for some inputs: what was remembered, or what it makes. */
function recalled(folder: string, name: string, inputs: unknown, { code = 'code', makes = 'made' } = {}): string {
  const memory = new Memory(folder, code);
  const [[made] = ['']] = memory.recall(name, inputs, () => toLists(makes));
  memory.forgetOthers();
  return made;
}

function toLists(what: string): Lists<string> {
  return [[what, []]];
}

async function rememberingFolder(): Promise<string> {
  const folder = join(await makeFolder(), 'memory');
  const memory = new Memory(folder, 'code');
  for (const name of ['a', 'b']) memory.recall(name, [name, 1], () => toLists(`first ${name}`));
  memory.forgetOthers();
  return folder;
}

it('what was made of equal inputs is not made again by the next build', async () => {
  expect(recalled(await rememberingFolder(), 'a', ['a', 1])).toBe('first a');
});

it('of other inputs, under another name or by other code it is made anew', async () => {
  expect(recalled(await rememberingFolder(), 'a', ['a', 2])).toBe('made');
  expect(recalled(await rememberingFolder(), 'c', ['a', 1])).toBe('made');
  expect(recalled(await rememberingFolder(), 'a', ['a', 1], { code: 'new code' })).toBe('made');
});

it('what a build did not ask for is forgotten, and what it has made takes its place', async () => {
  const folder = await rememberingFolder();
  recalled(folder, 'a', ['a', 2]);
  expect(await readdir(folder)).toHaveLength(1);
  expect(recalled(folder, 'a', ['a', 2], { makes: 'made again' })).toBe('made');
  expect(recalled(folder, 'b', ['b', 1])).toBe('made');
});

it('what cannot be read, or is no longer what was written, is made anew', async () => {
  const folder = await rememberingFolder();
  for (const file of await readdir(folder)) await appendFile(join(folder, file), ' ');
  expect(new Memory(folder, 'code').last('a', ['a', 1])).toEqual({ lists: [], isSame: false });
  expect(recalled(folder, 'a', ['a', 1])).toBe('made');
  expect(recalled(folder, 'a', ['a', 1], { makes: 'made again' })).toBe('made');
});

it('what was made last is told whatever it was made of, and whether that is the same', async () => {
  const folder = await rememberingFolder();
  const memory = new Memory(folder, 'code');
  expect(memory.last('a', ['a', 1])).toEqual({ lists: toLists('first a'), isSame: true });
  expect(memory.last('a', ['a', 2])).toEqual({ lists: toLists('first a'), isSame: false });
  expect(memory.last('c', ['a', 1])).toEqual({ lists: [], isSame: false });
  expect(new Memory(folder, 'new code').last('a', ['a', 1])).toEqual({ lists: [], isSame: false });
  expect(new Memory(join(folder, 'none'), 'code').last('a', ['a', 1])).toEqual({ lists: [], isSame: false });
});

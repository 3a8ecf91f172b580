import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPress, type Press } from '../../../src/build/press.ts';
import { makeFolder } from './folder.ts';

/** Opens a program that answers a request by this code. */
async function open(answer: string): Promise<Press> {
  const folder = await makeFolder({ 'entry.mjs': `export const app = { render: async () => { ${answer} } };` });
  return openPress(join(folder, 'entry.mjs'), () => '');
}

it.each([
  { answer: 'return new Response("Nothing here.");', said: 'Astro answered and asked for no page: Nothing here.' },
  { answer: 'return new Response("A fault.", { status: 500 });', said: 'Astro answered 500: A fault.' },
])('a program that prints no page ends the build, which says what it answered: $said', async ({ answer, said }) => {
  await expect(open(answer)).rejects.toThrow(said);
});

it('a program that prints pages is open until all are printed', async () => {
  const press = await open('await tearsheetPlan.press(async ({ path }) => `at ${path}`); return new Response("");');
  expect(press).toHaveProperty('render');
  await press.close();
});

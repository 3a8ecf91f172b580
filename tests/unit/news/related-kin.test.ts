import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Memory } from '../../../src/build/memory.ts';
import type { Article } from '../../../src/news/article.ts';
import { type Kin, kinOf, type Recall } from '../../../src/news/related/kin.ts';
import { toEvidence } from '../../../src/news/related/evidence.ts';
import { makeFolder } from '../build/folder.ts';
import { makeArticle } from '../routes/edition.ts';

const HARBOUR =
  'The old crane of the harbour was painted by the guild of riggers before the regatta of sloops in Weirmouth';

function written(file: string, text: string, front: Record<string, unknown> = {}): Article {
  const article = makeArticle(file, { published: '2016-10-04', ...front });
  return { ...article, evidence: toEvidence(article.front.title, [text], article.lang) };
}

const english = written('english.md', `${HARBOUR}, as all had hoped.`, { tags: ['Regatta'] });
const next = written('next.md', 'In Weirmouth the guild of riggers has bought another crane for the harbour.', {
  tags: ['Regatta'],
});
const copy = written('copy.md', `${HARBOUR}, as all had hoped for years.`);
const french = ['un.md', 'deux.md'].map((file) =>
  written(file, 'La grue du port a été peinte par la guilde avant la régate.', { lang: 'fr', tags: ['Port'] }),
);
const ALL = [english, next, copy, ...french];

/** The kin of articles as a build finds them with the memory in a folder, and what it had to make anew. */
function remembered(folder: string, articles: readonly Article[]): { kin: Kin; made: string[] } {
  const memory = new Memory(folder, 'code');
  const made: string[] = [];
  const recall: Recall = (name, inputs, make) =>
    memory.recall(name, inputs, () => {
      made.push(name);
      return make();
    });
  const kin = kinOf(articles, recall);
  memory.forgetOthers();
  return { kin, made };
}

/** By paths, as JSON: a reason without a distance in time has none either way. */
function told({ versions, related }: Kin): unknown {
  const lists = [...related].map(([{ path }, all]) => [path, all.map(({ article, reason }) => [article.path, reason])]);
  return JSON.parse(JSON.stringify([[...versions].map(([{ path }, all]) => [path, all.map((it) => it.path)]), lists]));
}

it('what is remembered of kin is what would be found anew', async () => {
  const folder = join(await makeFolder(), 'memory');
  const first = remembered(folder, ALL);
  expect(told(first.kin)).toEqual(told(kinOf(ALL)));
  expect(JSON.stringify(told(first.kin))).toContain('copy');
  const again = remembered(folder, ALL);
  expect(told(again.kin)).toEqual(told(first.kin));
  expect(again.made).toEqual([]);
});

it('an edit of what says nothing of the subject finds no kin anew', async () => {
  const folder = join(await makeFolder(), 'memory');
  remembered(folder, ALL);
  const edited = { ...english, front: { ...english.front, description: 'A standfirst.', credit: 'By the riggers' } };
  const { kin, made } = remembered(folder, [edited, ...ALL.slice(1)]);
  expect(made).toEqual([]);
  expect(kin.related.get(edited)?.map(({ article }) => article)).toEqual([next]);
});

it('an edit of a text finds kin anew in its own language only', async () => {
  const folder = join(await makeFolder(), 'memory');
  remembered(folder, ALL);
  const edited = written('next.md', 'Another text altogether.', { tags: ['Regatta'] });
  const { made } = remembered(folder, [english, edited, copy, ...french]);
  expect(made).toEqual(['versions', 'related en']);
});

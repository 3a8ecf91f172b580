import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PROJECT } from '../../src/build/locations.ts';
import { jsonFile } from '../../src/importer/json/json-file.ts';
import { toArticle } from '../../src/importer/copy/to-article.ts';
import { normalise } from '../../src/news/text.ts';
import { NO_FACTS } from '../unit/importer/desk.ts';
import { articleOf, unitOf } from '../unit/importer/json/receipt-of.ts';

const ARCHIVE = resolve(PROJECT, '../shared/data/reuters21578.jsonl.gz');

/** One in so many stories is read: enough of all kinds, in a moment. */
const EVERY = 50;

const ORIGIN = { file: 'reuters.jsonl', captured: '2020-01-02', charset: undefined, sha256: 'a'.repeat(64) };

const story = z.object({
  title: z.string(),
  published: z.string(),
  dateline: z.string(),
  text: z.string(),
  tags: z.array(z.string()),
  lang: z.string(),
});

function stories(): { number: number; line: string }[] {
  if (!existsSync(ARCHIVE))
    throw new Error(`These tests read third-party files: put the Reuters stories at ${ARCHIVE}.`);
  return gunzipSync(readFileSync(ARCHIVE))
    .toString('utf8')
    .split('\n')
    .map((line, index) => ({ number: index + 1, line }))
    .filter(({ number, line }) => line !== '' && number % EVERY === 1);
}

describe('an archive of 19,043 stories, one a line', () => {
  const sample = stories();

  test('is read with the facts that each line states', async () => {
    expect(sample).toHaveLength(381);
    for (const { number, line } of sample) {
      const stated = story.parse(JSON.parse(line));
      const article = await articleOf(jsonFile, unitOf(line, 'reuters.jsonl', { item: String(number) }));
      expect(article, `line ${number}`).toMatchObject({
        item: String(number),
        title: { value: normalise(stated.title), how: 'stated' },
        published: { value: stated.published.slice(0, 10), how: 'stated' },
        dateline: { value: normalise(stated.dateline).replace(/ ?-{1,2}$/u, '') },
        lang: { value: stated.lang },
        notes: ['Other keys left out: gold.', 'The time of day was left out: it has no offset such as +02:00.'],
      });
      expect(article.tags?.value ?? [], `line ${number}`).toEqual([...new Set(stated.tags)]);
    }
  });

  test('gives copies whose receipts add up, and that drop no line', async () => {
    for (const { number, line } of sample) {
      const unit = unitOf(line, 'reuters.jsonl', { item: String(number) });
      const raw = await articleOf(jsonFile, unit);
      const made = toArticle(raw, NO_FACTS, ORIGIN);
      if (!made.ok) throw new Error(`line ${number}: ${made.reason}`);
      const { blocks = 0, kept = 0, moved = [], changed = [], dropped } = made.front.receipt ?? {};
      expect(dropped, `line ${number}`).toEqual([]);
      expect(changed, `line ${number}`).toMatchObject([{ field: 'dateline' }]);
      expect(kept + moved.length + changed.length, `line ${number}`).toBe(blocks);
      const paragraphs = story
        .parse(JSON.parse(line))
        .text.split(/\n\s*\n/u)
        .filter((text) => normalise(text) !== '');
      expect(blocks, `line ${number}`).toBe(paragraphs.length + 2);
    }
  });
});

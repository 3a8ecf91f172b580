import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { byAttribute, listFiles, partText, readPage, readPages, structuredData, textOf } from '../setup/dist.ts';

const dist = inject('fixtureDist');
const files = listFiles(dist);

/** The built files that hold a text anywhere, their names included. */
function filesWith(text: string): string[] {
  const bytes = Buffer.from(text);
  return files.filter((file) => file.includes(text) || readFileSync(join(dist, file)).includes(bytes));
}

describe.each([
  { article: 'embargoed', traces: ['quincentenary', 'Mayor to Step Down', 'Secret Succession', 'secret-succession'] },
  { article: 'expired', traces: ['marmalade factory', 'Winter Timetable', 'Lapsed Timetables', 'lapsed-timetables'] },
  { article: 'draft', traces: ['barometers', 'Notes for a Portrait', 'Unready Portraits', 'unready-portraits'] },
])('the $article article', ({ article, traces }) => {
  test.each([`articles/2026`, `/${article}/`, ...traces])('leaves no trace of "%s" in any file', (trace) => {
    expect(filesWith(trace)).toEqual([]);
  });
});

test('the text that is searched for is really in the fixtures, and other articles are found by it', () => {
  expect(filesWith('old crane on the east quay')).toEqual(
    expect.arrayContaining(['articles/2025/06/plain/index.html', 'feed.json', 'feed.xml']),
  );
});

describe('a withdrawn article', () => {
  test.each(['heliotrope', 'This standfirst of the withdrawn report'])('has its text, "%s", in no output', (text) => {
    expect(filesWith(text)).toEqual([]);
  });

  test('keeps its page, which says that it was withdrawn, when and why', () => {
    const page = readPage(dist, 'articles/2025/05/withdrawn/');
    expect(partText(page, 'headline')).toBe('Report on the Bakery Fire');
    expect(byAttribute(page, 'class', 'notice').map(textOf)).toEqual([
      'Withdrawn 13 May 2025. The report named a man who had nothing to do with the fire.',
    ]);
    expect(partText(page, 'body')).toBeUndefined();
  });

  test('is in no feed, not on the front and among no related articles', () => {
    const found = filesWith('Report on the Bakery Fire');
    expect(found).not.toContain('index.html');
    expect(found.filter((file) => /feed|sitemap/u.test(file))).toEqual([]);
    const related = files
      .filter((file) => /^articles\/.*\.html$/u.test(file))
      .map((file) => partText(readPage(dist, file), 'related') ?? '');
    expect(related.filter((text) => text.includes('Bakery Fire'))).toEqual([]);
  });

  test('is marked as withdrawn wherever a list still names it', () => {
    const lists = filesWith('Report on the Bakery Fire').filter((file) => /^(?:archive|tags)\//u.test(file));
    expect(lists.length).toBeGreaterThan(1);
    for (const file of lists) {
      const teaser = byAttribute(readPage(dist, file), 'class', 'teaser').map(textOf);
      expect(
        teaser.find((text) => text.includes('Bakery Fire')),
        file,
      ).toContain('Withdrawn');
    }
  });
});

describe('an article of which only the headline may be published', () => {
  test.each(['small orchestra', 'walnut committee', 'chapel roof', 'rival agency'])(
    'hides "%s" from every file',
    (text) => {
      expect(filesWith(text)).toEqual([]);
    },
  );

  test('shows its headline, its rights and the way to its source', () => {
    const page = readPage(dist, 'articles/2025/04/headline-only/');
    const text = partText(page, 'article');
    expect(text).toContain('Courier Reports Sale of the Rope Works');
    expect(text).toContain('Only the headline is published here. Read the article at The Closed Courier');
    expect(text).toContain('© The Closed Courier. All rights reserved.');
    expect(structuredData(page)).not.toHaveProperty('wordCount');
  });
});

describe('an article of which only an excerpt may be published', () => {
  test('hides what follows the excerpt from every file', () => {
    expect(filesWith('cellist')).toEqual([]);
  });

  test('shows its first paragraphs and where to read on', () => {
    const page = readPage(dist, 'articles/2025/04/excerpt-only/');
    expect(partText(page, 'body')).toMatch(/^The school on the island .* late lunch\.$/u);
    expect(partText(page, 'article')).toContain(
      'These are the first paragraphs. Read the article at The Island Letter',
    );
  });
});

test('no file of the edition is empty, and no two pages are the same', () => {
  // What counts of this one is that it is there.
  expect(files.filter((file) => readFileSync(join(dist, file)).length === 0)).toEqual(['.nojekyll']);
  const pages = readPages(dist).map(({ html }) => html);
  expect(new Set(pages).size).toBe(pages.length);
});

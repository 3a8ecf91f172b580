import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { listFiles } from '../../setup/dist.ts';
import { FIXTURE_EDITION } from '../../setup/fixture.ts';
import { type Edits, oneOf } from './edits.ts';

const HEADLINES = ['Sell the Old Crane', 'Night Ferry', 'A', 'Fog on the Quay <again>', 'Harbour Board Votes'];
const DAYS = [
  '2025-06-14',
  '2025-06-14T23:30:00-05:00',
  '2025-05-20',
  '2016-10-03',
  '1999-12-31',
  '2026-11-21',
  undefined,
];
const TAGS = [
  'Harbour',
  'Port',
  'harbor',
  'Swing bridge',
  'Bridge',
  'Figures',
  'Council',
  'C++',
  'C#',
  'Nobody else’s',
];
const PLACES = ['2025/06/moved.md', '2023/02/moved.md', 'undated/moved.md', '2025/06/plain.md', '2025/06/plain-2.md'];
const MOMENTS = ['2026-11-22T12:00:00Z', '2026-11-23', '2026-12-24T06:00:00+01:00', '2000-01-01', undefined];
const OLD_PATHS = [
  '/old/weather.html',
  '/old/weather.html/of/',
  '/older/',
  '/older',
  '/tags/port/',
  '/articles/2025/06/plain-2/',
  '/story/4711.html',
];
const ORIGINALS = ['/articles/2025/06/plain/', '/articles/2025/03/swing-bridge-reopens/', '/older/'];
const COPIES = listFiles(join(FIXTURE_EDITION, 'versions'));
const SHA = '0'.repeat(64);
const CREDIT = 'By the Coast Agency';

/** What editors do to articles. `pick` says to which one, `value` what. */
export const ARTICLE_EDITS: Edits = {
  text: (shop, pick, value) => {
    const file = oneOf(shop.files('.md'), pick);
    if (file !== undefined) appendFileSync(shop.article(file), `\nLater paragraph ${value}, on the *ferry*.[^9]\n`);
  },
  headline: toFront('title', HEADLINES),
  standfirst: toFront('description', ['What it is about.', undefined]),
  date: toFront('published', DAYS),
  tags: (shop, pick, value) => {
    const file = oneOf(shop.files('.md'), pick);
    const tags = [0, 3, 7].slice(0, value % 4).flatMap((step) => oneOf(TAGS, value + step) ?? []);
    if (file !== undefined) shop.setFront(file, 'tags', tags);
  },
  thread: toFront('thread', ['The night ferry', 'The year of the council', 'Another story', undefined]),
  language: toFront('lang', ['fr', 'ar', 'zh-Hans', 'en', undefined]),
  authors: toFront('authors', [['Ada Fixture'], ['Ada Fixture', { name: 'B. Other', url: 'https://b.example/' }], []]),
  credit: toFront('credit', [CREDIT, undefined]),
  section: toFront('section', ['World', 'Harbour', undefined]),
  lead: toFront('lead', [true, undefined]),
  source: toFront('source', [{ name: 'The Closed Courier' }, { name: 'The Coast Herald' }, undefined]),
  rights: toFront('rights', [{ publish: 'excerpt' }, { publish: 'headline' }, { robots: 'noindex' }, undefined]),
  correction: toFront('corrections', [[{ date: '2026-01-02', text: 'It was nine.' }], undefined]),
  withdrawal: toFront('withdrawn', [{ date: '2025-07-01', reason: 'It was wrong.' }, undefined]),
  embargo: toFront('embargo', MOMENTS),
  expiry: toFront('expires', MOMENTS),
  draft: toFront('draft', [true, undefined]),
  'old paths': toFront('aliases', [...OLD_PATHS.map((path) => [path]), undefined]),
  translation: toFront('translationOf', [...ORIGINALS, undefined]),
  versions: (shop, pick, value) => {
    const file = oneOf(shop.files('.md'), pick);
    const copies = [0, 1, 2].slice(0, value % 4).flatMap((step) => oneOf(COPIES, value + step) ?? []);
    const versions = copies.map((name) => ({ captured: '2025-06-01', sha256: SHA, copy: name.replace('.md', '') }));
    if (file !== undefined) shop.setFront(file, 'versions', versions.length === 0 ? undefined : versions);
  },
  'an earlier version edited, taken out or put back': (shop, pick, value) => {
    const name = oneOf(COPIES, pick) ?? '';
    const kept = join(shop.content, 'versions', name);
    const text = readFileSync(join(FIXTURE_EDITION, 'versions', name), 'utf8');
    if (value % 3 === 0) rmSync(kept, { force: true });
    else shop.write(kept, value % 3 === 1 ? text : `${text}\nEarlier paragraph ${value}.\n`);
  },
  'a new article': (shop, pick, value) => {
    const place = oneOf(PLACES, pick) ?? '';
    const date = oneOf(DAYS, value);
    const head = `title: ${oneOf(HEADLINES, value) ?? ''}\ntags: [${oneOf(TAGS, value) ?? ''}]\n${date === undefined ? '' : `published: ${date}\n`}`;
    if (!existsSync(shop.article(place))) shop.write(shop.article(place), `---\n${head}---\n\nText of ${pick}.\n`);
  },
  'an article taken out': (shop, pick) => {
    const file = oneOf(shop.files('.md'), pick);
    if (file !== undefined) rmSync(shop.article(file));
  },
  'a new name': (shop, pick, value) => {
    const [file, to = ''] = [oneOf(shop.files('.md'), pick), oneOf(PLACES, value)];
    if (file !== undefined && !existsSync(shop.article(to))) shop.move(file, to);
  },
  'a fault': toFront('titel', ['Wrong key']),
  'faults mended': (shop) => {
    for (const file of shop.files('.md')) shop.setFront(file, 'titel', undefined);
  },
  'a picture shown': (shop, pick, value) => {
    const [file, picture] = [oneOf(shop.files('.md'), pick), oneOf(shop.files('.png', '.jpg'), value)];
    if (file === undefined || picture === undefined) return;
    const name = posix.relative(posix.dirname(file), picture);
    appendFileSync(shop.article(file), `\n![Picture ${value}](${name} "Seen from ${pick}")\n`);
  },
};

function toFront(key: string, values: readonly unknown[]): Edits[string] {
  return (shop, pick, value) => {
    const file = oneOf(shop.files('.md'), pick);
    if (file !== undefined) shop.setFront(file, key, oneOf(values, value));
  };
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feed } from '../../src/importer/feed/feed.ts';
import { readFeed, receiptOf, rss } from '../unit/importer/feed/feeds.ts';

const ARCHIVE = fileURLToPath(new URL('../../../shared/data/feeds.tar.gz', import.meta.url));

let folder: string;
let feeds: { name: string; bytes: Uint8Array }[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'feeds-'));
  execFileSync('tar', ['-xzf', ARCHIVE, '-C', folder]);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:xml|html)$/u.test(name),
  );
  feeds = files.sort().map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the hard cases of the feed validators', () => {
  test('each gives articles or says why not, and none ends the run', async () => {
    expect(feeds.length).toBeGreaterThan(1000);
    for (const { name, bytes } of feeds) {
      const found = await readFeed(bytes, { captured: '2026-11-22' });
      expect(found.length, name).toBeGreaterThan(0);
      for (const entry of found) expect(entry.ok ? entry.article.title.value : entry.reason, name).not.toBe('');
    }
  });

  test('the receipt of every article adds up, and no block is lost', async () => {
    let articles = 0;
    for (const { name, bytes } of feeds) {
      for (const entry of await readFeed(bytes)) {
        if (!entry.ok) continue;
        articles += 1;
        const { blocks, kept, moved, changed, dropped } = receiptOf(entry.article);
        expect(kept + moved.length + changed.length + dropped.length, name).toBe(blocks);
        expect(dropped, name).toEqual([]);
      }
    }
    expect(articles).toBeGreaterThan(700);
  });

  test('web pages among them are no feeds', () => {
    const pages = feeds.filter(({ name }) => name.endsWith('.html'));
    expect(pages.filter(({ name, bytes }) => feed.recognises(bytes, name))).toEqual([]);
  });
});

test('an attack of any test suite is text in a headline and ends no run as a text', async () => {
  const lines = readFileSync(new URL('../../../shared/data/hostile.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const attacks = lines.map(payloadOf);
  const quoted = (attack: string): string => attack.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
  const items = attacks.map(
    (attack) => `<item><title>x ${quoted(attack)}</title><description>${quoted(attack)}</description></item>`,
  );
  const found = await readFeed(rss(items.join('\n')));
  expect(found).toHaveLength(attacks.length);
  const shown = found.map((entry) =>
    entry.ok && entry.article.title.how === 'stated' ? entry.article.title.value.length : 0,
  );
  expect(shown.filter((length) => length > 0).length).toBeGreaterThan(attacks.length * 0.99);
  for (const entry of found) {
    if (!entry.ok) continue;
    const addresses = [...JSON.stringify(entry.article.body).matchAll(/"type":"link","url":"([^"]{0,99})/gu)];
    expect(addresses.filter(([, address = '']) => !/^(?:https?|mailto):/iu.test(address))).toEqual([]);
  }
});

function payloadOf(line: string): string {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed !== 'object' || parsed === null || !('payload' in parsed)) throw new Error('no payload');
  return String(parsed.payload);
}

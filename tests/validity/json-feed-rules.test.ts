import { expect, test } from 'vitest';
import { JSON_FEED_RULES, jsonFeedFindings } from '../setup/feed-rules/json-feed-rules.ts';
import { nameOf } from '../setup/feed-rules/rule.ts';

const FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Rules Gazette',
  home_page_url: 'https://rules.example/',
  feed_url: 'https://rules.example/feed.json',
  next_url: 'https://rules.example/feed-1.json',
  language: 'en-GB',
  authors: [{ name: 'The Rules Gazette', url: 'https://rules.example/' }],
  _press: { edition: 'evening' },
  items: [
    {
      id: 'https://rules.example/articles/lock/',
      url: 'https://rules.example/articles/lock/',
      title: 'Lock Opens',
      content_html: "<p>The <a href='https://rules.example/lock/'>lock</a> opened.</p>",
      summary: 'The lock is open.',
      date_published: '2025-03-01T09:30:00+01:00',
      date_modified: '2025-03-02T10:00:00Z',
      authors: [{ name: 'Ada Fixture' }],
      tags: ['Canal'],
      attachments: [{ url: 'https://rules.example/lock.mp3', mime_type: 'audio/mpeg', size_in_bytes: 12 }],
    },
    { id: 'plain', content_text: 'Plain words.', language: 'fr' },
  ],
});

/** A part of the rule's sentence, and one change of the feed above that breaks it. */
const BROKEN: [rule: string, from: string, to: string][] = [
  ['address of version 1.1', 'version/1.1', 'version/1'],
  ['a title and a list of items', '"title":"The Rules Gazette"', '"title":null'],
  ['a title and a list of items', '"items":[', '"_items":['],
  ['a title and a list of items', '{"id":"plain","content_text":"Plain words.","language":"fr"}', '"plain"'],
  ['a member is one of the format', '"_press"', '"press"'],
  ['a member is one of the format', '"date_published"', '"pubDate"'],
  ['a member is one of the format', '"authors":[{"name":"Ada Fixture"}]', '"author":{"name":"Ada Fixture"}'],
  ['a text is a string', '"summary":"The lock is open."', '"summary":""'],
  ['a text is a string', '"summary":"The lock is open."', '"summary":null'],
  ['an address is an absolute one', '"home_page_url":"https://rules.example/"', '"home_page_url":"/"'],
  [
    'an address is an absolute one',
    '"url":"https://rules.example/articles/lock/"',
    '"url":"https://rules.example/a b"',
  ],
  ['next_url does not lead to the feed itself', 'feed-1.json', 'feed.json'],
  ['an expired feed says so', '"_press":', '"expired":"no","_press":'],
  ['an id is a string', '"id":"plain"', '"id":7'],
  ['an id is a string', '"id":"plain"', '"id":""'],
  ['an id is a string', '"id":"plain"', '"id":"https://rules.example/articles/lock/"'],
  ['has content_html or content_text', '"content_text":"Plain words.",', ''],
  ['a date is a moment', '2025-03-01T09:30:00+01:00', '2025-03-01T09:30:00'],
  ['a date is a moment', '2025-03-01T09:30:00+01:00', '2025-02-30T09:30:00Z'],
  ['modified before it is published', '2025-03-01T09:30:00+01:00', '2025-03-02T11:00:01+01:00'],
  ['authors is a list', '[{"name":"Ada Fixture"}]', '[{}]'],
  ['authors is a list', '[{"name":"Ada Fixture"}]', '["Ada Fixture"]'],
  ['authors is a list', '[{"name":"Ada Fixture"}]', '[{"name":"Ada Fixture","url":"ada"}]'],
  ['tags is a list', '["Canal"]', '["Canal",""]'],
  ['tags is a list', '["Canal"]', '"Canal"'],
  ['language is a language tag', '"language":"fr"', '"language":"fr_FR"'],
  ['an attachment has', '"audio/mpeg"', '"audio"'],
  ['an attachment has', '"size_in_bytes":12', '"size_in_bytes":"12"'],
  ['HTML is without errors', '</p>', '</div>'],
  ['HTML is without errors', "href='https://rules.example/lock/'", "href='lock/'"],
  ['HTML is without errors', "href='https://rules.example/lock/'", "onfocus='go()'"],
  ['HTML is without errors', 'opened.', '<iframe></iframe>'],
];

function broken(from: string, to: string): string {
  expect(FEED).toContain(from);
  return FEED.replace(from, to);
}

test('a feed that keeps all rules of JSON Feed passes for one', () => {
  expect(jsonFeedFindings(FEED)).toEqual([]);
});

test.each(BROKEN)('a feed that breaks the rule “%s” is found out: %s → %s', (rule, from, to) => {
  const findings = jsonFeedFindings(broken(from, to));
  expect(findings.filter((finding) => finding.includes(rule))).not.toEqual([]);
});

test('every rule of JSON Feed has a feed that breaks it', () => {
  const unproven = JSON_FEED_RULES.map(nameOf).filter((name) => !BROKEN.some(([rule]) => name.includes(rule)));
  expect(unproven).toEqual([]);
});

test.each([
  ['cut off in the middle', FEED.slice(0, 200)],
  ['a list', `[${FEED}]`],
  ['nothing', ''],
])('a feed that is %s is no JSON Feed', (_, text) => {
  expect(jsonFeedFindings(text)).toHaveLength(1);
});

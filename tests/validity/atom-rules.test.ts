import { expect, test } from 'vitest';
import { ATOM_RULES, atomFindings } from '../setup/feed-rules/atom-rules.ts';
import { nameOf } from '../setup/feed-rules/rule.ts';

const FEED = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
  <author><name>The Rules Gazette</name><uri>https://rules.example/</uri></author>
  <id>https://rules.example/feed.xml</id>
  <link rel="self" type="application/atom+xml" href="https://rules.example/feed.xml"/>
  <link rel="prev-archive" href="https://rules.example/feed-1.xml"/>
  <title type="text">The Rules Gazette</title>
  <updated>2025-03-02T10:00:00Z</updated>
  <entry xml:lang="fr">
    <category term="Canal"/>
    <content type="html">&lt;p>The &lt;a href="https://rules.example/lock/">lock&lt;/a> opened.&lt;/p></content>
    <id>https://rules.example/articles/lock/</id>
    <link rel="alternate" type="text/html" hreflang="fr" href="https://rules.example/articles/lock/"/>
    <published>2025-03-01T09:30:00.5+01:00</published>
    <summary>The lock is open.</summary>
    <title>Lock Opens</title>
    <updated>2025-03-02T10:00:00Z</updated>
  </entry>
  <entry>
    <content>Plain words.</content>
    <id>https://rules.example/articles/plain/</id>
    <title>Plain</title>
    <updated>2024-02-29T10:00:00Z</updated>
  </entry>
</feed>
`;

/** A part of the rule's sentence, and one change of the feed above that breaks it. */
const BROKEN: [rule: string, from: string, to: string][] = [
  ['in the namespace of Atom', '2005/Atom', '2006/Atom'],
  ['stands only where it may', '<summary>The lock is open.</summary>', '<subtitle>The lock</subtitle>'],
  ['stands only where it may', '<category term="Canal"/>', '<category term="Canal"/><pubDate>now</pubDate>'],
  ['exactly one id, title and updated', '<title>Plain</title>', ''],
  ['exactly one id, title and updated', '<title>Plain</title>', '<title>Plain</title><title>Plain</title>'],
  ['exactly one id, title and updated', '<id>https://rules.example/feed.xml</id>', ''],
  ['exactly one id, title and updated', '<updated>2024-02-29T10:00:00Z</updated>', ''],
  ['stand at most once', '<summary>', '<summary>One more.</summary><summary>'],
  ['every entry has an author', '<author><name>The Rules Gazette</name><uri>https://rules.example/</uri></author>', ''],
  ['says where it is itself', 'rel="self"', 'rel="related"'],
  [
    'one alternate link',
    '<link rel="alt',
    '<link type="text/html" hreflang="fr" href="https://rules.example/b/"/><link rel="alt',
  ],
  ['an entry without content', '<content>Plain words.</content>', ''],
  ['have the same id', 'articles/plain/', 'articles/lock/'],
  ['have the same id', 'https://rules.example/articles/plain/', 'https://rules.example/feed.xml'],
  ['not older than its entries', '2024-02-29T10:00:00Z', '2025-03-02T10:00:01Z'],
  ['updated before it is published', '2025-03-01T09:30:00.5+01:00', '2025-03-02T11:00:00.5+01:00'],
  ['archive before', 'feed-1.xml', 'feed.xml'],
  ['archive before', '<link rel="p', '<link rel="prev-archive" href="https://rules.example/feed-2.xml"/><link rel="p'],
  ['xml:lang is a language tag', 'xml:lang="fr"', 'xml:lang="fr_FR"'],
  ['xml:lang is a language tag', ' xml:lang="en-GB"', ''],
  ['a text is text or HTML', 'type="text"', 'type="text/plain"'],
  ['a text is text or HTML', 'Lock Opens', 'Lock <b>Opens</b>'],
  ['a title is not empty', 'Lock Opens', ' '],
  ['a person has one name', '<name>The Rules Gazette</name>', '<name> </name>'],
  ['a person has one name', '<uri>https://rules.example/</uri>', '<uri>rules.example</uri>'],
  ['a person has one name', '</author>', '<email>nobody</email></author>'],
  ['a date is a moment', '2025-03-01T09:30:00.5+01:00', '2025-03-01T09:30:00.5'],
  ['a date is a moment', '2025-03-01T09:30:00.5+01:00', '2025-03-01'],
  ['a date is a moment', '2025-03-01T09:30:00.5+01:00', '2025-03-01t08:30:00z'],
  ['a date is a moment', '2024-02-29', '2023-02-29'],
  ['an id is an absolute IRI', 'https://rules.example/articles/plain/', '/articles/plain/'],
  ['an id is an absolute IRI', 'https://rules.example/articles/plain/', 'https://rules.example/a"b'],
  ['a category has a term', '<category term="Canal"/>', '<category label="Canal"/>'],
  ['a category has a term', '<category term="Canal"/>', '<category term="Canal"/><category term="Canal"/>'],
  ['a link has an absolute address', 'href="https://rules.example/feed-1.xml"', 'href="feed-1.xml"'],
  ['a link has an absolute address', 'href="https://rules.example/feed-1.xml"', 'href="https://rules.example/[1]"'],
  ['a relation is a registered one', 'rel="prev-archive"', 'rel="older"'],
  ['type is a media type', 'type="application/atom+xml"', 'type="atom"'],
  ['hreflang a language tag', 'hreflang="fr"', 'hreflang="french language"'],
  ['a content is text or escaped HTML', '<content>Plain words.</content>', '<content/>'],
  ['a content is text or escaped HTML', 'Plain words.', 'Plain <p>words.</p>'],
  ['a content is text or escaped HTML', '<content>', '<content type="image/png">'],
  ['HTML is without errors', '&lt;/p>', '&lt;/div>'],
  ['HTML is without errors', 'href="https://rules.example/lock/"', 'href="/lock/"'],
  ['HTML is without errors', 'href="https://rules.example/lock/"', 'href="javascript:alert(1)"'],
  ['HTML is without errors', 'href="https://rules.example/lock/"', 'onclick="go()"'],
  ['HTML is without errors', 'href="https://rules.example/lock/"', 'style="color: red"'],
  ['HTML is without errors', 'opened.', '&lt;script>go()&lt;/script>'],
  ['HTML is without errors', 'opened.', '&lt;style>p {}&lt;/style>'],
];

function broken(from: string, to: string): string {
  expect(FEED).toContain(from);
  return FEED.replace(from, to);
}

test('a feed that keeps all rules of Atom passes for one', () => {
  expect(atomFindings(FEED)).toEqual([]);
});

test.each(BROKEN)('a feed that breaks the rule “%s” is found out: %s → %s', (rule, from, to) => {
  const findings = atomFindings(broken(from, to));
  expect(findings.filter((finding) => finding.includes(rule))).not.toEqual([]);
});

test('every rule of Atom has a feed that breaks it', () => {
  const unproven = ATOM_RULES.map(nameOf).filter((name) => !BROKEN.some(([rule]) => name.includes(rule)));
  expect(unproven).toEqual([]);
});

test.each([
  ['an element that is not closed', '</title>', ''],
  ['a bare ampersand', 'Plain words.', 'Plain & words.'],
  ['an entity that only HTML knows', 'Plain words.', 'Plain&nbsp;words.'],
  ['an attribute that stands twice', 'xml:lang="fr"', 'xml:lang="fr" xml:lang="fr"'],
  ['a control character', 'Plain words.', 'Plain\u0001words.'],
  ['a prefix that nobody declared', '<content>Plain words.</content>', '<media:content/>'],
])('a feed with %s is no XML for any reader', (_, from, to) => {
  const findings = atomFindings(broken(from, to));
  expect(findings).not.toEqual([]);
  expect(findings.filter((finding) => !finding.startsWith('XML 1.0, well-formed'))).toEqual([]);
});

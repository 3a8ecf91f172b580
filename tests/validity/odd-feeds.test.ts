import { describe, expect, it } from 'vitest';
import { frontPath } from '../../src/news/paths.ts';
import { toCorrectionsFeeds, toFeeds } from '../../src/routes/feeds.ts';
import { writeAtom } from '../../src/routes/write-atom.ts';
import { writeJsonFeed } from '../../src/routes/write-json-feed.ts';
import { atomFindings } from '../setup/feed-rules/atom-rules.ts';
import { jsonFeedFindings } from '../setup/feed-rules/json-feed-rules.ts';
import { makeArticle, makeArticles, makeEdition } from '../unit/routes/edition.ts';

/** What a careless or hostile editor may write in any field. */
const ODD = [
  '</title><script>alert(1)</script>',
  ']]> --> <![CDATA[ &amp; &nbsp; &#1; "quoted"',
  '<!DOCTYPE x [<!ENTITY y "z">]> &y; <?php ?>',
  '  white\u00a0space \u2028 and \u2029 \u200f\u202e marks ',
  '\u{1f6a2} \u{10ffff} \ufffd e\u0301',
];

function oddArticle(text: string, index: number): ReturnType<typeof makeArticle> {
  return makeArticle(`2017/01/odd-${index}.md`, {
    title: text,
    description: text,
    published: '2017-01-02T10:00+01:00',
    updated: '2017-01-03',
    authors: [{ name: text, url: 'https://people.example/?q="<>' }, text],
    tags: [text, `${text} more`],
    lang: index % 2 === 0 ? 'zh-Hant-TW' : 'de-1996',
    source: { name: text, url: 'https://ap.example/a|b' },
    rights: { notice: text, license: text },
    corrections: [{ date: '2017-01-05', text }],
  });
}

const html = (digest: string): string => `<p>${digest.replace(/\W/gu, ' ')} &amp; <em>more</em> ]]&gt;<br></p>`;

describe.each([
  ['of a long run, with its closed parts', makeArticles(120)],
  ['of odd articles', ODD.map(oddArticle)],
  ['in which nothing stands yet', []],
])('the feeds %s', (_, articles) => {
  const edition = makeEdition(articles);
  const title = ODD[0] ?? '';
  const all = [
    ...toFeeds(edition, { of: frontPath, title, subtitle: title, articles }),
    ...toCorrectionsFeeds(edition),
  ];

  it('keep all rules of Atom', () => {
    const feeds = all.filter(({ page }) => page === 'atom').map(({ props }) => writeAtom(props, html));
    expect(feeds.flatMap(atomFindings)).toEqual([]);
    expect(feeds.length).toBeGreaterThan(1);
  });

  it('keep all rules of JSON Feed', () => {
    const feeds = all.filter(({ page }) => page === 'jsonFeed').map(({ props }) => writeJsonFeed(props, html));
    expect(feeds.flatMap(jsonFeedFindings)).toEqual([]);
    expect(feeds.length).toBeGreaterThan(1);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchText, toSearchEntries } from '../../../src/build/search/search-record.ts';
import type { Article } from '../../../src/news/article.ts';
import { frontPath } from '../../../src/news/paths.ts';
import { shownText } from '../../../src/news/publication.ts';
import { toEvidence } from '../../../src/news/related/evidence.ts';
import { toShownArticle } from '../../../src/news/shown-article.ts';
import { allRoutes } from '../../../src/routes/all-routes.ts';
import { toFeeds } from '../../../src/routes/feeds.ts';
import { toTextFile } from '../../../src/routes/text-files.ts';
import { makeArticle, makeEdition, makeSite } from '../routes/edition.ts';

/** A word for each thing that an article holds, with the least that must be shown for it to be read anywhere. */
const WORDS = {
  nothing: ['wheadline', 'wkicker', 'wauthor', 'wtag', 'wcorrection'],
  excerpt: ['wstandfirst', 'wdateline', 'wcredit', 'wexcerpt'],
  full: [
    'wbody',
    'wopening',
    'wcaption',
    'walt',
    'wphotographer',
    'wpicture',
    'wmoved',
    'wchanged',
    'wdropped',
    'wfile',
  ],
};

const TEXTS: Record<string, string> = {
  ...{ page: '<p>wexcerpt</p><p>wbody</p>', feed: '<p>wexcerpt</p><p>wbody</p>', excerpt: '<p>wexcerpt</p>' },
  ...{ twin: 'wexcerpt wbody', 'twin excerpt': 'wexcerpt' },
};

function textOf(digest: string): string {
  const text = TEXTS[digest];
  if (text === undefined) throw new Error(`No text is kept under "${digest}".`);
  return text;
}

const FRONT = {
  ...{ title: 'wheadline', kicker: 'wkicker', description: 'wstandfirst', dateline: 'wdateline', credit: 'wcredit' },
  ...{ published: '2016-10-04', authors: ['wauthor'], tags: ['wtag'] },
  image: { src: 'a.jpg', alt: 'walt', caption: 'wcaption', credit: 'wphotographer' },
  corrections: [{ date: '2016-10-05', text: 'wcorrection' }],
  receipt: {
    ...{ blocks: 3, kept: 0, text: '0'.repeat(64) },
    moved: [{ line: 1, field: 'credit', was: 'wmoved' }],
    changed: [{ line: 2, field: 'published', was: 'wchanged' }],
    dropped: [{ line: 3, reason: 'advertisement', was: 'wdropped' }],
  },
};

function toWhole(keys: Record<string, unknown>): Article {
  const source = { name: 'AP', url: 'https://ap.example/1', file: 'wfile.txt' };
  const twin = { page: 'twin', excerpt: 'twin excerpt' };
  const body = { page: 'page', feed: 'feed', excerpt: 'excerpt', twin, opening: ['wopening wbody'], words: 2 };
  const { path } = makeArticle('wpicture.md');
  const article = makeArticle('2016/10/a.md', { ...FRONT, source, ...keys }, { body, verbatim: true });
  const evidence = toEvidence('wheadline', ['wexcerpt wbody wopening'], 'en');
  return { ...article, picture: { path, digest: 'd', width: 1, height: 1 }, evidence };
}

const PUBLISH = fc.option(fc.constantFrom('full', 'excerpt', 'headline'), { nil: undefined });
const STATE = fc.record({
  own: PUBLISH,
  bySource: PUBLISH,
  isWithdrawn: fc.boolean(),
  robots: fc.constantFrom('canonical', 'index', 'noindex'),
});

/** All that any output is made of: what pages show, files of text as they are written, and what is searched. */
async function outputsOf(article: Article, site: Record<string, unknown>): Promise<string> {
  const edition = makeEdition([article], site);
  const feeds = toFeeds(edition, { of: frontPath, title: 'T', subtitle: undefined, articles: edition.articles });
  const routes = [...allRoutes(edition), ...feeds];
  const files = await Promise.all(routes.map((route) => toTextFile(route, textOf)));
  const pages = routes.map(({ page, props }) => {
    return JSON.stringify(props) + (page === 'article' && props.body !== undefined ? textOf(props.body) : '');
  });
  const searched = toSearchEntries(edition).map((entry) => searchText(entry, textOf));
  return [...files.map((file) => file?.text ?? ''), ...pages, ...searched, JSON.stringify(edition.articles)].join('\n');
}

describe('an article of an edition', () => {
  it('gives no output a word that its rights withhold, whatever they are and wherever they are said', async () => {
    await fc.assert(
      fc.asyncProperty(STATE, async ({ own, bySource, isWithdrawn, robots }) => {
        const rights = { robots, ...(own && { publish: own }) };
        const withdrawn = isWithdrawn ? { withdrawn: { date: '2016-10-06', reason: 'It was wrong.' } } : {};
        const facts = { sources: { AP: { rights: bySource ? { publish: bySource } : {} } } };
        const site = makeSite(facts);
        const whole = toWhole({ rights, ...withdrawn });
        const shown = shownText(whole.front, site);
        expect(shown).toBe(isWithdrawn || (own ?? bySource) === 'headline' ? 'nothing' : (own ?? bySource ?? 'full'));
        const output = await outputsOf(
          toShownArticle(whole, site, () => ['wexcerpt']),
          facts,
        );
        const withheld = { full: [], excerpt: WORDS.full, nothing: [...WORDS.full, ...WORDS.excerpt] }[shown];
        expect(withheld.filter((word) => output.includes(word))).toEqual([]);
        const open = {
          full: Object.values(WORDS).flat(),
          excerpt: [...WORDS.nothing, ...WORDS.excerpt],
          nothing: WORDS.nothing,
        };
        expect(open[shown].filter((word) => !output.includes(word))).toEqual([]);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it('is told to be like others by no word that is withheld', () => {
    const site = makeSite();
    const evidenceOf = (publish: string): unknown => {
      const { words, counts, digests } =
        toShownArticle(toWhole({ rights: { publish } }), site, () => ['wexcerpt']).evidence ?? {};
      return [words, counts, digests?.words];
    };
    const knownFrom = (...paragraphs: string[]): unknown => {
      const { words, counts, digests } = toEvidence('wheadline', paragraphs, 'en');
      return [words, counts, digests.words];
    };
    expect(evidenceOf('headline')).toEqual(knownFrom());
    expect(evidenceOf('excerpt')).toEqual(knownFrom('wexcerpt'));
    expect(evidenceOf('full')).toEqual(knownFrom('wexcerpt wbody wopening'));
  });

  it('keeps the name of its file where nothing else tells where it is from', () => {
    const whole = toWhole({ source: { file: 'notes.txt' }, rights: { publish: 'headline' } });
    expect(toShownArticle(whole, makeSite(), () => []).front.source).toEqual({ file: 'notes.txt' });
  });

  it('gives a text that may not be shown to nobody who asks for it', () => {
    const { body } = toShownArticle(toWhole({ rights: { publish: 'headline' } }), makeSite(), () => ['wexcerpt']);
    for (const digest of [body.page, body.feed, body.excerpt, body.twin?.page, body.twin?.excerpt])
      expect(() => textOf(digest ?? '')).toThrow('No text is kept');
  });
});

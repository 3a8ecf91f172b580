import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toOutput } from '../../../src/build/print-pages.ts';
import type { Edition } from '../../../src/news/edition.ts';
import { toEvidence } from '../../../src/news/related/evidence.ts';
import { toVocabulary } from '../../../src/news/vocabulary.ts';
import { allRoutes } from '../../../src/routes/all-routes.ts';
import { makeArticle, makeEdition } from './edition.ts';

/** The same editions on every machine. */
const SEED = 6;

/** One of some values, and mostly none of them: what nobody may read is like nothing else. */
const seldom = <Value>(...values: Value[]): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...values) });

/** What may be different in an article, each by itself, with values that pages show. */
const KEYS = fc.record(
  {
    title: fc.constantFrom('The lock', 'The lock is open', 'Rain'),
    kicker: fc.constantFrom('Ports', 'Weather'),
    description: fc.constantFrom('A standfirst.', 'Another.'),
    section: fc.constantFrom('World'),
    published: fc.constantFrom('2016-10-04', '2024-11-22', '2024-11-23', '2026-11-01'),
    updated: fc.constantFrom('2026-11-02'),
    authors: fc.constantFrom(['Ann'], ['Ann', 'Ben']),
    tags: fc.subarray(['Syria', 'Locks', 'Canal', 'Ferry']),
    thread: fc.constantFrom('The lock', 'The lock', 'The LOCK', 'Rain'),
    lang: fc.constantFrom('en', 'en', 'en', 'ar', 'he'),
    translationOf: fc.constantFrom('/articles/a/', '/articles/b/'),
    aliases: fc.constantFrom(['/old/1/']),
    source: fc.constantFrom({ name: 'AP' }, { name: 'AP', url: 'https://ap.example/1' }),
    receipt: fc.constant({ blocks: 1, kept: 1, text: '0'.repeat(64) }),
    rights: seldom({ publish: 'excerpt' }, { publish: 'headline' }, { robots: 'noindex', holder: 'AP' }),
    corrections: fc.constantFrom([{ date: '2026-11-02', text: 'Right now.' }]),
    withdrawn: seldom({ date: '2026-11-02', reason: 'Wrong.' }),
  },
  { requiredKeys: [] },
);

const SITE = fc.record({
  name: fc.constantFrom('The Paper', 'Paper'),
  lang: fc.constantFrom('en', 'de'),
  oldAfterYears: fc.constantFrom(0, 2, 10),
  sources: fc.constantFrom({}, { AP: { rights: { publish: 'headline' } } }),
});

const TAGS = fc.constantFrom<{ name: string; sameAs?: string[] } | undefined>(
  undefined,
  { name: 'Syria' },
  { name: 'Syria', sameAs: ['https://w.example/Q858'] },
);

const CRANE =
  'The harbour board of Mnemba voted on Tuesday to keep the crane, which has stood on the mole since the storm of the year in which the lighthouse went dark';

/** Texts: the second is a version of the first, and each of the others is about what one or two more are about. */
const PAGES: Record<string, string> = {
  crane: CRANE,
  nearly: `${CRANE} again`,
  ferry: 'Captain Salmin of the ferry told the harbour board of Mnemba that cormorants had nested on the crane',
  storm:
    'The storm came over the mole at night, and Captain Salmin saw the lighthouse go dark before the cormorants did',
  rain: 'Rain fell on the market of Zanzibar all week, and nobody sold umbrellas, mangoes or cloves',
  cloves: 'Cloves and mangoes from Zanzibar sell for more in Bombay than they have since the rain',
};

const WORD = fc.constantFrom('one', 'other');
const ARTICLE = fc.record({ keys: KEYS, page: fc.constantFrom(...Object.keys(PAGES)), text: WORD });
const FILES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** Few articles with few values: of two editions many pages are the same, and many differ in one thing. */
const EDITION = fc.record({
  site: SITE,
  today: fc.constantFrom('2026-11-22', '2026-11-23'),
  tag: TAGS,
  articles: fc.array(ARTICLE, { minLength: FILES.length, maxLength: FILES.length }),
});

type Facts = Parameters<Parameters<(typeof EDITION)['map']>[0]>[0];

function toEdition({ site, today, tag, articles }: Facts): Edition {
  const made = articles.map(({ keys, page, text }, index) => {
    const twin = { page, excerpt: page };
    const article = makeArticle(`${FILES[index]}.md`, keys, {
      ...{ text, body: { page, twin, opening: [page], words: page.length } },
    });
    return { ...article, evidence: toEvidence(article.front.title, [PAGES[page] ?? ''], article.lang) };
  });
  const edition = { ...makeEdition(made, site), today };
  return tag
    ? { ...edition, vocabulary: toVocabulary([{ aliases: [], sameAs: [], neverSameAs: [], ...tag }], 'en') }
    : edition;
}

/** Two that differ in one part. */
const PAIR = fc
  .tuple(EDITION, EDITION, fc.constantFrom('site', 'today', 'tag', ...FILES), fc.constantFrom('keys', 'page', 'text'))
  .map(([first, second, part, of]): [Edition, Edition] => {
    const articles = first.articles.map((article, index) => {
      return FILES[index] === part ? { ...article, [of]: second.articles[index]?.[of] ?? article[of] } : article;
    });
    const isPart = (name: string): boolean => name === part;
    const { site, today, tag } = first;
    return [
      toEdition(first),
      toEdition({
        site: isPart('site') ? second.site : site,
        today: isPart('today') ? second.today : today,
        tag: isPart('tag') ? second.tag : tag,
        articles,
      }),
    ];
  });

describe('the inputs of an article’s page', () => {
  it('are the same only where the page shows the same, whatever else has changed', () => {
    const seen = { same: 0, other: 0 };
    fc.assert(
      fc.property(PAIR, ([first, second]) => {
        const before = new Map(allRoutes(first).map((route) => [route.path, toOutput(route)]));
        for (const route of allRoutes(second)) {
          const [last, now] = [before.get(route.path), toOutput(route)];
          if (now.inputs === undefined || !last) continue;
          if (now.inputs === last.inputs) {
            seen.same += 1;
            expect(now.key, route.path).toBe(last.key);
          } else seen.other += 1;
        }
      }),
      { seed: SEED, numRuns: 1000 },
    );
    // It proves something: both cases were seen often.
    expect(Math.min(seen.same, seen.other)).toBeGreaterThan(50);
  });
});

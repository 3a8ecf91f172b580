import { describe, expect, it } from 'vitest';
import { ContentError } from '../../../src/edition/content-error.ts';
import { readTags } from '../../../src/edition/read-tags.ts';
import { tagSlug } from '../../../src/news/slug.ts';
import { allRoutes, type Route } from '../../../src/routes/all-routes.ts';
import { makeFolder } from '../build/folder.ts';
import { article, read, SITE } from './content.ts';

/** What an editor is told of a tags.yaml, and of articles beside it. */
async function problemsOf(yaml: string, files: Record<string, string> = {}): Promise<string[]> {
  const content = await makeFolder({ ...SITE, 'tags.yaml': yaml, ...files });
  try {
    await read(content, await makeFolder());
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.message.split('\n').map((line) => line.replace(`${content}/`, ''));
  }
}

async function routesOf(files: Record<string, string>): Promise<Route[]> {
  return allRoutes((await read(await makeFolder({ ...SITE, ...files }), await makeFolder())).edition);
}

const STATES = '- name: United States\n  aliases: [U.S., USA]\n  slug: us\n  sameAs: [Q30]\n  kind: place\n';

const NEWS = {
  'articles/a.md': article('tags: [U.S., Trade]\npublished: 2016-10-04'),
  'articles/b.md': article('tags: [usa, Trade]\npublished: 2016-10-05'),
  'articles/c.md': article('tags: [United States, USA]\npublished: 2016-10-06'),
};

describe('a mistake in tags.yaml', () => {
  it.each([
    ['Syria\n', /^tags\.yaml:1:1 {2}expected a list of tags/u],
    ['- name: Syria\n  alias: [x]\n', /^tags\.yaml:2:3 {2}\[0\]\.alias: unknown key; did you mean "aliases"\?$/u],
    ['- name: Syria\n- kind: place\n', /^tags\.yaml:2:3 {2}\[1\]\.name: is missing; expected a name/u],
    ['- name: Syria\n  kind: land\n', /^tags\.yaml:2:3 {2}\[0\]\.kind: expected one of person, place/u],
    ['- name: Syria\n  slug: Sy ria\n', /^tags\.yaml:2:3 {2}\[0\]\.slug: expected lower-case letters/u],
    ['- name: Syria\n  sameAs: [Q858, P31]\n', /^tags\.yaml:2:18 {2}\[0\]\.sameAs\[1\]: expected an address/u],
    [
      '- name: Syria\n- name: Iran\n  aliases: [syria]\n',
      /^tags\.yaml:2:3 {2}\[1\]: "syria" is a name of "Syria" too$/u,
    ],
    [
      '- name: Syria\n- name: Iran\n  slug: syria\n',
      /^tags\.yaml:3:3 {2}\[1\]\.slug: "Syria" has the address "syria" too$/u,
    ],
    [
      '- name: Syria\n  aliases: [SAR]\n- name: Iran\n  slug: sar\n',
      /^tags\.yaml:4:3 .*"Syria" has the address "sar" too$/u,
    ],
    [
      '- name: Asia\n- name: Syria\n  broader: Asai\n',
      /^tags\.yaml:3:3 .*no tag here is named "Asai"; did you mean "Asia"\?$/u,
    ],
    ['- name: Syria\n  broader: Syria\n', /^tags\.yaml:2:3 .*"Syria" is itself part of "Syria"$/u],
    [
      '- name: Syria\n  aliases: [SAR]\n  neverSameAs: [sar]\n',
      /^tags\.yaml:3:3 .*"sar" is a name of this tag itself$/u,
    ],
    ['- name: {xyzzy_1: Syria}\n', /^tags\.yaml:1:3 {2}\[0\]\.name: expected a name/u],
    ['- name: [\n', /^tags\.yaml:\d+:\d+ {2}not valid YAML/u],
  ])('is told with its line: %j', async (yaml, told) => {
    const problems = await problemsOf(yaml);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(told);
  });

  it('is told of every tag in a circle', async () => {
    const circle =
      '- {name: A, broader: B}\n- {name: B, broader: C}\n- {name: C, broader: A}\n- {name: D, broader: A}\n';
    expect((await problemsOf(circle)).map((line) => line.split(':')[1])).toEqual(['1', '2', '3']);
  });

  it('that gives one topic the address of another which articles have is told, and merges nothing', async () => {
    const problems = await problemsOf('- name: United States\n  slug: us\n', {
      'articles/a.md': article('tags: [US]'),
    });
    expect(problems).toEqual([
      expect.stringMatching(/^articles\/a\.md:1:1 {2}tags: "US" has the address of "United States"/u),
    ]);
  });
});

describe('a tags.yaml', () => {
  it.each([undefined, '', '# nothing yet\n\n'])('that says nothing leaves every page as it is: %j', async (yaml) => {
    const content = await makeFolder({ ...SITE, ...(yaml === undefined ? {} : { 'tags.yaml': yaml }) });
    expect(await readTags(content, 'en')).toBeUndefined();
  });

  it('makes one topic of all its names, in lists, counts, feeds and the terms of machines', async () => {
    const routes = await routesOf({ ...NEWS, 'tags.yaml': STATES });
    const pages = routes.flatMap((route) => (route.page === 'tag' ? [route] : []));
    expect(pages.map(({ path, props }) => [path, props.name, props.whole?.count]).toSorted()).toEqual([
      ['/tags/trade/', 'Trade', 2],
      ['/tags/us/', 'United States', 3],
    ]);
    expect(
      pages.flatMap(({ props }) => props.whole?.relatedTags.map(({ label, count }) => [label, count])).toSorted(),
    ).toEqual([
      ['Trade', 2],
      ['United States', 2],
    ]);
    const feed = routes.flatMap((route) =>
      route.path === '/tags/us/feed.json' && route.page === 'jsonFeed' ? [route] : [],
    );
    expect(feed[0]?.props.entries.map(({ tags }) => tags[0])).toEqual([
      'United States',
      'United States',
      'United States',
    ]);
    const articles = routes.flatMap((route) => (route.page === 'article' ? [route.props] : []));
    expect(articles.map(({ kicker }) => kicker)).toEqual(['United States', 'United States', 'United States']);
    expect(articles.map(({ head }) => head.structuredData?.['keywords'])).toEqual([
      ['United States'],
      ['United States', 'Trade'],
      ['United States', 'Trade'],
    ]);
    const about = [{ '@type': 'Place', name: 'United States', sameAs: ['https://www.wikidata.org/wiki/Q30'] }];
    expect(articles.map(({ head }) => head.structuredData?.['about'])).toEqual([about, about, about]);
  });

  it('has every other name’s address lead to the topic, and none to a topic that no article has', async () => {
    const yaml = `${STATES}- name: Nowhere\n  aliases: [Utopia]\n`;
    const redirects = (await routesOf({ ...NEWS, 'tags.yaml': yaml })).flatMap((route) =>
      route.page === 'redirect' ? [[route.path, route.props.to]] : [],
    );
    expect(redirects).toEqual([
      ['/tags/united-states/', '/news/tags/us/'],
      [`/tags/${tagSlug('U.S.')}/`, '/news/tags/us/'],
      ['/tags/usa/', '/news/tags/us/'],
    ]);
  });
});

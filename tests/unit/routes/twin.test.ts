import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { frontMatterSchema } from '../../../src/news/front-matter.ts';
import { allRoutes } from '../../../src/routes/all-routes.ts';
import { toTwin } from '../../../src/routes/twin.ts';
import { writeTwin } from '../../../src/routes/write-twin.ts';
import { BuildPlan } from '../../../src/build/plan.ts';
import { toOutput } from '../../../src/build/print-pages.ts';
import { render } from '../markdown/render.ts';
import { makeArticle, makeEdition, type Rest } from './edition.ts';

const TEXTS: Record<string, string> = { page: 'The whole text.\n', excerpt: 'The first paragraph.\n' };
const WITH_TWIN = { twin: { page: 'page', excerpt: 'excerpt' } };

/** The twin of an article with these keys, as the file that a reader gets. */
function fileOf(keys: Record<string, unknown>, site: Record<string, unknown> = {}, rest: Rest = {}): string {
  const article = makeArticle('2016/10/truce.md', keys, { ...rest, body: WITH_TWIN });
  return writeTwin(toTwin(makeEdition([article], site), article), (digest) => TEXTS[digest] ?? '');
}

/** The two parts of a twin, the facts read by another YAML library than the one that wrote them. */
function read(file: string): { facts: Record<string, unknown>; text: string } {
  const [, yaml = '', text = ''] = /^---\n([\s\S]*?\n)---\n\n?([\s\S]*)$/u.exec(file) ?? [];
  const facts: unknown = parse(yaml, { schema: 'core', maxAliasCount: 0 });
  if (typeof facts !== 'object' || facts === null) throw new Error(`No facts in ${file}`);
  return { facts: { ...facts }, text };
}

const RECEIPT = {
  blocks: 4,
  kept: 2,
  moved: [{ line: 1, field: 'title' }],
  changed: [],
  dropped: [{ line: 2, reason: 'page furniture', was: 'Subscribe now' }],
  text: 'a'.repeat(64),
};

const EVERYTHING = {
  kicker: 'Truce',
  description: 'A standfirst.',
  published: '2016-10-04T14:30:00+02:00',
  updated: '2016-10-05',
  authors: ['Ada', { name: 'Bruno', url: 'https://people.example/bruno' }],
  dateline: 'GENEVA, Oct 4',
  section: 'World',
  tags: ['Syria', 'John Kerry'],
  thread: 'Truce talks',
  lang: 'en-GB',
  translationOf: '/articles/2016/10/trêve/',
  image: { src: 'kerry.jpg', alt: 'A man', caption: 'A caption', credit: 'A photographer' },
  credit: 'With reporting by the Agency',
  source: {
    name: 'The Wire',
    url: 'https://wire.example/1',
    author: 'Ada',
    file: 'private-name.html',
    item: 'private-guid',
    captured: '2016-10-06',
    sha256: 'b'.repeat(64),
  },
  receipt: RECEIPT,
  versions: [{ captured: '2016-10-05', sha256: 'c'.repeat(64) }],
  rights: { holder: 'The Wire', notice: '© 2016', license: 'CC BY 4.0', url: 'https://l.example/', robots: 'index' },
  corrections: [{ date: '2016-10-05', text: 'It was Monday.' }],
  embargo: '2016-10-04',
  expires: '2099-01-01',
  aliases: ['/old/'],
};

describe('a plain twin', () => {
  it('says what its page says, in the order of front matter, and ends with the address of the page', () => {
    const picture = { path: makeArticle('x.md').path, digest: 'd', width: 3, height: 2 };
    const { facts, text } = read(fileOf(EVERYTHING, {}, { picture, verbatim: true, text: 'a'.repeat(64) }));
    expect(facts).toEqual({
      title: 'Headline of 2016/10/truce.md',
      kicker: 'Truce',
      description: 'A standfirst.',
      published: '2016-10-04T14:30:00+02:00',
      updated: '2016-10-05',
      authors: ['Ada', { name: 'Bruno', url: 'https://people.example/bruno' }],
      dateline: 'GENEVA, Oct 4',
      section: 'World',
      tags: ['Syria', 'John Kerry'],
      thread: 'Truce talks',
      lang: 'en-GB',
      translationOf: 'https://paper.example/news/articles/2016/10/trêve/',
      image: {
        src: 'https://paper.example/news/articles/x/',
        alt: 'A man',
        caption: 'A caption',
        credit: 'A photographer',
      },
      credit: 'With reporting by the Agency',
      source: {
        name: 'The Wire',
        url: 'https://wire.example/1',
        author: 'Ada',
        captured: '2016-10-06',
        sha256: 'b'.repeat(64),
      },
      receipt: { verbatim: true, blocks: 4, kept: 2, moved: 1, changed: 0, dropped: 1, text: 'a'.repeat(64) },
      rights: { holder: 'The Wire', notice: '© 2016', license: 'CC BY 4.0', url: 'https://l.example/' },
      corrections: [{ date: '2016-10-05', text: 'It was Monday.' }],
      url: 'https://paper.example/news/articles/2016/10/truce/',
    });
    const order = Object.keys(frontMatterSchema.shape).filter((key) => key in facts);
    expect(Object.keys(facts)).toEqual([...order, 'url']);
    expect(text).toBe('The whole text.\n');
  });

  it('names no file of the publisher and nothing that the source said and the page does not', () => {
    expect(fileOf(EVERYTHING)).not.toMatch(/private|Subscribe|embargo|expires|alias/u);
  });

  it('of a short article has nothing but its headline, language and address', () => {
    expect(fileOf({ title: 'Fog' })).toBe(
      '---\ntitle: Fog\nlang: en\nurl: https://paper.example/news/articles/2016/10/truce/\n---\n\nThe whole text.\n',
    );
  });

  it.each([
    { publish: 'excerpt', text: 'The first paragraph.\n\nThese are the first paragraphs. <https://wire.example/1>\n' },
    { publish: 'headline', text: 'Only the headline is published here. <https://wire.example/1>\n' },
  ])('obeys the right to publish the $publish only', ({ publish, text }) => {
    const bySource = { sources: { 'The Wire': { rights: { publish } } } };
    const { facts, text: found } = read(fileOf({ ...EVERYTHING, rights: undefined }, bySource, { verbatim: true }));
    expect(found).toBe(text);
    expect(facts).toMatchObject({ rights: { publish }, receipt: { kept: 2 } });
    expect(facts).not.toHaveProperty('receipt.text');
    for (const key of ['description', 'image', 'credit']) expect(key in facts, key).toBe(publish === 'excerpt');
  });

  it('of a withdrawn article says when and why, and has no text', () => {
    const withdrawn = { date: '2016-10-09', reason: 'It named *a man* at https://x.example/ <b>wrongly</b>.' };
    const { facts, text } = read(fileOf({ ...EVERYTHING, withdrawn }));
    expect(facts).toMatchObject({ withdrawn, title: 'Headline of 2016/10/truce.md' });
    expect(Object.keys(facts)).not.toEqual(expect.arrayContaining(['description']));
    expect(facts).not.toHaveProperty('receipt');
    expect(render(text).blocks).toEqual([
      'Withdrawn 9 October 2016. It named *a man* at https://x.example/ <b>wrongly</b>. https://wire.example/1',
    ]);
  });

  it('says in the language of the article why it is not whole', () => {
    expect(read(fileOf({ lang: 'fr', rights: { publish: 'headline' } })).text).toMatch(/titre/u);
  });

  it.each([
    '---',
    'a: b # c',
    '</title><script>alert(1)</script> ]]> "\'',
    '- x',
    '{ a: [b',
    '*a &b !c %d @e `f',
    'null',
    '1e3',
    '2016-10-04',
    'true',
    '~',
    '| >',
    'نص "عربي" ‏',
    'x'.repeat(1500),
  ])('keeps %j as the text that it is, wherever it stands', (value) => {
    const { facts, text } = read(
      fileOf({
        title: value,
        kicker: value,
        tags: [value],
        authors: [value],
        corrections: [{ date: '2016-10-05', text: value }],
      }),
    );
    const { title } = makeArticle('x.md', { title: value }).front;
    expect(facts).toMatchObject({ title, kicker: title, tags: [title], authors: [title] });
    expect(facts).toMatchObject({ corrections: [{ text: title }] });
    expect(text).toBe('The whole text.\n');
  });
});

describe('the plain twins of an edition', () => {
  const article = makeArticle('2016/10/a.md', { title: 'A', published: '2016-10-04' }, { body: WITH_TWIN });
  const twinsOf = (articles: Parameters<typeof makeEdition>[0], site = {}): string[] =>
    allRoutes(makeEdition(articles, site))
      .filter(({ page }) => page === 'twin')
      .map(({ path }) => path);

  it('stand beside their articles, and each page leads to its own', () => {
    expect(twinsOf([article])).toEqual(['/articles/2016/10/a.md']);
    const [page] = allRoutes(makeEdition([article])).filter((route) => route.page === 'article');
    expect(page?.props).toMatchObject({ head: { twin: '/news/articles/2016/10/a.md' } });
  });

  it('are not made, nor led to, where site.yaml says so', () => {
    expect(twinsOf([article], { twins: false })).toEqual([]);
    expect(JSON.stringify(allRoutes(makeEdition([article], { twins: false })))).not.toContain('articles/2016/10/a.md');
  });

  it('are not made of articles that search engines shall not show: a Markdown file cannot say so', () => {
    const hidden = makeArticle('2016/10/b.md', { rights: { robots: 'noindex' } }, { body: WITH_TWIN });
    expect(twinsOf([article, hidden])).toEqual(['/articles/2016/10/a.md']);
  });

  it('are in no sitemap and no feed', () => {
    const others = allRoutes(makeEdition([article])).filter(({ page }) => page !== 'twin' && page !== 'article');
    expect(others.length).toBeGreaterThan(5);
    expect(others.filter((route) => JSON.stringify(route).includes('articles/2016/10/a.md'))).toEqual([]);
  });

  it('are found in the way of an article whose own name ends in .md', () => {
    const other = makeArticle('2016/10/a.md.md', { title: 'B' }, { body: WITH_TWIN });
    const edition = makeEdition([article, other]);
    const plan = new BuildPlan('code', undefined, 'dist');
    const planned = (): void => allRoutes(edition).forEach((route) => plan.add(toOutput(route), route.page));
    expect(planned).toThrow(/would stand below articles\/2016\/10\/a\.md/u);
  });
});

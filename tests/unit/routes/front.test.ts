import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { type FrontProps, toFront } from '../../../src/routes/front.ts';
import { makeArticle, makeArticles, makeEdition } from './edition.ts';

const WITHDRAWN = { date: '2016-12-31', reason: 'Wrong.' };

/** All articles that a front shows, in the order of the page. */
function shownOn({ lead, second, latest, topics }: FrontProps): string[] {
  const teasers = [...(lead ? [lead] : []), ...second, ...latest, ...topics.flatMap(({ articles }) => articles)];
  return teasers.map(({ headline }) => headline);
}

function tagged(count: number): Article[] {
  return makeArticles(count).map(({ file, front }, index) =>
    makeArticle(file, {
      published: front.published,
      tags: ['Syria', index % 2 === 0 ? 'Aleppo' : 'Climate', `Only ${index}`],
    }),
  );
}

describe('the front', () => {
  it.each([0, 1, 2, 5, 20, 100])('shows no article twice and leads with the newest, of %i', (count) => {
    const articles = tagged(count);
    const front = toFront(makeEdition(articles));
    const shown = shownOn(front);
    expect(new Set(shown).size).toBe(shown.length);
    expect(front.lead?.headline).toBe(articles[0]?.front.title);
    expect(front.all.count).toBe(count);
    expect(shown.slice(0, 8)).toEqual(articles.slice(0, 8).map(({ front: { title } }) => title));
    if (count <= 20) expect(shown).toHaveLength(count);
  });

  it('leads with the article that says so, be it older, and shows it there only', () => {
    const articles = makeArticles(10);
    const chosen = makeArticle('2010/01/chosen.md', { published: '2010-01-01', lead: true });
    const front = toFront(makeEdition([...articles, chosen]));
    expect(front.lead?.headline).toBe(chosen.front.title);
    expect(shownOn(front).filter((title) => title === chosen.front.title)).toHaveLength(1);
  });

  it('leads with the newest of several that say so', () => {
    const articles = makeArticles(5, { lead: true });
    expect(toFront(makeEdition(articles.toReversed())).lead?.headline).toBe(articles[0]?.front.title);
  });

  it('has no place for what was withdrawn, even as a lead', () => {
    const withdrawn = makeArticle('2016/12/w.md', { published: '2016-12-31', lead: true, withdrawn: WITHDRAWN });
    expect(shownOn(toFront(makeEdition([withdrawn, ...makeArticles(3)])))).not.toContain(withdrawn.front.title);
  });

  it('tells a story once, not once a language', () => {
    const original = makeArticle('2016/10/guterres.md', { published: '2016-10-13', tags: ['UN'] });
    const translation = makeArticle('2016/10/nomme.md', {
      ...{ published: '2016-10-13', lang: 'fr', tags: ['UN'], lead: true },
      translationOf: original.path,
    });
    expect(shownOn(toFront(makeEdition([translation, original])))).toEqual([original.front.title]);
  });

  it('shows a translation whose original is not in the edition', () => {
    const translation = makeArticle('2016/10/nomme.md', { lang: 'fr', translationOf: '/articles/2016/10/gone/' });
    expect(shownOn(toFront(makeEdition([translation])))).toEqual([translation.front.title]);
  });

  it('gives away no text of an article whose headline alone may be shown', () => {
    const opening = ['Secret one', 'Secret two'];
    const show = (publish: string): string =>
      JSON.stringify(
        toFront(
          makeEdition([makeArticle('a.md', { description: 'Secret', rights: { publish } }, { body: { opening } })]),
        ),
      );
    expect(show('full')).toContain('Secret two');
    expect(show('excerpt')).not.toContain('Secret two');
    expect(show('headline')).not.toContain('Secret');
  });

  it('says from when to when the edition reaches, whatever has no date', () => {
    const articles = [makeArticle('a.md'), ...makeArticles(3)];
    expect(toFront(makeEdition(articles)).span).toEqual({ newest: '2016-12-31', oldest: '2016-12-29' });
    expect(toFront(makeEdition([makeArticle('a.md')])).span).toBeUndefined();
  });

  it('has columns by topic, the largest first, none of them empty', () => {
    const topics = toFront(makeEdition(tagged(60))).topics;
    expect(topics[0]?.topic).toEqual({ href: '/news/tags/syria/', label: 'Syria' });
    expect(topics.every(({ articles }) => articles.length > 0)).toBe(true);
  });
});

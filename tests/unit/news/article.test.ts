import { describe, expect, it } from 'vitest';
import { kickerOf, newestFirst, toTags } from '../../../src/news/article.ts';
import { tagsOf } from '../../../src/news/edition.ts';
import { makeArticle } from '../routes/edition.ts';

describe('the order of articles', () => {
  const files = (zone: string, articles: ReturnType<typeof makeArticle>[]): string[] =>
    articles.toSorted(newestFirst(zone)).map(({ file }) => file);

  it('is newest first, the undated last, and by address where dates are equal', () => {
    const articles = [
      makeArticle('z.md'),
      makeArticle('c.md', { published: '2016-10-04' }),
      makeArticle('a.md'),
      makeArticle('b.md', { published: '2016-10-04' }),
      makeArticle('new.md', { published: '2038-01-20' }),
    ];
    const order = ['new.md', 'b.md', 'c.md', 'a.md', 'z.md'];
    expect(files('UTC', articles)).toEqual(order);
    expect(files('UTC', articles.toReversed())).toEqual(order);
  });

  it('puts a day alone at noon of the site’s zone', () => {
    const articles = [
      makeArticle('morning.md', { published: '2016-10-04T08:00:00Z' }),
      makeArticle('day.md', { published: '2016-10-04' }),
      makeArticle('evening.md', { published: '2016-10-04T18:00:00Z' }),
    ];
    expect(files('UTC', articles)).toEqual(['evening.md', 'day.md', 'morning.md']);
    expect(files('America/Los_Angeles', articles)).toEqual(['day.md', 'evening.md', 'morning.md']);
  });
});

describe('tags', () => {
  it('are listed once each, as first written', () => {
    expect(toTags(['Syria', 'SYRIA', ' syria ', 'Aleppo']).map(({ name }) => name)).toEqual(['Syria', 'Aleppo']);
  });

  it('carry the name that most articles write', () => {
    const articles = ['iraq', 'Iraq', 'IRAQ', 'Iraq'].map((tag, index) => makeArticle(`${index}.md`, { tags: [tag] }));
    const page = tagsOf(articles).get('iraq');
    expect(page?.tag.name).toBe('Iraq');
    expect(page?.articles).toEqual(articles);
  });

  it('carry the same name in whatever order the articles are read', () => {
    const articles = ['iraq', 'Iraq'].map((tag, index) => makeArticle(`${index}.md`, { tags: [tag] }));
    expect(tagsOf(articles).get('iraq')?.tag).toEqual(tagsOf(articles.toReversed()).get('iraq')?.tag);
  });
});

describe('the label above a headline', () => {
  it('is the kicker, else the section, else the first tag', () => {
    const tags = ['Syria', 'Aleppo'];
    expect(kickerOf(makeArticle('a.md', { kicker: 'Analysis', section: 'World', tags }))).toBe('Analysis');
    expect(kickerOf(makeArticle('a.md', { section: 'World', tags }))).toBe('World');
    expect(kickerOf(makeArticle('a.md', { tags }))).toBe('Syria');
    expect(kickerOf(makeArticle('a.md'))).toBeUndefined();
  });
});

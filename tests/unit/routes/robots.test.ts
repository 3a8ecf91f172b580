import robotsParser from 'robots-parser';
import { describe, expect, it } from 'vitest';
import { AI_CHOICES, AI_CRAWLERS, AI_CRAWLERS_DATE } from '../../../src/news/ai-crawlers.ts';
import { toRobots, writeRobots } from '../../../src/routes/robots.ts';
import { makeEdition } from './edition.ts';

const ROBOTS = 'https://paper.example/robots.txt';
const ARTICLE = 'https://paper.example/news/articles/2016/10/truce/';

/** What people find things by: whatever a publisher says of AI, these may come. */
const SEARCH_ENGINES = [
  'Googlebot',
  'Bingbot',
  'Applebot',
  'DuckDuckBot',
  'YandexBot',
  'Baiduspider',
  'Qwantbot',
  'archive.org_bot',
];

const namesOf = (purpose: string): string[] => Object.keys(AI_CRAWLERS).filter((name) => AI_CRAWLERS[name] === purpose);

const textOf = (aiCrawlers?: string): string =>
  writeRobots(toRobots(makeEdition([], aiCrawlers === undefined ? {} : { aiCrawlers })));

/** Who of some crawlers may read an article, by a reader of robots.txt that is not ours. */
function allowed(text: string, names: readonly string[]): string[] {
  const robots = robotsParser(ROBOTS, text);
  return names.filter((name) => robots.isAllowed(ARTICLE, `${name}/1.0`));
}

describe('robots.txt', () => {
  const everyone = [...Object.keys(AI_CRAWLERS), ...SEARCH_ENGINES, 'SomeBot'];

  it('lets everybody in where the publisher has chosen nothing, or all', () => {
    expect(textOf()).toBe(textOf('all'));
    expect(allowed(textOf(), everyone)).toEqual(everyone);
  });

  it('refuses those who gather texts to train models, and nobody else, where that is not wanted', () => {
    const others = [...namesOf('answers'), ...SEARCH_ENGINES, 'SomeBot'];
    expect(allowed(textOf('no-training'), everyone).toSorted()).toEqual(others.toSorted());
    expect(namesOf('training')).toEqual(expect.arrayContaining(['GPTBot', 'ClaudeBot', 'CCBot', 'Google-Extended']));
  });

  it('refuses every crawler of AI of the list, and no search engine, where none is wanted', () => {
    expect(allowed(textOf('none'), everyone)).toEqual([...SEARCH_ENGINES, 'SomeBot']);
    expect(namesOf('answers')).toEqual(expect.arrayContaining(['OAI-SearchBot', 'PerplexityBot', 'Claude-User']));
  });

  it.each(AI_CHOICES)('says what was chosen, by the list of which day, and where the sitemap is: %s', (choice) => {
    const text = textOf(choice);
    expect(text.split('\n')[0]).toBe(`# AI crawlers: ${choice} (list of ${AI_CRAWLERS_DATE})`);
    expect(robotsParser(ROBOTS, text).getSitemaps()).toEqual(['https://paper.example/news/sitemap-index.xml']);
    // RFC 9309, section 2.2: groups of lines, of which each begins with the names that it is for.
    const rules = text.split('\n').filter((line) => !/^(?:#|Sitemap|$)/u.test(line));
    expect(
      rules.filter((line) => !/^(?:User-agent: [A-Za-z_-]+|User-agent: \*|Disallow: \/news\/|Allow: \/)$/u.test(line)),
    ).toEqual([]);
    expect(rules.slice(-2)).toEqual(['User-agent: *', 'Allow: /']);
  });

  it('refuses no more of a host than the site', () => {
    const robots = robotsParser(ROBOTS, textOf('none'));
    expect(robots.isAllowed('https://paper.example/shop/', 'GPTBot')).toBe(true);
  });
});

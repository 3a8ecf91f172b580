import { describe, expect, it } from 'vitest';
import { readArticleFile } from '../../../src/markdown/article-file.ts';
import { toTags } from '../../../src/news/article.ts';
import { toEvidence } from '../../../src/news/related/evidence.ts';
import { type Chain, findThreads, type Told } from '../../../src/tags/find-threads.ts';
import { nameThreads } from '../../../src/tags/name-threads.ts';
import { PARTS, weirStory } from './weir.ts';

/** What is known of the articles of a content folder's files, each changed as the test wants it. */
function told(files: Record<string, string>): Told[] {
  return Object.entries(files).map(([file, text]) => {
    const read = readArticleFile(file, text);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { front, body } = read.value;
    const evidence = toEvidence(front.title, [body], 'en');
    return { file, front, lang: 'en', tags: toTags(front.tags), evidence };
  });
}

/** The files of each thread that is found. */
function found(articles: readonly Told[]): string[][] {
  return findThreads(articles).map((chain) => chain.articles.map(({ file }) => file));
}

function changed(change: (text: string, part: number) => string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(weirStory()).map(([file, text]) => [file, change(text, PARTS.indexOf(file))]),
  );
}

describe('a running story in an archive', () => {
  it('is found in whatever order its articles are read, and nothing else with it', () => {
    const articles = told(weirStory());
    expect(found(articles)).toEqual([PARTS]);
    expect(found(articles.toReversed())).toEqual([PARTS]);
  });

  it('ends where it rests for more than a month', () => {
    const articles = told(changed((text, part) => (part === 3 ? text.replace('2016-10-20', '2016-12-20') : text)));
    expect(found(articles)).toEqual([PARTS.slice(0, 3)]);
  });

  it('is none where all is of one day, or has no date', () => {
    expect(found(told(changed((text) => text.replace(/2016-10-\d\d/u, '2016-10-01'))))).toEqual([]);
    expect(found(told(changed((text) => text.replace(/^published.*\n/mu, ''))))).toEqual([]);
  });

  it('is none where each has the headline of a column, which may name what it is about', () => {
    const title = 'title: The Teal, Pell, Corran and the Navigation Trust on Harrow Weir';
    expect(found(told(changed((text, part) => (part === -1 ? text : text.replace(/^title: .*$/mu, title)))))).toEqual(
      [],
    );
  });

  it('is none where articles are versions of one text', () => {
    const [, , , text = ''] = PARTS.map((part) => weirStory()[part]);
    const copies = changed((own, part) => (part === -1 ? own : text.replace(/2016-10-\d\d/u, `2016-10-0${part + 1}`)));
    expect(found(told(copies))).toEqual([]);
  });
});

describe('the name of a proposed thread', () => {
  const term = (name: string, weight: number, more: Partial<Chain['terms'][number]> = {}): Chain['terms'][number] => {
    return { name, weight, isTag: false, isName: /^\p{Lu}/u.test(name), within: 3, everywhere: 3, ...more };
  };
  const chain = (...terms: Chain['terms']): Chain => ({ articles: told(weirStory()).slice(0, 3), terms });
  const named = (...chains: Chain[]): string[] => nameThreads(chains, new Set(['taken']));

  it('is a tag that is its own, the rarest first', () => {
    const tags = [term('Wide', 3, { isTag: true, everywhere: 9 }), term('Own', 2, { isTag: true })];
    expect(named(chain(...tags, term('Harrow', 1)))).toEqual(['Own']);
  });

  it('is else the heaviest name and word, each in one form', () => {
    expect(named(chain(term('weir', 3), term('Harrow', 2), term('Teal', 1)))).toEqual(['Harrow weir']);
    expect(named(chain(term('Syria', 3), term('Syrian', 2), term('Aleppo', 1)))).toEqual(['Syria Aleppo']);
    expect(named(chain(term('停火', 3), term('谈判', 2)))).toEqual(['停火 谈判']);
  });

  it('is never that of another thread', () => {
    const weir = chain(term('Harrow', 3), term('weir', 2), term('Teal', 1), term('mill', 1));
    const names = named(weir, weir, weir, weir, weir);
    expect(names.slice(0, 3)).toEqual(['Harrow weir', 'Harrow Teal weir', 'Harrow Teal weir mill']);
    expect(new Set(names).size).toBe(5);
    expect(named(chain(term('Taken', 1, { isTag: true }), term('Harrow', 1)))).toEqual(['Harrow']);
  });
});

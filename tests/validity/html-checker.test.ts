import { beforeAll, expect, inject, test } from 'vitest';
import { listFiles, readText } from '../setup/dist.ts';
import { type CheckedPage, checkHtml, type Remark } from '../setup/nu-checker.ts';

/** All files that a browser takes for pages, those that only lead elsewhere and the one of a wrong address too. */
const PAGES: CheckedPage[] = (['fixtureDist', 'sampleDist'] as const).flatMap((edition) =>
  listFiles(inject(edition))
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ name: `${edition}/${file}`, html: readText(inject(edition), file) })),
);

/** Remarks that are none, each with the reason. */
const NOT_SO = [
  // It judges a script by its first tag alone and knows no hashes; tests/site/policy.test.ts computes each of them, and
  // structured data is no script.
  /^Inline script violates Content Security Policy \(meta tag\): blocked by “script-src” directive/u,
  // It reads files, which have no origin: "'self'" means nothing to it. Pictures of other hosts it would find.
  /^Resource violates Content Security Policy \(meta tag\): image “\/(?:news\/)?articles\/[^”]*” blocked by “img-src”/u,
  /^Resource violates Content Security Policy \(meta tag\): external script “\/(?:news\/)?_scripts\/[^”]*” blocked by “script-src”/u,
];

/** Mistakes that a template could make, put into a good page, and a word of what the checker says to each. */
const MISTAKES = [
  { mistake: '<p>a<div>b</p></div>', said: 'No “p” element in scope' },
  { mistake: '<ul><p>a</p></ul>', said: 'not allowed as child of element “ul”' },
  { mistake: '<p id="text">a</p>', said: 'Duplicate ID “text”' },
  { mistake: '<img src="/a.png">', said: 'An “img” element must have an “alt” attribute' },
  { mistake: '<a href="https://e.example/?q=%zz">a</a>', said: 'is not followed by two hexadecimal digits' },
  { mistake: '<time datetime="2016-13-45">a</time>', said: 'Bad value “2016-13-45” for attribute “datetime”' },
  { mistake: '<p lang="english">a</p>', said: 'for attribute “lang” on element “p”' },
  {
    mistake: '<div role="group" aria-label="a" align="left">b</div>',
    said: 'attribute on the “div” element is obsolete',
  },
  {
    mistake: '<img src="https://e.example/a.png" alt="">',
    said: 'image “https://e.example/a.png” blocked by “img-src”',
  },
];

let remarks: Remark[] = [];
beforeAll(async () => {
  const good = PAGES.find(({ name }) => name === 'fixtureDist/index.html')?.html ?? '';
  const broken = MISTAKES.map(({ mistake }) => ({ name: mistake, html: good.replace('</main>', `${mistake}</main>`) }));
  remarks = await checkHtml([...PAGES, ...broken]);
});

test('every page is HTML to the letter, so that it looks the same in every browser of today and of tomorrow', () => {
  const names = PAGES.map(({ name }) => name);
  const found = remarks.filter(({ page, message }) => names.includes(page) && !NOT_SO.some((it) => it.test(message)));
  expect(found).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['fixtureDist/404.html', 'sampleDist/index.html']));
  expect(PAGES.some(({ html }) => html.includes('http-equiv="refresh"'))).toBe(true);
});

test.each(MISTAKES)('a template that wrote $mistake would be found out', ({ mistake, said }) => {
  const found = remarks.filter(({ page, message }) => page === mistake && !NOT_SO.some((it) => it.test(message)));
  expect(found.map(({ message }) => message)).toContainEqual(expect.stringContaining(said));
});

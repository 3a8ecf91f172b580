import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { listFiles, readText } from '../setup/dist.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // A headline is a source's own words, and a copy is faithful: it is as long as it was printed.
      'long-title': 'off',
      // A page holds what the file holds: the end of a line that an author wrote is not ours to clean.
      'no-trailing-whitespace': 'off',
      // A script of the site itself changes with the page that loads it.
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  }),
);

/** What is wrong on a page, each with its rule and place. */
async function faultsOf(html: string, file: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${file}:${line}:${column} ${ruleId}: ${message}`),
  );
}

describe.each(['fixtureDist', 'sampleDist'] as const)('in %s', (edition) => {
  const dist = inject(edition);

  test('every page keeps to the rules of good HTML, those for readers who hear it among them', async () => {
    const pages = listFiles(dist).filter((file) => file.endsWith('.html'));
    const faults = await Promise.all(pages.map((file) => faultsOf(readText(dist, file), file)));
    expect(faults.flat()).toEqual([]);
    expect(pages).toEqual(expect.arrayContaining(['index.html', '404.html', 'about/index.html']));
  });
});

test.each([
  ['<button>a</button>', 'no-implicit-button-type'],
  ['<a href="/">Front</a><a href="/">', 'close-order'],
  ['<p><div>a</div></p>', 'no-implicit-close'],
  ['<ul><p>a</p></ul>', 'element-permitted-content'],
  ['<h5>a</h5>', 'heading-level'],
  ['<p style="color: red">a</p>', 'no-inline-style'],
  ['<nav><p>a</p></nav>', 'unique-landmark'],
  ['<img src="/a.png">', 'wcag/h37'],
  ['<input type="text">', 'input-missing-label'],
  ['<p aria-label="b">a</p>', 'aria-label-misuse'],
])('a template that wrote %s would be found out by %s', async (mistake, rule) => {
  const html = readText(inject('fixtureDist'), 'index.html').replace('</main>', `${mistake}</main>`);
  expect(await faultsOf(html, 'index.html')).toContainEqual(expect.stringContaining(rule));
});

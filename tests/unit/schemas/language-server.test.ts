import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../../../src/build/locations.ts';
import { LanguageClient } from '../../setup/language-client.ts';

const some = (found: readonly unknown[]): boolean => found.length > 0;
const none = (found: readonly unknown[]): boolean => found.length === 0;

const FILE = 'content/articles/2016/10/truce-talks.md';
const TEXT = [
  '---',
  'title: Truce Talks Suspended',
  'publishd: 2016-10-03',
  '',
  'rights: {publish: all}',
  '---',
  '',
  'The United States: suspended its "talks".[^1]',
  '',
  '- *What*: [comes](next): @all',
  '',
  '[^1]: A footnote.',
].join('\n');

describe('the language server of the project', () => {
  const editor = new LanguageClient(join(PROJECT, 'src/schemas/language-server.ts'));
  let abilities: unknown;
  beforeAll(async () => {
    abilities = await editor.start();
    editor.open(FILE, TEXT, 'markdown');
  });
  afterAll(async () => {
    expect(await editor.stop()).toBe(0);
  });

  it('tells what is wrong in an article’s front matter, and finds nothing in its text', async () => {
    expect((await editor.findings(FILE, some)).sort(([a], [b]) => a - b)).toEqual([
      [3, 'Property publishd is not allowed.'],
      [5, 'expected full, excerpt or headline'],
    ]);
    editor.type(FILE, TEXT.replace('publishd', 'published').replace('publish: all', 'publish: full'));
    expect(await editor.findings(FILE, none)).toEqual([]);
  });

  it('offers keys in front matter with what they mean, and none in the text', async () => {
    const offered = await editor.complete(FILE, 4, 0);
    expect(offered.get('dateline')).toMatch(/^Place of filing as printed/u);
    expect(offered.has('title')).toBe(false);
    expect(await editor.complete(FILE, 6, 0)).toEqual(new Map());
    expect(await editor.complete(FILE, 9, 0)).toEqual(new Map());
    expect(await editor.hover(FILE, 2, 1)).toContain('The headline, plain text.');
  });

  it('helps while the front matter has no end yet', async () => {
    const file = 'content/articles/new.md';
    editor.open(file, '---\ntitel: New\n\n', 'markdown');
    expect(await editor.findings(file, (found) => found.length === 2)).toEqual([
      [2, 'Missing property "title".'],
      [2, 'Property titel is not allowed.'],
    ]);
    expect((await editor.complete(file, 3, 0)).has('published')).toBe(true);
  });

  it('leaves other Markdown alone, and never formats any as YAML', async () => {
    editor.open('README.md', '---\nnam: x\n---\n- *Read*: me: first', 'markdown');
    expect(await editor.findings('README.md', () => true)).toEqual([]);
    expect(await editor.complete('README.md', 2, 0)).toEqual(new Map());
    expect(abilities).toMatchObject({
      capabilities: { textDocumentSync: 1, documentFormattingProvider: false },
    });
  });

  it('knows site.yaml and tags.yaml by their names', async () => {
    editor.open('archive/1987/site.yaml', 'name: The Paper\n');
    expect(await editor.findings('archive/1987/site.yaml', some)).toEqual([[1, 'Missing property "url".']]);
    editor.open('archive/1987/tags.yaml', '- nam: Syria\n');
    expect(await editor.findings('archive/1987/tags.yaml', (found) => found.length === 2)).toHaveLength(2);
  });
});

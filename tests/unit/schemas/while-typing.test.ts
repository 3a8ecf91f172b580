import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../../../src/build/locations.ts';
import { LanguageClient } from '../../setup/language-client.ts';

const SERVER = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');

/** The settings that come with the project, as the YAML extension of VS Code hands them on; nothing is fetched. */
const WORKSPACE: unknown = JSON.parse(readFileSync(join(PROJECT, '.vscode/settings.json'), 'utf8'));
const schemas: unknown =
  typeof WORKSPACE === 'object' && WORKSPACE !== null && 'yaml.schemas' in WORKSPACE ? WORKSPACE['yaml.schemas'] : {};

const some = (found: readonly unknown[]): boolean => found.length > 0;
const none = (found: readonly unknown[]): boolean => found.length === 0;

const editor = new LanguageClient(SERVER, { yaml: { schemas, schemaStore: { enable: false } } });
beforeAll(() => editor.start());
afterAll(() => editor.stop());

const line = (schema: string): string => `# yaml-language-server: $schema=../src/schemas/${schema}.json\n`;

describe('an editor with the language server for YAML', () => {
  it('finds the schema by the first line of our own site.yaml, and nothing wrong there', async () => {
    const text = readFileSync(join(PROJECT, 'content/site.yaml'), 'utf8');
    expect(text.startsWith(line('site'))).toBe(true);
    // Below another name the settings of VS Code do not help it.
    editor.open('content/our-site.yaml', text.replace('lang:', 'lange:'));
    expect(await editor.findings('content/our-site.yaml', some)).toEqual([[5, 'Property lange is not allowed.']]);
    editor.type('content/our-site.yaml', text);
    expect(await editor.findings('content/our-site.yaml', none)).toEqual([]);
  });

  it('is told in our words what is wrong in site.yaml, and what more can be said there', async () => {
    const mistakes =
      'name: The Paper\nurl: paper.example\ntwins: "no"\ntimeZone: Prag ue\noldAfterYears: two\nurk: 1\n\n';
    editor.open('content/site.yaml', mistakes);
    expect((await editor.findings('content/site.yaml', some)).sort(([a], [b]) => a - b)).toEqual([
      [2, 'expected an address that starts with https:// or http://, without user name and password'],
      [3, 'expected true or false'],
      [4, 'expected a time zone such as Europe/Prague'],
      [5, 'expected a whole number'],
      [6, 'Property urk is not allowed.'],
    ]);
    const offered = await editor.complete('content/site.yaml', 7, 0);
    expect(offered.get('strapline')).toBe('The line under the nameplate.');
    expect(offered.has('name')).toBe(false);
    expect(await editor.hover('content/site.yaml', 3, 2)).toContain('Whether a plain twin stands beside each article');
  });

  it('is told so of tags.yaml, and offers the kinds of tags', async () => {
    editor.open(
      'content/tags.yaml',
      '- name: Syria\n  alias: [x]\n- kind: land\n  sameAs: [P31]\n- name: Asia\n  kind: \n  \n',
    );
    expect((await editor.findings('content/tags.yaml', some)).sort(([a], [b]) => a - b)).toEqual([
      [2, 'Property alias is not allowed.'],
      [3, 'Missing property "name".'],
      [3, 'expected one of person, place, organisation, topic, event'],
      [4, 'expected an address that starts with https:// or http://, without user name and password'],
      [6, 'expected one of person, place, organisation, topic, event'],
    ]);
    expect([...(await editor.complete('content/tags.yaml', 6, 8)).keys()]).toContain('organisation');
    expect((await editor.complete('content/tags.yaml', 7, 2)).get('broader')).toMatch(
      /^The tag that this one is part of/u,
    );
  });

  it('is told so of front matter by itself, by a first line that the build takes for a comment', async () => {
    const front = 'title: Truce Talks\npublishd: 2016-10-03\nupdated: 2016-02-30\nimage: {src: kerry.jpg}\n\n';
    editor.open('content/front.yaml', line('article') + front);
    expect((await editor.findings('content/front.yaml', some)).sort(([a], [b]) => a - b)).toEqual([
      [3, 'Property publishd is not allowed.'],
      [4, 'expected a date such as 2016-10-04, or with time and offset 2016-10-04T14:30:00+02:00'],
      [5, 'Object is missing property alt required by property src.'],
    ]);
    expect((await editor.complete('content/front.yaml', 6, 0)).get('dateline')).toMatch(/^Place of filing as printed/u);
  });
});

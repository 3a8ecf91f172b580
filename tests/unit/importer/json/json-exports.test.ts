import { describe, expect, test } from 'vitest';
import { jsonFile } from '../../../../src/importer/json/json-file.ts';
import { LONG } from '../read.ts';
import { articleOf, receiptOf, refusalOf, unitOf } from './receipt-of.ts';

describe('an export of wallabag', () => {
  const ENTRY = {
    id: 12,
    title: 'Talks End',
    url: 'https://example.com/talks',
    is_archived: 1,
    created_at: '2020-01-02T10:00:00+0100',
    published_at: '2019-12-31T09:00:00+00:00',
    published_by: ['Ann Poe'],
    content: `<p>${LONG}</p><p><img src="https://example.com/a.jpg" alt="A"></p>`,
    language: 'pt_BR',
    domain_name: 'example.com',
    reading_time: 2,
    preview_picture: 'https://example.com/p.jpg',
    tags: ['Harbors', { label: 'Talks' }],
  };

  test('gives each entry as it was saved', async () => {
    const article = await articleOf(jsonFile, unitOf(JSON.stringify([ENTRY]), 'wallabag.json'));
    expect(article).toMatchObject({
      item: '12',
      title: { value: 'Talks End' },
      published: { value: '2019-12-31T09:00:00+00:00' },
      captured: { value: '2020-01-02T10:00:00+01:00' },
      authors: { value: ['Ann Poe'] },
      sourceUrl: { value: 'https://example.com/talks' },
      sourceName: { value: 'example.com' },
      lang: { value: 'pt-BR' },
      tags: { value: ['Harbors', 'Talks'] },
      picture: { address: 'https://example.com/p.jpg' },
    });
    expect(receiptOf(article)).toMatchObject({ blocks: 2, kept: 2 });
  });

  test('names the address of an entry that could not be fetched', async () => {
    const content = "wallabag can't retrieve contents for this article. Please report.";
    const unit = unitOf(JSON.stringify([{ ...ENTRY, content }]), 'wallabag.json');
    expect((await refusalOf(jsonFile, unit)).reason).toContain('import its address: https://example.com/talks');
  });
});

describe('an export of Karakeep', () => {
  const bookmark = (content: unknown, rest: object = {}): object => ({
    bookmarks: [
      { createdAt: 1_577_959_200, title: null, tags: ['Harbors'], content, note: null, archived: false, ...rest },
    ],
  });
  const link = { type: 'link', url: 'https://example.com/talks', title: 'Talks End' };

  test('gives the page of a link that was kept with it', async () => {
    const value = bookmark({ ...link, htmlContent: `<p>${LONG}</p>` }, { note: 'Read again' });
    const article = await articleOf(jsonFile, unitOf(JSON.stringify(value), 'karakeep.json'));
    expect(article).toMatchObject({
      item: '1',
      title: { value: 'Talks End' },
      captured: { value: '2020-01-02T10:00:00Z' },
      sourceUrl: { value: 'https://example.com/talks' },
      tags: { value: ['Harbors'] },
      notes: ["The reader's own note was left out."],
    });
    expect(receiptOf(article)).toMatchObject({ blocks: 2, kept: 2 });
  });

  test('gives a text as an article', async () => {
    const value = bookmark({ type: 'text', text: `# Talks\n\n${LONG}` });
    const article = await articleOf(jsonFile, unitOf(JSON.stringify(value), 'karakeep.json'));
    expect(article.title.value).toBe('Talks');
    expect(receiptOf(article)).toMatchObject({ blocks: 2, kept: 2 });
  });

  test.each([
    [link, 'has no text; import its address: https://example.com/talks'],
    [{ type: 'asset', assetType: 'pdf' }, 'a picture or PDF, not an article'],
  ])('refuses %j', async (content, reason) => {
    expect((await refusalOf(jsonFile, unitOf(JSON.stringify(bookmark(content)), 'k.json'))).reason).toBe(reason);
  });
});

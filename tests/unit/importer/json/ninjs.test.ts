import { describe, expect, test } from 'vitest';
import { jsonFile } from '../../../../src/importer/json/json-file.ts';
import type { RawArticle } from '../../../../src/importer/raw-article.ts';
import { LONG } from '../read.ts';
import { articleOf, receiptOf, refusalOf, unitOf } from './receipt-of.ts';

const read = (value: unknown): Promise<RawArticle> => articleOf(jsonFile, unitOf(JSON.stringify(value), 'a.json'));

const ITEM = {
  uri: 'http://example.com/news/1',
  type: 'text',
  pubStatus: 'usable',
  firstCreated: '2021-06-01T10:00:00Z',
  versionCreated: '2021-06-01T12:30:00+02:00',
  language: 'en',
  headlines: [
    { role: 'short', value: 'Talks' },
    { role: 'main', value: '<b>Harbor</b> Talks End', contentType: 'text/html' },
  ],
  descriptions: [{ role: 'summary', value: 'Both sides leave without a word' }],
  bodies: [
    { role: 'main', contentType: 'text/plain', value: 'Not this one.' },
    { role: 'main', contentType: 'application/xhtml+xml', value: `<p>${LONG}</p><p>More.</p>` },
  ],
  by: 'Ann Poe and Max Roe',
  located: 'Port Said',
  subjects: [{ name: 'harbors', uri: 'http://example.com/s/1' }],
  places: [{ literal: 'Port Said' }],
  copyrightHolder: 'Harbor Agency',
  copyrightNotice: '(c) 2021 Harbor Agency.',
  usageTerms: 'Not for resale.',
  infoSources: [{ name: 'Harbor Agency' }],
  slugline: 'TALKS-HARBOR',
  embargoedUntil: '2021-06-02T00:00:00Z',
  associations: [
    {
      name: 'main',
      type: 'picture',
      by: 'Pia Foto',
      altText: 'An empty harbor',
      descriptions: [{ role: 'caption', value: 'The harbor on Monday' }],
      renditions: [
        { name: 'thumb', href: 'https://example.com/s.jpg', contentType: 'image/jpeg', width: 100 },
        { name: 'big', href: 'https://example.com/l.jpg', contentType: 'image/jpeg', width: 1000 },
      ],
    },
  ],
};

describe('an item of ninjs', () => {
  test('of version 3 becomes an article with all that it states', async () => {
    const article = await read([ITEM]);
    expect(article).toMatchObject({
      item: 'http://example.com/news/1',
      title: { value: 'Harbor Talks End' },
      description: { value: 'Both sides leave without a word' },
      published: { value: '2021-06-01T10:00:00+00:00', rule: 'firstCreated in the JSON' },
      updated: { value: '2021-06-01T12:30:00+02:00' },
      authors: { value: ['Ann Poe', 'Max Roe'] },
      dateline: { value: 'Port Said', rule: 'located in the JSON' },
      tags: { value: ['harbors', 'Port Said'] },
      sourceName: { value: 'Harbor Agency' },
      rightsHolder: { value: 'Harbor Agency' },
      rightsNotice: { value: '(c) 2021 Harbor Agency. Not for resale.' },
      picture: { address: 'https://example.com/l.jpg', alt: 'An empty harbor' },
      caption: { value: 'The harbor on Monday' },
      pictureCredit: { value: 'Pia Foto' },
    });
    expect(article.limits).toEqual([{ path: ['embargo'], value: '2021-06-02T00:00:00+00:00' }]);
    expect(article.notes.join(' ')).toMatch(/slugline .* TALKS-HARBOR/u);
    expect(article.blocks.map(({ role }) => role)).toEqual([
      ...['headline', 'standfirst', 'caption', 'caption', 'paragraph', 'paragraph'],
    ]);
    expect(receiptOf(article)).toMatchObject({ blocks: 6, kept: 3, changed: [], dropped: [] });
  });

  test('of version 1 has lower-case names and single values', async () => {
    const article = await read({
      uri: 'urn:example:2',
      type: 'text',
      headline: 'Talks End',
      byline: 'By Ann Poe',
      versioncreated: '2015-03-02T08:00:00Z',
      body_text: `PORT SAID, Egypt (AP) -- ${LONG}\n\nMore.`,
      located: 'Cairo',
      subject: [{ name: 'harbors' }],
      person: [{ name: 'Ann Envoy' }],
      associations: {
        main: { type: 'picture', byline: 'Pia Foto', renditions: { r: { href: 'https://example.com/p.jpg' } } },
      },
    });
    expect(article).toMatchObject({
      title: { value: 'Talks End', rule: 'headline in the JSON' },
      published: { value: '2015-03-02T08:00:00+00:00' },
      authors: { value: ['Ann Poe'] },
      dateline: { value: 'PORT SAID, Egypt (AP)' },
      tags: { value: ['harbors', 'Ann Envoy'] },
      picture: { address: 'https://example.com/p.jpg' },
    });
    expect(article.updated).toBeUndefined();
    expect(receiptOf(article)).toMatchObject({ kept: 3, moved: [{ field: 'image.credit' }], dropped: [] });
  });

  test('has at most 20 tags', async () => {
    const subjects = Array.from({ length: 30 }, (_, number) => ({ name: `topic ${number}` }));
    expect((await read({ ...ITEM, subjects })).tags?.value).toHaveLength(20);
  });

  test('whose version is not later than its making has no update', async () => {
    expect((await read({ ...ITEM, versionCreated: '2021-06-01T12:00:00+02:00' })).updated).toBeUndefined();
  });

  test.each([
    [{ pubStatus: 'canceled' }, 'canceled'],
    [{ pubStatus: 'withheld' }, 'withheld'],
    [{ type: 'picture' }, 'a picture, not an article'],
    [{ type: 'audio' }, 'an audio, not an article'],
    [{ bodies: [], descriptions: [] }, 'has no text'],
  ])('with %j is refused', async (change, reason) => {
    const unit = unitOf(JSON.stringify([{ ...ITEM, ...change }]), 'a.json');
    expect((await refusalOf(jsonFile, unit)).reason).toContain(reason);
  });
});

import { describe, expect, test } from 'vitest';
import { articleIn, readFeed, rss } from './feeds.ts';

describe('feeds of other makes', () => {
  test('RSS 1.0 with prefixes of its own is read by its vocabularies', async () => {
    const article =
      await articleIn(`<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://purl.org/rss/1.0/" xmlns:who="http://purl.org/dc/elements/1.1/">
      <x:channel r:about="https://gazette.example/"><x:title>Gazette</x:title><x:link>https://gazette.example/</x:link></x:channel>
      <x:item r:about="https://gazette.example/1"><x:title>Odd</x:title><x:description>Text.</x:description><who:creator>Ann Poe</who:creator><who:date>2025-03-04</who:date></x:item></r:RDF>`);
    expect(article).toMatchObject({
      title: { value: 'Odd' },
      item: 'https://gazette.example/1',
      sourceUrl: { value: 'https://gazette.example/1' },
      sourceName: { value: 'Gazette' },
      authors: { value: ['Ann Poe'] },
      published: { value: '2025-03-04' },
    });
  });

  test('an item in a foreign vocabulary of the same words is none of the feed', async () => {
    const found = await readFeed(
      rss(
        '<item><title>A</title><f:title xmlns:f="https://f.example/">B</f:title></item><f:item xmlns:f="https://f.example/"><title>C</title></f:item>',
      ),
    );
    expect(found).toHaveLength(1);
  });
});

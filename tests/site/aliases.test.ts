import { expect, inject, test } from 'vitest';
import { byAttribute, byTag, canonicalOf, listFiles, metaOf, readPage, textOf } from '../setup/dist.ts';
import { FIXTURE_URL } from '../setup/fixture.ts';

const dist = inject('fixtureDist');

test.each([
  { alias: '2024/weather-station/', to: 'articles/2024/09/aliases/' },
  { alias: 'articles/2024/09/station-moves/', to: 'articles/2024/09/aliases/' },
  { alias: 'alte-straße/wetter/', to: 'articles/2024/09/aliases/' },
  { alias: 'old/weather.html', to: 'articles/2024/09/aliases/' },
  { alias: 'story/4711.html', to: 'articles/2025/06/everything/' },
])('the old path $alias leads to its article', ({ alias, to }) => {
  const page = readPage(dist, alias);
  const refresh = byAttribute(page, 'http-equiv', 'refresh').map(({ attribs }) => attribs['content']);
  expect(refresh).toEqual([`0; url=/news/${to}`]);
  expect(byTag(page, 'a').map(({ attribs }) => attribs['href'])).toEqual([`/news/${to}`]);
  expect(canonicalOf(page)).toBe(FIXTURE_URL + to);
  expect(metaOf(page, 'robots')).toEqual(['noindex']);
  const [headline] = byTag(readPage(dist, to), 'h1').map(textOf);
  expect(byTag(page, 'title').map(textOf)).toEqual([headline]);
});

test('an old path that names a file is that file, as every host can serve it', () => {
  expect(listFiles(dist)).toEqual(expect.arrayContaining(['old/weather.html', 'story/4711.html']));
});

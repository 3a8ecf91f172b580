import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURE_EDITION } from '../../setup/fixture.ts';
import { type Edits, oneOf } from './edits.ts';

/** What tags.yaml may become; the one of the fixture edition stands at the beginning of most. */
const LISTS: ((fixture: string) => string | undefined)[] = [
  (fixture) => fixture,
  (fixture) =>
    fixture.replace('{ en: Bridge, fr: Pont }', 'Crossing').replace('[Swing bridge,', '[Bridge, Swing bridge,'),
  (fixture) => fixture.replace('[Harbor, Port]', '[Harbor, Port, Quay, Council]'),
  (fixture) => fixture.replace('figures-and-tables', 'numbers'),
  (fixture) => fixture.replace('broader: Harbour', 'broader: Knowledge').replace('kind: place', 'kind: topic'),
  (fixture) =>
    fixture.replace('Q12280', 'Q1').replace('(game)', '(card game)').replace('what crosses it', 'how it turns'),
  (fixture) => `${fixture}- name: Ferry\n  neverSameAs: [Night ferry]\n`,
  () => '',
  () => undefined,
];

/** What publishers change that is no article: the facts of the site, and its topics. */
export const SITE_EDITS: Edits = {
  'the name of the site': toSite('name', ['The Other Gazette', 'The Fixture Gazette', '<b>Gazette</b>']),
  'the line under the name': toSite('strapline', ['Once a week', undefined]),
  'the address of the site': toSite('url', ['https://paper.example/', 'https://paper.example/news/']),
  'the language of the site': toSite('lang', ['fr', 'ar', 'en-GB', undefined]),
  'the time zone': toSite('timeZone', ['Pacific/Kiritimati', 'America/Anchorage', 'Europe/Prague', undefined]),
  'the age of old articles': toSite('oldAfterYears', [0, 1, 10]),
  'twins or none': toSite('twins', [false, undefined]),
  'reading without a network or not': toSite('offline', [false, undefined]),
  'rights of a source': toSite('sources', [
    { 'The Closed Courier': { rights: { publish: 'excerpt' } } },
    { 'The Coast Herald': { rights: { publish: 'headline', robots: 'noindex' } } },
    undefined,
  ]),
  'the list of topics': (shop, _, value) => {
    const file = join(shop.content, 'tags.yaml');
    const text = oneOf(LISTS, value)?.(readFileSync(join(FIXTURE_EDITION, 'tags.yaml'), 'utf8'));
    if (text === undefined) rmSync(file, { force: true });
    else shop.write(file, text);
  },
};

function toSite(key: string, values: readonly unknown[]): Edits[string] {
  return (shop, _, value) => shop.setSite(key, oneOf(values, value));
}

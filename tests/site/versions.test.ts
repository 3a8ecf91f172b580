import { describe, expect, inject, test } from 'vitest';

import { byAttribute, byTag, elements, listFiles, type Page, readPage, readText, textOf } from '../setup/dist.ts';

const dist = inject('fixtureDist');
const FERRY = 'articles/2025/06/everything/';

/** The words of a page's main part. */
function mainOf(page: Page): string {
  return byTag(page, 'main').map(textOf).join();
}

function linksOf(page: Page): (string | undefined)[][] {
  return byTag(page, 'link')
    .filter(({ attribs }) => attribs['rel']?.includes('version'))
    .map(({ attribs }) => [attribs['rel'], attribs['href']]);
}

describe('an article whose source was captured four times', () => {
  test('says below its text how many versions came before, and leads to their list', () => {
    const page = readPage(dist, FERRY);
    const links = byAttribute(page, 'class', 'earlier').flatMap((line) => byTag(line, 'a'));
    expect(links.map((link) => [textOf(link), link.attribs['href']])).toEqual([
      ['3 earlier versions', `/news/${FERRY}versions/`],
    ]);
    expect(linksOf(page)).toEqual([
      ['version-history', `/news/${FERRY}versions/`],
      ['predecessor-version', `/news/${FERRY}versions/3/`],
    ]);
  });

  test('lists them with the moment of each capture, what each changed, and which text was not kept', () => {
    const list = byAttribute(readPage(dist, `${FERRY}versions/`), 'class', 'captures');
    const lines = list.flatMap((all) => byTag(all, 'li'));
    expect(lines.map((line) => textOf(line))).toEqual([
      'Version 4 The latest version · captured 15 June 2025 What changed from version 3 to version 4 · 34 words put in · 1 word taken out',
      'Version 3 captured 14 June 2025 at 12:00 What changed from version 2 to version 3 · 30 words put in · 19 words taken out',
      'Version 2 captured 14 June 2025 at 08:30',
      'Version 1 captured 14 June 2025 Its text was not kept.',
    ]);
  });

  test('has each of them on a page as it was, which says that there is a later one', () => {
    const page = readPage(dist, `${FERRY}versions/2/`);
    expect(byTag(page, 'h1').map(textOf)).toEqual(['Night Ferry Back in Northport']);
    const said = mainOf(page);
    expect(said).toContain('This is version 2 of 4, captured 14 June 2025 at 08:30. A later one has taken its place.');
    expect(said).toContain('221 passengers, thirty lorries and a marching band');
    expect(said).toContain('Nobody on board could say who had ordered it.');
    expect(said).toContain('The ferry Halcyon at the east quay, shortly before it left again.');
    // What is known to be wrong now, whose the text is and where it came from holds for it, too.
    expect(said).toContain('The ferry carried 212 passengers, not 221 as we first wrote.');
    expect(said).toContain('CC BY 4.0');
    expect(byTag(page, 'a').map(({ attribs }) => attribs['href'])).toContain(
      'https://herald.example/2025/06/night-ferry',
    );
    expect(byTag(page, 'img').map(({ attribs }) => attribs['src'])).toEqual(['/news/articles/2025/06/harbour.jpg']);
    expect(linksOf(page)).toEqual([
      ['version-history', `/news/${FERRY}versions/`],
      ['latest-version', `/news/${FERRY}`],
      ['successor-version', `/news/${FERRY}versions/3/`],
    ]);
  });

  test('says what changed for those who see no marks: which words, which paragraphs, and of what', () => {
    const path = `${FERRY}versions/2/changes/`;
    const said = mainOf(readPage(dist, path));
    expect(said).toContain('Headline');
    expect(said).toContain('Taken out: thirty end Put in: forty end');
    expect(said).toContain('Taken out: Nobody on board');
    expect(said).toContain('5 paragraphs as before');
  });

  test('is found by its latest words alone: none that it has lost is in the index, a feed or a twin', () => {
    const files = listFiles(dist).filter((file) => !file.startsWith(`${FERRY}versions/`));
    expect(files.filter((file) => readText(dist, file).includes('thirty lorries'))).toEqual([]);
    const kept = listFiles(dist).filter((file) => readText(dist, file).includes('thirty lorries'));
    expect(kept).toEqual([`${FERRY}versions/2/index.html`]);
  });
});

test('the versions of an article in Arabic are told of in Arabic, from right to left', () => {
  const page = readPage(dist, 'articles/2025/03/arabic-rtl/versions/1/changes/');
  expect(byTag(page, 'html').map(({ attribs }) => [attribs['lang'], attribs['dir']])).toEqual([['ar', 'rtl']]);
  expect(mainOf(page)).toContain('العنوان');
});

test('an article that was renamed twice has its versions at the old addresses, too', () => {
  for (const old of ['station-moves', 'a-new-hill']) {
    for (const below of ['', 'versions/', 'versions/1/', 'versions/1/changes/']) {
      const page = readPage(dist, `articles/2024/09/${old}/${below}`);
      expect(byTag(page, 'a').map(({ attribs }) => attribs['href'])).toEqual([
        `/news/articles/2024/09/aliases/${below}`,
      ]);
    }
  }
});

test('an attack in an earlier version is words there, and where it is compared', () => {
  for (const end of ['versions/', 'versions/1/', 'versions/1/changes/']) {
    const page = readPage(dist, `articles/2025/01/hostile/${end}`);
    const own = readPage(dist, FERRY + end.replace('1', '2'));
    const tagsOf = (of: Page): Set<string> => new Set(elements(of).map(({ name }) => name));
    expect(byTag(page, 'script').length, end).toBe(byTag(own, 'script').length);
    expect(
      ['iframe', 'object', 'form', 'svg'].filter((name) => tagsOf(page).has(name) && !tagsOf(own).has(name)),
    ).toEqual([]);
    const handlers = elements(page).flatMap(({ attribs }) =>
      Object.keys(attribs).filter((name) => name.startsWith('on')),
    );
    expect(handlers).toEqual([]);
    const words = { 'versions/': 'alert("title")', 'versions/1/': 'confirm("title")' }[end] ?? 'Taken out: confirm end';
    expect(mainOf(page), end).toContain(words);
  }
});

import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, inject, test } from 'vitest';
import { elements, listFiles, partText, readPage, readPages, readText, structuredData } from '../setup/dist.ts';
import { FIXTURE_URL } from '../setup/fixture.ts';

const dist = inject('fixtureDist');
const page = readPage(dist, 'articles/2025/01/hostile/');
const TITLE = `</title><script>alert("title")</script> "quoted" & <b>bold</b> ]]> --> 'end'`;

/** Elements that run, load or take over something. */
const DANGEROUS = [
  'iframe',
  'object',
  'embed',
  'video',
  'audio',
  'svg',
  'math',
  'form',
  'button',
  'base',
  'frame',
  'input',
];

/** What in a piece of HTML runs a script or asks another host for something. */
function dangersIn(html: string): string[] {
  return DomUtils.getElementsByTagName('*', parseDocument(html), true).flatMap(({ name, attribs }) => {
    const handlers = Object.keys(attribs).filter((attribute) =>
      /^(?:on|style$|srcset$|ping$|formaction$|http-equiv$)/u.test(attribute),
    );
    const scripts = [attribs['href'] ?? '', attribs['src'] ?? ''].filter((address) =>
      /^\s*(?:javascript|data|vbscript):/iu.test(address),
    );
    const picture = new URL(name === 'img' ? (attribs['src'] ?? '') : '', FIXTURE_URL);
    const remote = picture.href.startsWith(FIXTURE_URL) ? [] : [picture.href];
    // The template's own buttons name the script of the site that they load; no text can hold one.
    const isOwn = name === 'button' && ['listen', 'save', 'cite'].includes(attribs['data-load'] ?? '');
    const element = !isOwn && [...DANGEROUS, 'script', 'style', 'link', 'meta'].includes(name) ? [name] : [];
    return [...handlers, ...scripts, ...remote, ...element];
  });
}

describe('an article full of attacks', () => {
  test('brings no script, no handler and no request of its own into its page', () => {
    const body = page.html.slice(page.html.indexOf('<main'), page.html.indexOf('</main>'));
    expect(dangersIn(body)).toEqual([]);
    expect(elements(page).filter(({ name }) => name === 'script')).toHaveLength(2);
    expect(
      elements(page)
        .filter(({ name }) => ['meta', 'link'].includes(name))
        .flatMap(({ attribs }) => attribs['http-equiv'] ?? []),
    ).toEqual(['Content-Security-Policy']);
  });

  test('brings none into any other page, where its headline, names and topics stand', () => {
    const around = readPages(dist).filter((other) => other.file !== page.file && other.html.includes('alert('));
    expect(around.length).toBeGreaterThan(5);
    for (const other of around) {
      const main = other.html.slice(other.html.indexOf('<main'), other.html.indexOf('</main>'));
      expect(dangersIn(main), other.file).toEqual([]);
      expect(elements(other).filter(({ name }) => name === 'script').length, other.file).toBeLessThanOrEqual(2);
    }
  });

  test('brings none into any feed', () => {
    const feeds = listFiles(dist).filter((file) => file.endsWith('feed.json'));
    const texts = feeds.flatMap((file) => [...readText(dist, file).matchAll(/"content_html":("(?:[^"\\]|\\.)*")/gu)]);
    expect(texts.length).toBeGreaterThan(20);
    for (const [, text = '""'] of texts) expect(dangersIn(String(JSON.parse(text)))).toEqual([]);
  });

  test('keeps its headline, names and lines as the text that they are', () => {
    expect(partText(page, 'headline')).toBe(TITLE);
    expect(partText(page, 'standfirst')).toBe(
      '"><img src=x onerror=alert("standfirst")> a standfirst with ]]> and --> in it',
    );
    expect(partText(page, 'byline')).toContain('<svg onload=alert("author")>');
    expect(partText(page, 'credit')).toBe('</div></article><script>alert("credit")</script>');
    expect(partText(page, 'figure')).toContain('<img src=https://tracker.example/caption.gif> a caption');
  });

  test('keeps every sentence of its text that a reader was meant to see', () => {
    const body = partText(page, 'body');
    for (const sentence of [
      'The first sentence stands before the attacks.',
      'The second sentence stands between them.',
      'A link with a script',
      'one with a tab',
      "A paragraph that claims to be the template's own.",
      'A sentence after a comment. ]]> A sentence after an odd mark. --> A sentence after another.',
      '<script>alert("code")</script>',
      'The last sentence stands after the attacks and can be read.',
      'A note with bold words.',
    ]) {
      expect(body).toContain(sentence);
    }
    expect(body).not.toContain('display: none');
  });

  test('turns pictures of other hosts into links, which ask for nothing until they are followed', () => {
    const links = elements(page).filter(
      ({ name, attribs }) => name === 'a' && attribs['href']?.startsWith('https://tracker.example/'),
    );
    expect(links.map(({ attribs }) => attribs['rel'])).toEqual(links.map(() => 'nofollow noopener noreferrer'));
    expect(links.length).toBeGreaterThan(2);
  });

  test("cannot call its own words the template's", () => {
    const claimed = elements(page).find(
      (element) => DomUtils.textContent(element) === "A paragraph that claims to be the template's own.",
    );
    expect(Object.keys(claimed?.attribs ?? {})).toEqual(['id']);
    expect(claimed?.attribs['id']).toMatch(/^p-[0-9a-z]{6}$/u);
  });

  test('keeps its text whole in structured data, which stays JSON', () => {
    expect(structuredData(page)).toMatchObject({
      headline: TITLE,
      author: [{ name: '<svg onload=alert("author")>' }, { name: '"><script>alert("second author")</script>' }],
      creditText: '</div></article><script>alert("credit")</script>',
      keywords: ['<img src=x onerror=alert("tag")>', 'javascript:alert(1)', '"]]>-->'],
    });
  });
});

test('footnotes lead to their notes and back, whatever an author calls them', () => {
  const marks = elements(page).filter(({ name, attribs }) => name === 'a' && attribs['href'] === '#fn-1');
  const backs = elements(page).filter(({ name, attribs }) => name === 'a' && attribs['href'] === '#fnref-1');
  expect([marks.length, backs.length]).toEqual([1, 1]);
});

import { describe, expect, it } from 'vitest';
import { pageBlocks } from '../../../src/build/page-text.ts';
import { LostText, proveReceipt } from '../../../src/build/prove-receipt.ts';
import { copyBlocks, copyDigest } from '../../../src/news/copy.ts';
import { makeArticle, makeEdition, makeFront } from '../routes/edition.ts';

const FILE = '2016/10/truce.md';
const BODY = '<p>The first paragraph.</p><p>The second paragraph.</p><p>The third.</p>';
const EXCERPT = '<p>The first paragraph.</p>';
const KEYS = { title: 'Truce talks', description: 'What happened.', credit: 'Reporting by AFP' };

function page(body: string, rest: Partial<typeof KEYS> = KEYS): string {
  const { title = KEYS.title, description, credit } = rest;
  return `<header>Nameplate</header><main><h1 data-part="headline">${title}</h1>
    ${description === undefined ? '' : `<p data-part="standfirst">${description}</p>`}
    ${body === '' ? '' : `<div data-part="body">${body}</div>`}
    ${credit === undefined ? '' : `<p data-part="credit">${credit}</p>`}</main><footer>Nameplate</footer>`;
}

/** What the proof says of a built page; nothing where it agrees. */
function verdict(html: string, keys: Record<string, unknown> = {}): string | undefined {
  const front = makeFront({ ...KEYS, ...keys });
  const blocks = copyBlocks(front, pageBlocks(`<div data-part="body">${BODY}</div>`));
  const article = makeArticle(
    FILE,
    { ...KEYS, ...keys },
    { text: copyDigest(blocks), verbatim: true, body: { page: 'page', excerpt: 'excerpt' } },
  );
  const edition = makeEdition([article]);
  const texts: Record<string, string> = { page: BODY, excerpt: EXCERPT };
  try {
    proveReceipt(edition, article, html, (digest) => texts[digest] ?? '');
    return undefined;
  } catch (error) {
    if (error instanceof LostText) return error.message;
    throw error;
  }
}

describe('the proof of a built page', () => {
  it('agrees with a page that shows the article’s text', () => {
    expect(verdict(page(BODY))).toBeUndefined();
    expect(verdict(page(BODY.replace('third', 'th<b>ir</b>d')))).toBeUndefined();
  });

  it.each([
    ['loses a word', BODY.replace('second ', ''), 4, 'The paragraph.', 'The second paragraph.'],
    ['gains a word', BODY.replace('second', 'second, new'), 4, 'The second, new paragraph.', 'The second paragraph.'],
    [
      'swaps two paragraphs',
      '<p>The second paragraph.</p><p>The first paragraph.</p><p>The third.</p>',
      3,
      'The second paragraph.',
      'The first paragraph.',
    ],
    ['loses a paragraph', BODY.replace('<p>The third.</p>', ''), 5, 'Reporting by AFP', 'The third.'],
    ['gains a paragraph', `${BODY}<p>An advertisement.</p>`, 6, 'An advertisement.', 'Reporting by AFP'],
    [
      'joins two paragraphs',
      BODY.replace('</p><p>The second', ' The second'),
      3,
      'The first paragraph. The second paragraph.',
      'The first paragraph.',
    ],
    ['loses a space', BODY.replace('The third', 'Thethird'), 5, 'Thethird.', 'The third.'],
    ['changes a quotation mark', BODY.replace('third.', 'third’'), 5, 'The third’', 'The third.'],
    [
      'takes words for its own',
      BODY.replace('<p>The third.', '<p data-generated>The third.'),
      5,
      'Reporting by AFP',
      'The third.',
    ],
  ])('names the file and the first block where a page %s', (_, body, block, found, expected) => {
    const message = verdict(page(body));
    expect(message).toBe(
      `${FILE}: the page does not show the article's text. Block ${block} is "${found}", expected "${expected}".`,
    );
  });

  it('reads headline, standfirst and credit as well', () => {
    expect(verdict(page(BODY, { ...KEYS, title: 'Truce walks' }))).toContain('Block 1 is "Truce walks"');
    expect(verdict(page(BODY, { title: KEYS.title, credit: KEYS.credit }))).toContain('expected "What happened."');
    expect(verdict(page(BODY, { title: KEYS.title, description: KEYS.description }))).toContain('Block 6 is missing');
    expect(verdict(page(BODY).replace('</main>', '<p data-part="credit">More</p></main>'))).toContain(
      'Block 7 is "More", expected missing',
    );
  });

  it('holds a page to the excerpt where only that may be shown', () => {
    const rights = { rights: { publish: 'excerpt' } };
    expect(verdict(page(EXCERPT), rights)).toBeUndefined();
    expect(verdict(page(BODY), rights)).toContain('Block 4 is "The second paragraph."');
    expect(verdict(page(''), rights)).toContain('Block 3 is "Reporting by AFP"');
  });

  it.each([{ rights: { publish: 'headline' } }, { withdrawn: { date: '2016-10-05', reason: 'Wrong.' } }])(
    'lets through no word of a text that may not be shown: %j',
    (keys) => {
      expect(verdict(page('', { title: KEYS.title }), keys)).toBeUndefined();
      for (const html of [page(BODY), page(EXCERPT, { title: KEYS.title }), page('', KEYS)]) {
        expect(verdict(html, keys)).toContain('Block 2 is "');
      }
    },
  );

  it('shortens a block that is too long to print', () => {
    const message = verdict(page(`<p>${'word '.repeat(500)}</p>`));
    expect(message?.length).toBeLessThan(400);
  });
});

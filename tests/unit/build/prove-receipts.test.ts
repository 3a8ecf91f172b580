import { describe, expect, it } from 'vitest';
import { pageBlocks } from '../../../src/build/page-text.ts';
import { toOutputs } from '../../../src/build/plan.ts';
import { LostText, proveReceipts } from '../../../src/build/prove-receipts.ts';
import { copyBlocks, copyDigest } from '../../../src/news/copy.ts';
import { allRoutes } from '../../../src/routes/all-routes.ts';
import { makeArticle, makeEdition, makeFront } from '../routes/edition.ts';
import { makeFolder } from './folder.ts';

const FILE = '2016/10/truce.md';
const BODY = '<p>The first paragraph.</p><p>The second paragraph.</p><p>The third.</p>';
const EXCERPT = '<p>The first paragraph.</p>';
const KEYS = { title: 'Truce talks', description: 'What happened.', credit: 'Reporting by AFP' };

function page(body: string, rest: Partial<typeof KEYS> = KEYS): string {
  const { title = KEYS.title, description, credit } = rest;
  return `<header>Nameplate</header><h1 data-part="headline">${title}</h1>
    ${description === undefined ? '' : `<p data-part="standfirst">${description}</p>`}
    ${body === '' ? '' : `<div data-part="body">${body}</div>`}
    ${credit === undefined ? '' : `<p data-part="credit">${credit}</p>`}`;
}

/** What the proof says of a built page; nothing where it agrees. */
async function verdict(html: string, keys: Record<string, unknown> = {}): Promise<string | undefined> {
  const front = makeFront({ ...KEYS, ...keys });
  const blocks = copyBlocks(front, pageBlocks(`<div data-part="body">${BODY}</div>`));
  const article = makeArticle(
    FILE,
    { ...KEYS, ...keys },
    { text: copyDigest(blocks), verbatim: true, body: { page: 'page', excerpt: 'excerpt' } },
  );
  const edition = makeEdition([article]);
  const outputs = toOutputs(edition, allRoutes(edition));
  const folder = await makeFolder({ 'articles/2016/10/truce/index.html': html });
  const texts: Record<string, string> = { page: BODY, excerpt: EXCERPT };
  try {
    await proveReceipts(edition, outputs, folder, (digest) => texts[digest] ?? '');
    return undefined;
  } catch (error) {
    if (error instanceof LostText) return error.message;
    throw error;
  }
}

describe('the proof of a built page', () => {
  it('agrees with a page that shows the article’s text', async () => {
    expect(await verdict(page(BODY))).toBeUndefined();
    expect(await verdict(page(BODY.replace('third', 'th<b>ir</b>d')))).toBeUndefined();
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
  ])('names the file and the first block where a page %s', async (_, body, block, found, expected) => {
    const message = await verdict(page(body));
    expect(message).toBe(
      `${FILE}: the page does not show the article's text. Block ${block} is "${found}", expected "${expected}".`,
    );
  });

  it('reads headline, standfirst and credit as well', async () => {
    expect(await verdict(page(BODY, { ...KEYS, title: 'Truce walks' }))).toContain('Block 1 is "Truce walks"');
    expect(await verdict(page(BODY, { title: KEYS.title, credit: KEYS.credit }))).toContain(
      'expected "What happened."',
    );
    expect(await verdict(page(BODY, { title: KEYS.title, description: KEYS.description }))).toContain(
      'Block 6 is missing',
    );
    expect(await verdict(`${page(BODY)}<p data-part="credit">More</p>`)).toContain(
      'Block 7 is "More", expected missing',
    );
  });

  it('holds a page to the excerpt where only that may be shown', async () => {
    const rights = { rights: { publish: 'excerpt' } };
    expect(await verdict(page(EXCERPT), rights)).toBeUndefined();
    expect(await verdict(page(BODY), rights)).toContain('Block 4 is "The second paragraph."');
    expect(await verdict(page(''), rights)).toContain('Block 3 is "Reporting by AFP"');
  });

  it.each([{ rights: { publish: 'headline' } }, { withdrawn: { date: '2016-10-05', reason: 'Wrong.' } }])(
    'lets through no word of a text that may not be shown: %j',
    async (keys) => {
      expect(await verdict(page('', { title: KEYS.title }), keys)).toBeUndefined();
      for (const html of [page(BODY), page(EXCERPT, { title: KEYS.title }), page('', KEYS)]) {
        expect(await verdict(html, keys)).toContain('Block 2 is "');
      }
    },
  );

  it('shortens a block that is too long to print', async () => {
    const message = await verdict(page(`<p>${'word '.repeat(500)}</p>`));
    expect(message?.length).toBeLessThan(400);
  });
});

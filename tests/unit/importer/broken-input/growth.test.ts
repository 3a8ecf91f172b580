import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readUnit } from '../../../../src/importer/formats.ts';
import { Desk } from '../desk.ts';
import { costOf, growth, TOO_FAST } from '../growth.ts';
import { LONG } from '../read.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const page = (head: string, title: string, text: string): string =>
  `<!doctype html><html><head>${head}</head><body><article><h1>${title}</h1><p>${LONG}</p>${text}<p>${LONG}</p></article></body></html>`;
const feed = (item: string): string =>
  `<rss version="2.0"><channel><title>The Gazette</title><item>${item}</item></channel></rss>`;

/** Where a text can stand in a file of each format: in its text, at its head, in each of its fields. */
const FILES: Record<string, (text: string) => string> = {
  'text.txt': (text) => `Talks End\n\n${LONG}\n\n${text}\n`,
  'head.txt': (text) => `${text}\n\n${LONG}\n`,
  'bare.txt': (text) => text,
  'text.html': (text) => page('', 'Talks', `<p>${text}</p>`),
  'head.html': (text) => {
    const value = escaped(text);
    const head = `<title>${value}</title><meta name="author" content="${value}"><meta name="date" content="${value}">`;
    return page(
      head,
      value,
      `<p class="byline">By ${value}</p><figure><img src="a.jpg"><figcaption>${value}</figcaption></figure>`,
    );
  },
  'text.md': (text) => `---\ntitle: Talks\n---\n\n${LONG}\n\n${text}\n`,
  'head.md': (text) =>
    `---\ntitle: ${JSON.stringify(text)}\nauthor: ${JSON.stringify(text)}\ndate: ${JSON.stringify(text)}\n---\n\n${LONG}\n`,
  'text.json': (text) => JSON.stringify({ title: 'Talks', text }),
  'html.json': (text) => JSON.stringify({ title: 'Talks', html: `<p>${text}</p>` }),
  'head.json': (text) =>
    JSON.stringify({ title: text, author: text, date: text, url: text, tags: text, dateline: text, text: LONG }),
  'text.xml': (text) => feed(`<title>Talks</title><description>${escaped(text)}</description>`),
  'head.xml': (text) => {
    const value = escaped(text);
    return feed(
      `<title>${value}</title><author>${value}</author><pubDate>${value}</pubDate><link>${value}</link><guid>${value}</guid>`,
    );
  },
  'mail.mhtml': (text) =>
    `From: <Saved>\nSubject: ${text}\nContent-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html\n\n<p>${text}</p>\n--B--\n`,
};

const PIECES = [
  ...[
    'a',
    ' ',
    '1',
    '1.1.',
    '(',
    '[',
    '<',
    '&',
    '"',
    "'",
    '“',
    '`',
    '|',
    '#',
    '@',
    ':',
    '\\',
    '{',
    '~',
    '$',
    '\n',
    '\t',
  ],
  ...[
    'By A and ',
    '\n- a',
    '*a ',
    '_a ',
    '1. ',
    '\n1. a',
    'http://',
    'http://a.b ',
    'a@b ',
    'www.',
    'e\u0301',
    '\u0301',
  ],
  ...['](', '![', '[^1]', '<b>', '</b>', '<!--', '<a href=', '&#', '\n|a|b', ', ', ' - ', '— ', 'October ', '(photo '],
];

/** A text is read in this; only what takes longer is looked at more closely. In milliseconds of the processor. */
const QUICK = 80;
const LENGTH = 30_000;

async function read(name: string, piece: string, length: number): Promise<unknown> {
  const make = FILES[name] ?? String;
  const bytes = new TextEncoder().encode(make(`${piece.repeat(Math.ceil(length / piece.length))}!`));
  return readUnit({ name, bytes, known: {} });
}

describe('a text takes no longer for its signs than for its length', () => {
  // What a reader loads when it first runs is no cost of a text.
  beforeAll(async () => {
    for (const name of Object.keys(FILES)) await read(name, 'a', 1000);
  });

  // The text of a Markdown file is left to a parser that is bounded by counts, as below.
  test.each(Object.keys(FILES).filter((name) => name !== 'text.md'))('in %s', async (name) => {
    const slow: string[] = [];
    for (const piece of PIECES) {
      if ((await costOf(() => read(name, piece, LENGTH))) < QUICK) continue;
      const times = await growth((length) => read(name, piece, length), LENGTH);
      if (times >= TOO_FAST)
        slow.push(`${JSON.stringify(piece)}: ${times.toFixed(1)} times as long for four times the length`);
    }
    expect(slow).toEqual([]);
  });
});

describe('a paragraph that a parser of Markdown would take minutes for', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.clear());

  test.each(['](', '[^1]', '*a **b ', '&', 'a@b.example ', '`'])(
    'is refused before it is parsed, whatever format it comes in: %s',
    async (piece) => {
      const names = ['text.txt', 'text.json', 'text.html', 'html.json', 'text.md'];
      const text = piece.repeat(60_000);
      const paths = await Promise.all(names.map((name) => desk.put(name, FILES[name]?.(text) ?? '')));
      // Each took more than a minute, which this test does not have.
      const { code, said } = await desk.import(paths);
      expect(said.filter((line) => line.includes('refused:'))).toHaveLength(names.length);
      expect(code).toBe(2);
    },
  );
});

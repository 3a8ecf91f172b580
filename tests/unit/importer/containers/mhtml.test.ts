import { describe, expect, it } from 'vitest';
import { isMhtml, readMhtml } from '../../../../src/importer/containers/mhtml.ts';

const HEAD = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://news.test/ferry',
  'Subject: Ferry returns',
  'Date: Fri, 1 Mar 2019 08:15:30 -0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="----Part--7qL"',
];

function part(headers: readonly string[], body: string): string[] {
  return ['------Part--7qL', ...headers, '', body];
}

const PAGE = part(
  [
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://news.test/ferry',
  ],
  '<p class=3D"lead">The Caf=C3=A9 ferr=\r\ny returns = soon. ------Part--7qL\r\n------Part--7qLx is no end',
);
const FRAME = part(['Content-Type: text/html', 'Content-Location: https://ads.test/'], '<p>Buy');
const PICTURE = part(
  [
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-ID: <pic@news>',
    'Content-Location: https://news.test/a.png',
  ],
  'iVBO\r\nRw0K',
);
const END = ['------Part--7qL--', ''];

function file(...parts: readonly string[][]): Buffer {
  return Buffer.from([...HEAD, '', '', ...parts.flat()].join('\r\n'));
}

function read(bytes: Uint8Array): Exclude<ReturnType<typeof readMhtml>, { ok: false }> {
  const page = readMhtml(bytes);
  if (!page.ok) throw new Error(page.reason);
  return page;
}

describe('a page saved in one file', () => {
  it('gives an editor the page itself, decoded to the letter, not one of its frames', () => {
    expect(Buffer.from(read(file(PAGE, FRAME, PICTURE, END)).html).toString()).toBe(
      '<p class="lead">The Café ferry returns = soon. ------Part--7qL\r\n------Part--7qLx is no end',
    );
  });

  it('says where the page came from, when it was saved and in which encoding', () => {
    expect(read(file(PAGE, END))).toMatchObject({
      url: 'https://news.test/ferry',
      captured: '2019-03-01T08:15:30+00:00',
      charset: 'utf-8',
    });
  });

  it('has its pictures under both their addresses', () => {
    const { resources } = read(file(PAGE, PICTURE, END));
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]);
    expect(resources).toEqual(
      new Map([
        ['https://news.test/a.png', png],
        ['cid:pic@news', png],
      ]),
    );
  });

  it('whose page is named as its start is read from there', () => {
    const start = part(['Content-Type: text/html', 'Content-ID: <main@news>'], '<p>Main');
    const bytes = Buffer.from(file(FRAME, start, END).toString().replace('type="text/html"', 'start="<main@news>"'));
    expect(Buffer.from(read(bytes).html).toString()).toBe('<p>Main');
  });

  it('whose page stands inside a further multipart is found there', () => {
    const inner = [
      '--alt',
      'Content-Type: text/plain',
      '',
      'Plain',
      '--alt',
      'Content-Type: text/html',
      '',
      '<p>Rich',
      '--alt--',
    ];
    const bytes = file(part(['Content-Type: multipart/alternative; boundary=alt'], inner.join('\r\n')), END);
    expect(Buffer.from(read(bytes).html).toString()).toBe('<p>Rich');
  });

  it('that was cut off in the page is refused; after the page only a picture is missing', () => {
    const whole = file(PAGE, PICTURE, END);
    expect(readMhtml(whole.subarray(0, whole.indexOf('is no end')))).toEqual({
      ok: false,
      reason: 'it is cut off in the middle of the page; save the page again',
    });
    expect(read(whole.subarray(0, -24)).resources.size).toBe(0);
  });

  it('takes no address but one of the web for where the page came from', () => {
    const bytes = file(part(['Content-Type: text/html', 'Content-Location: cid:frame'], '<p>'), END);
    expect(
      read(Buffer.from(bytes.toString().replace('https://news.test/ferry', 'file:///etc/passwd'))).url,
    ).toBeUndefined();
  });

  it.each([
    ['without a page', file(PICTURE, END), 'no page is in it'],
    ['that is a text', Buffer.from('Ferry returns\n\nIt does.'), 'it does not begin with the headers of a saved page'],
    ['that is empty', new Uint8Array(), 'it does not begin with the headers of a saved page'],
  ])('refuses a file %s', (_what, bytes, reason) => {
    expect(readMhtml(bytes)).toEqual({ ok: false, reason });
  });

  it.each([
    ['as Chromium writes it', 'a.mhtml', file(PAGE).toString(), true],
    [
      'by its headers under any name',
      'a.txt',
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n',
      true,
    ],
    ['by its name, of a single part', 'a.mht', 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>', true],
    ['and a letter is none', 'a.eml', 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n', false],
    [
      'and a text about it is none',
      'a.txt',
      'How to save\n\nMIME-Version: 1.0\nContent-Type: multipart/related',
      false,
    ],
  ])('is known %s', (_what, name, text, expected) => {
    expect(isMhtml(Buffer.from(text), name)).toBe(expected);
  });
});

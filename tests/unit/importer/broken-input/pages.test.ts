import { symlink } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk } from '../desk.ts';
import { LONG } from '../read.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

const SECRET = 'Nobody who reads the page sees this';
const page = (inside: string, head = ''): string =>
  `<!doctype html><html><head><title>Talks End</title>${head}</head><body><article><h1>Talks End</h1><p>${LONG}</p>${inside}<p>${LONG} Two.</p><p>${LONG} Three.</p></article></body></html>`;

/** Imports a page: the text of its copy. */
async function copyOf(html: string | Uint8Array): Promise<string> {
  const { code } = await desk.import(await desk.put('page.html', html));
  expect(code).toBe(0);
  expect((await desk.verify()).code).toBe(0);
  return desk.text(desk.articles().find((file) => file.endsWith('.md')) ?? '');
}

test('a page that redirects, re-bases and re-encodes is read where and as it is', async () => {
  const head =
    '<base href="https://evil.example/a/"><meta http-equiv="refresh" content="0;url=https://evil.example/"><link rel="canonical" href="https://gazette.example/talks"><meta charset="utf-16">';
  const copy = await copyOf(page('<p>See <a href="x">the café</a>.</p>', head));
  expect(copy).toContain('url: https://gazette.example/talks');
  expect(copy).toContain('the café');
  expect(copy).not.toContain('http-equiv');
});

describe('what a reader of the page does not see is nowhere in its copy', () => {
  test.each([
    `<p style="display:none">${SECRET}</p>`,
    `<p style="display : NONE !important">${SECRET}</p>`,
    `<p hidden>${SECRET}</p>`,
    `<p hidden="until-found">${SECRET}</p>`,
    `<div style="visibility:hidden"><p>${SECRET}</p></div>`,
    `<p aria-label="${SECRET}" title="${SECRET}" data-x="${SECRET}">Seen.</p>`,
    `<noscript>${SECRET}</noscript>`,
    `<template><p>${SECRET}</p></template>`,
    `<!-- ${SECRET} -->`,
    `<!--[if IE]><p>${SECRET}</p><![endif]-->`,
    `<style>p { content: "${SECRET}" }</style>`,
    `<script type="text/template"><p>${SECRET}</p></script>`,
    `<title>${SECRET}</title>`,
    `<svg><title>${SECRET}</title><text>${SECRET}</text></svg>`,
    `<iframe srcdoc="<p>${SECRET}</p>">${SECRET}</iframe>`,
    `<object>${SECRET}</object>`,
  ])('%s', async (hidden) => {
    const copy = await copyOf(page(hidden));
    expect(copy).not.toContain(SECRET);
    expect(copy).toContain(`${LONG} Three.`);
  });
});

test('ids, names, classes and handlers of a page do not reach its copy', async () => {
  const copy = await copyOf(
    page(
      `<h2 id="main" class="x" onclick="evil()">One</h2><p id="main" name="content" style="color:red">Water is H<sub id="main" onclick="evil()">2</sub>O.</p><h2 id="main">Two</h2>`,
    ),
  );
  expect(copy).toContain('H<sub>2</sub>O');
  expect(copy).not.toMatch(/id=|class=|onclick|style=|name=/u);
});

describe('a page that never ends its elements', () => {
  test.each([
    '<table><tr><td>',
    '<ul><li>',
    '<blockquote><p>',
    '<b><i><u>',
    '<a href="/x">',
    '<pre>',
    '<figure><figcaption>',
  ])('keeps the words behind %s', async (open) => {
    const copy = await copyOf(page(`${open}A word that stays`));
    for (const words of ['A word that stays', 'Two.', 'Three.']) expect(copy).toContain(words);
  });

  test('and holds a picture of 8 MB in itself has its text without it', async () => {
    const data = `<img alt="A" src="data:image/png;base64,${'A'.repeat(8_000_000)}">`;
    const copy = await copyOf(page(data));
    expect(copy.length).toBeLessThan(5000);
    expect(copy.split('\n---\n')[1]).not.toContain('data:');
    expect(desk.said[0]).toMatch(/Not kept: the picture data:.{0,200}\(no picture that can be read/u);
  });

  test('or nests them beyond measure is refused, and the next is imported', async () => {
    const deep = await desk.put('deep.html', page('<div>'.repeat(60_000)));
    const { code, said } = await desk.import([deep, await desk.put('fine.html', page(''))]);
    expect({ code, said: said[0] }).toEqual({
      code: 2,
      said: `${deep}: refused: its elements are nested more than 512 deep.`,
    });
    expect(desk.articles()).toHaveLength(1);
  });
});

describe('a picture that is none', () => {
  /** The beginning of a PNG of so many pixels: nothing follows its header. */
  function header(width: number, height: number): Buffer {
    const data = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
    data.writeUInt32BE(width, 0);
    data.writeUInt32BE(height, 4);
    const chunk = (type: string, inside: Buffer): Buffer => {
      const body = Buffer.concat([Buffer.from(type), inside]);
      const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      size.writeUInt32BE(inside.length);
      sum.writeUInt32BE(crc32(body));
      return Buffer.concat([size, body, sum]);
    };
    const pixels = deflateSync(Buffer.alloc(1000));
    return Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', data),
      chunk('IDAT', pixels),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }

  test.each([
    ['of 30,000 by 30,000 pixels', 'bomb.png', header(30_000, 30_000), 'too large: 30000 × 30000 pixels'],
    ['that is a page', 'a.png', '<!doctype html><script>evil()</script>', 'no picture that can be read'],
    ['that is also a script', 'a.gif', 'GIF89a/*\0\0*/=1;alert(1)//', 'no picture that can be read'],
    [
      'that is a drawing with a script',
      'a.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>evil()</script></svg>',
      'of the kind svg is not taken',
    ],
    ['without a byte', 'empty.jpg', '', 'no picture that can be read'],
  ])('%s is not kept, and the editor reads why', async (_, name, bytes, reason) => {
    await desk.put(`page_files/${name}`, bytes);
    const copy = await copyOf(page(`<figure><img src="page_files/${name}" alt="A"></figure>`));
    expect(desk.said[0]).toContain(`Not kept: the picture page_files/${name}`);
    expect(desk.said[0]).toContain(reason);
    expect(copy).not.toContain('evil');
    expect(desk.articles()).toHaveLength(1);
  });

  test('but a pipe, a device or a file elsewhere keeps nobody waiting', async () => {
    await desk.put('page_files/x', '');
    execFileSync('mkfifo', [join(desk.folder, 'page_files/pipe.jpg')]);
    await symlink('/dev/zero', join(desk.folder, 'page_files/zero.jpg'));
    await symlink('/etc/hostname', join(desk.folder, 'page_files/host.jpg'));
    for (const name of ['pipe', 'zero', 'host']) {
      await copyOf(page(`<figure><img src="page_files/${name}.jpg" alt="A"></figure>`));
      expect(desk.said[0]).toContain(`Not kept: the picture page_files/${name}.jpg`);
      expect(desk.articles()).toHaveLength(1);
      await desk.empty();
    }
  });
});

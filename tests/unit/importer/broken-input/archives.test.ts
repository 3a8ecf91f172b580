import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Packed, packZip } from '../containers/packing.ts';
import { Desk } from '../desk.ts';
import { LONG } from '../read.ts';
import { TALKS, UNDATED } from '../talks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

const GOOD: Packed = { name: 'news/talks.txt', content: TALKS };

/** Imports an archive with a good article in it: what is said of the rest. */
async function refusals(name: string, bytes: Uint8Array): Promise<string[]> {
  const path = await desk.put(name, bytes);
  const { code, said } = await desk.import(path);
  expect(code).toBe(2);
  return said.filter((line) => line.includes(': refused: ')).map((line) => line.slice(path.length));
}

function expectOnlyTheGoodOne(): void {
  expect(desk.articles()).toEqual([UNDATED]);
  expect(desk.files()).toHaveLength(2);
}

describe('a ZIP archive', () => {
  test.each([
    '../../escaped.txt',
    'a/../../escaped.txt',
    '/etc/escaped.txt',
    'C:\\escaped.txt',
    'c:escaped.txt',
    '..\\escaped.txt',
    'a\\..\\escaped.txt',
    'escaped\0.txt',
    '',
  ])('with an entry called %j writes nothing anywhere for it, and imports the others', async (name) => {
    const said = await refusals('old.zip', packZip([{ name, content: TALKS.replace('Harbor', 'Escaped') }, GOOD]));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/: refused: it(?:s name)? /u);
    expectOnlyTheGoodOne();
  });

  test('with links, devices, pipes and sockets has each refused by its name', async () => {
    const kinds = { link: 0o120777, device: 0o020666, disk: 0o060666, pipe: 0o010666, socket: 0o140666 };
    const odd = Object.entries(kinds).map(([name, mode]) => ({ name: `${name}.txt`, content: '/etc/passwd', mode }));
    expect(await refusals('old.zip', packZip([...odd, GOOD]))).toEqual(
      Object.keys(kinds).map((name) => `, entry ${name}.txt: refused: it is a link or a device, not a file.`),
    );
    expectOnlyTheGoodOne();
  });

  test('with names that differ in capitals or composition alone has them refused as one', async () => {
    const names = ['É.txt', 'é.txt', 'É.txt'.normalize('NFD'), 'é.TXT'];
    const said = await refusals('old.zip', packZip([...names.map((name) => ({ name, content: LONG })), GOOD]));
    expect(said).toEqual([expect.stringMatching(/^, entry É\.txt: refused: 4 entries have this name/u)]);
    expectOnlyTheGoodOne();
  });

  test('with a bomb, an archive, an encrypted and a damaged file imports the rest', async () => {
    const odd: Packed[] = [
      { name: 'bomb.xml', content: `<rss>${' '.repeat(15_000_000)}` },
      { name: 'large.txt', content: Buffer.alloc(40_000_000, 'a ') },
      { name: 'inner.zip', content: packZip([GOOD]) },
      { name: 'memo.docx', content: packZip([{ name: 'word/document.xml', content: '<w/>' }]) },
      { name: 'secret.txt', content: LONG, flags: 1 },
      { name: 'damaged.txt', content: LONG, checksum: 1 },
    ];
    const said = await refusals('old.zip', packZip([...odd, GOOD]));
    for (const [name, reason] of [
      ['bomb.xml', 'it is a bomb'],
      ['large.txt', 'too large: more than 5 MB'],
      ['inner.zip', 'an archive or office document inside an archive is not opened'],
      ['memo.docx', 'an archive or office document inside an archive is not opened'],
      ['secret.txt', 'it is encrypted'],
      ['damaged.txt', 'it is damaged'],
    ] as const)
      expect(said).toContainEqual(expect.stringContaining(`, entry ${name}: refused: ${reason}`));
    expect(said).toHaveLength(6);
    expectOnlyTheGoodOne();
  });

  test('whose entries share their bytes, or which breaks off, is refused whole', async () => {
    const shared = packZip([GOOD, { name: 'again.txt', content: TALKS, offset: 0 }]);
    expect(await refusals('old.zip', shared)).toEqual([
      ': refused: its entries overlap, as only those of ZIP bombs do.',
    ]);
    for (const cut of [10, 200, 30])
      expect(await refusals('cut.zip', packZip([GOOD]).subarray(0, -cut))).toEqual([
        expect.stringMatching(/^: refused: it is cut off or damaged/u),
      ]);
    expect(desk.files()).toEqual([]);
  });

  test('that lies about the size of an entry has that entry refused', async () => {
    const archive = packZip([{ name: 'liar.xml', content: `<rss>${' '.repeat(15_000_000)}` }]);
    // The sizes stand in the list of files, behind its mark.
    archive.writeUInt32LE(100, archive.indexOf('PK\x01\x02') + 24);
    expect(await refusals('old.zip', archive)).toEqual([
      expect.stringMatching(/^, entry liar\.xml: refused: it is (?:damaged or cut off|a bomb)/u),
    ]);
    expect(desk.files()).toEqual([]);
  });

  test('with 100,001 empty entries is refused unread', async () => {
    const entry = packZip([{ name: 'a', content: '', method: 0 }]);
    const at = entry.indexOf('PK\x01\x02');
    const directory = entry.subarray(at, -22);
    const many = Buffer.concat([entry.subarray(0, at), ...Array.from({ length: 100_001 }, () => directory)]);
    const end = Buffer.from(entry.subarray(-22));
    end.writeUInt16LE(0xffff, 8);
    end.writeUInt16LE(0xffff, 10);
    const wide = Buffer.alloc(76);
    wide.write('PK\x06\x06');
    wide.writeUInt32LE(44, 4);
    wide.writeUInt32LE(100_001, 24);
    wide.writeUInt32LE(100_001, 32);
    wide.writeUInt32LE(many.length - at, 40);
    wide.writeUInt32LE(at, 48);
    wide.write('PK\x06\x07', 56);
    wide.writeUInt32LE(many.length, 64);
    wide.writeUInt32LE(1, 72);
    expect(await refusals('old.zip', Buffer.concat([many, wide, end]))).toEqual([
      ': refused: it has more than 100000 entries; unpack it.',
    ]);
  });
});

describe('a gzip file', () => {
  test('that is a bomb is refused, whether it holds a text, a page, a feed or a list', async () => {
    const beginnings = {
      txt: TALKS,
      html: '<!doctype html><html><body><p>',
      xml: '<rss version="2.0"><channel><title>',
      jsonl: '{"title": "',
    };
    for (const [ending, beginning] of Object.entries(beginnings)) {
      const members = [gzipSync(beginning), gzipSync(Buffer.alloc(60_000_000, 'a')), gzipSync('the end')];
      expect(await refusals(`bomb.${ending}.gz`, Buffer.concat(members))).toEqual([
        expect.stringMatching(/: refused: too large: (?:a line of )?more than \d+ MB\.$/u),
      ]);
    }
    expect(desk.files()).toEqual([]);
  });

  test('in gzip in gzip without end is not opened to its end', async () => {
    const deep = Array.from({ length: 8 }).reduce<Buffer>((inner) => gzipSync(inner), gzipSync(TALKS));
    expect(await refusals('deep.txt.gz', deep)).toEqual([': refused: a gzip file inside 4 others is not opened.']);
  });

  test('that breaks off is refused', async () => {
    expect(await refusals('cut.txt.gz', gzipSync(TALKS).subarray(0, -9))).toEqual([
      expect.stringMatching(/^: refused: damaged or cut off/u),
    ]);
    expect(desk.files()).toEqual([]);
  });
});

import { errorText } from '../error-text.ts';
import { readMoment } from '../read-moment.ts';
import type { Known } from '../unit.ts';
import { type Container, type Held, megabytes, placeIn, readWhole, type Source, type Whole } from './container.ts';
import { dechunk, readContentType, readHttpHead } from './http-message.ts';
import { inflate } from './inflate.ts';
import { type WarcRecord, warcRecords } from './warc-records.ts';

/** Bytes of a page or feed, both as kept and decompressed. */
const LARGEST_PAGE = 50_000_000;
/** Bytes of a record in which the head of its HTTP answer must end. */
const LONGEST_HEAD = 262_144;

const PAGES: readonly string[] = ['text/html', 'application/xhtml+xml'];
const FEEDS: readonly string[] = [
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
];
/** Types that feeds are sent as too, but much else as well. */
const PERHAPS_FEEDS: readonly string[] = ['text/xml', 'application/xml', 'application/json'];
const FEED_MARK = /<(?:rss|feed|rdf:RDF)[\s>]|:\/\/jsonfeed\.org\/version\//u;

/**
 * A WARC file (ISO 28500): each page or feed that a server answered with status 200, and each page kept as a resource,
 * is a unit under its address with the time of its capture. An address captured twice gives two units.
 */
export const warc: Container = {
  what: 'a web archive (WARC)',
  recognises: (start) => /^WARC\/1\.\d/u.test(latin1(start.subarray(0, 8))),
  open: openWarc,
};

async function* openWarc(source: Source): AsyncIterable<Held> {
  let passedOver = 0;
  try {
    for await (const record of warcRecords(source.stream)) {
      if (!record.ok) {
        yield { kind: 'refused', where: placeIn(source, `byte ${record.offset}`), reason: record.reason };
        continue;
      }
      const held = await readRecord(source, record);
      if (held) yield held;
      else passedOver += 1;
    }
  } catch (error) {
    yield { kind: 'refused', where: source.where, reason: errorText(error) };
  }
  const note = `${passedOver} ${passedOver === 1 ? 'record' : 'records'} without a page or feed passed over`;
  if (passedOver > 0) yield { kind: 'note', note };
}

/** What a record holds; nothing where it is no page and no feed. */
async function readRecord(source: Source, record: WarcRecord): Promise<Held | undefined> {
  const url = record.headers.get('warc-target-uri')?.replace(/^<(.*)>$/u, '$1');
  const where = placeIn(source, url ?? `byte ${record.offset}`);
  const payload = await readPayload(record);
  // Whatever the record is of: damage may have hidden the records behind it.
  const damage = await record.finish();
  if (damage !== undefined) return { kind: 'refused', where, reason: damage };
  if (!payload) return undefined;
  if (!payload.ok) return { kind: 'refused', where, reason: payload.reason };
  const { bytes, charset, type } = payload;
  if (PERHAPS_FEEDS.includes(type) && !FEED_MARK.test(latin1(bytes.subarray(0, 4096)))) return undefined;
  const known: Known = { ...source.known, ...knownOf(url, record.headers.get('warc-date')), charset };
  return { kind: 'unit', unit: { name: source.name, bytes, known, where } };
}

function knownOf(url: string | undefined, date: string | undefined): Known {
  const captured = date === undefined ? undefined : readMoment(date)?.value;
  const known: Known = url !== undefined && /^https?:\/\//iu.test(url) && URL.canParse(url) ? { url } : {};
  return captured === undefined ? known : { ...known, captured };
}

type Payload =
  { ok: true; bytes: Uint8Array; type: string; charset: string | undefined } | { ok: false; reason: string };

/** The decoded page or feed of a record's block. Of all others only the start of the block is read. */
async function readPayload(record: WarcRecord): Promise<Payload | undefined> {
  const kind = record.headers.get('warc-type');
  if (kind === 'resource') {
    const { type, charset } = readContentType(record.headers.get('content-type'));
    if (!PAGES.includes(type)) return undefined;
    if (record.length > LARGEST_PAGE) return tooLarge(record.length);
    return { ok: true, bytes: await record.take(record.length), type, charset };
  }
  if (kind !== 'response') return undefined;
  const start = await record.take(LONGEST_HEAD);
  const head = readHttpHead(start);
  if (head?.status !== 200) return undefined;
  const { type, charset } = readContentType(head.headers.get('content-type'));
  if (![PAGES, FEEDS, PERHAPS_FEEDS].some((types) => types.includes(type))) return undefined;
  if (record.length > LARGEST_PAGE) return tooLarge(record.length);
  const body = Buffer.concat([start.subarray(head.bodyStart), await record.take(record.length)]);
  const whole = await decodeBody(body, head.headers);
  return whole.ok ? { ...whole, type, charset } : whole;
}

/** Some archives keep a body decoded, with the headers that say it is not: such a body is taken as it is. */
async function decodeBody(kept: Uint8Array, headers: ReadonlyMap<string, string>): Promise<Whole> {
  const isChunked = headers.get('transfer-encoding')?.toLowerCase() === 'chunked';
  const body = (isChunked ? dechunk(kept) : undefined) ?? kept;
  const coding = headers.get('content-encoding')?.toLowerCase() ?? 'identity';
  if (coding === 'identity' || coding === '') return { ok: true, bytes: body };
  const whole = await readWhole(inflate(once(body), coding, LARGEST_PAGE), LARGEST_PAGE);
  if (whole.ok || !/^\s*[<{]/u.test(latin1(body.subarray(0, 100)))) return whole;
  return { ok: true, bytes: body };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}

function tooLarge(length: number): Payload {
  return { ok: false, reason: `too large: ${megabytes(length)} MB; at most ${megabytes(LARGEST_PAGE)} MB are read` };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

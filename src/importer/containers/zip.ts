import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { errorText } from '../error-text.ts';
import { type Container, type Held, placeIn, readWhole, type Source, sourceOf } from './container.ts';
import { isPagePart } from './page-parts.ts';
import { checkEntries, type NamedEntry } from './zip-entries.ts';
import { entryStream } from './zip-entry-stream.ts';

/** Bytes of a ZIP that is no file on disk, as from standard input: it must be in memory whole. */
const LARGEST_IN_MEMORY = 500_000_000;
const MOST_ENTRIES = 100_000;
/** Decoded bytes of all entries together. */
const MOST_DECODED = 4_000_000_000;

/**
 * A ZIP archive (PKWARE's APPNOTE): each of its files is a source, named by its path; of a WACZ file only its WARC files
 * are. No file is ever written under an entry's name, and a name that could lead astray is refused all the same.
 */
export const zip: Container = { what: 'a ZIP archive', recognises: isZip, open: openZip };

/** An archive begins with its first entry; an empty one with its end. */
function isZip(start: Uint8Array): boolean {
  const [p, k, one, two] = start;
  return p === 0x50 && k === 0x4b && ((one === 3 && two === 4) || (one === 5 && two === 6));
}

async function* openZip(source: Source): AsyncIterable<Held> {
  if (source.depth > 0) {
    const reason = 'an archive or office document inside an archive is not opened; unpack it and name its files';
    yield { kind: 'refused', where: source.where, reason };
    return;
  }
  let file: ZipFile | undefined;
  try {
    file = await openFile(source);
    // An error that nobody waits for any more, as of closing, must not end the program.
    file.on('error', () => undefined);
    if (file.entryCount > MOST_ENTRIES) throw new Error(`it has more than ${MOST_ENTRIES} entries; unpack it`);
    const entries: Entry[] = [];
    for await (const entry of file.eachEntry()) entries.push(entry);
    yield* readEntries(source, file, entries);
  } catch (error) {
    yield { kind: 'refused', where: source.where, reason: reasonOf(error) };
  } finally {
    file?.close();
  }
}

async function openFile({ path, stream }: Source): Promise<ZipFile> {
  // Names are decoded and judged here: the package gives up the whole archive for one bad name.
  const options = { autoClose: false, decodeStrings: false };
  if (path !== undefined) return openPromise(path, options);
  const whole = await readWhole(stream, LARGEST_IN_MEMORY);
  if (!whole.ok) throw new Error(whole.reason);
  return fromBufferPromise(Buffer.from(whole.bytes.buffer, whole.bytes.byteOffset, whole.bytes.length), options);
}

async function* readEntries(source: Source, file: ZipFile, entries: readonly Entry[]): AsyncIterable<Held> {
  const { usable, refused } = checkEntries(entries);
  for (const { path, reason } of refused) yield { kind: 'refused', where: placeIn(source, `entry ${path}`), reason };
  const wanted = wantedOf(usable);
  let left = MOST_DECODED;
  for (const { path, entry } of wanted) {
    const where = placeIn(source, `entry ${path}`);
    const chunks = entryStream(file, entry, left, (length) => (left -= length));
    const name = path.split('/').at(-1) ?? path;
    const held = await sourceOf(name, chunks, source.known, { where, depth: source.depth + 1 });
    try {
      yield { kind: 'source', source: held };
    } finally {
      // One that nobody read to its end still holds the archive open.
      await held.stream[Symbol.asyncIterator]().return?.();
    }
  }
  const others = usable.length - wanted.length;
  if (others > 0) yield { kind: 'note', note: `${others} ${others === 1 ? 'file' : 'files'} of pages passed over` };
}

/** The entries that may be articles; of a WACZ file (specs.webrecorder.net/wacz) its WARC files. */
function wantedOf(entries: readonly NamedEntry[]): readonly NamedEntry[] {
  const isWarc = ({ path }: NamedEntry): boolean => /^archive\/[^/]+\.warc(?:\.gz)?$/iu.test(path);
  const isWacz = entries.some(({ path }) => path === 'datapackage.json') && entries.some(isWarc);
  if (isWacz) return entries.filter(isWarc);
  const isHidden = ({ path }: NamedEntry): boolean => /(?:^|\/)(?:\.|__MACOSX\/)/u.test(path);
  return entries.filter((entry) => !isHidden(entry) && !isPagePart(entry.path));
}

function reasonOf(error: unknown): string {
  const text = errorText(error);
  if (/end of central directory|unexpected EOF|invalid central directory/iu.test(text))
    return 'it is cut off or damaged: the list of its files cannot be read';
  return text;
}

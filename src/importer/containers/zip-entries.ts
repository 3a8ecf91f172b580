import { type Entry, getFileNameLowLevel } from 'yauzl';

export interface NamedEntry {
  /** Its path in the archive, as it stands there. */
  path: string;
  entry: Entry;
}

export interface CheckedEntries {
  usable: NamedEntry[];
  refused: { path: string; reason: string }[];
}

/** Bytes of a local file header before its name. */
const LOCAL_HEADER = 30;
const ENCRYPTED = 1;
/** Kinds of files in the upper half of the attributes that Unix writes (stat.h): folder and plain file. */
const KIND = 0o170000;
const PLAIN_KINDS: readonly number[] = [0, 0o040000, 0o100000];
/** The systems that write those attributes: Unix and macOS (APPNOTE 4.4.2.2). */
const UNIXES: readonly number[] = [3, 19];
const METHODS: readonly number[] = [0, 8];

/**
 * The files among a ZIP's entries that can be read safely, in their order, and why the others cannot. Throws a reason
 * where entries share bytes: such an archive is no archive but a bomb.
 */
export function checkEntries(entries: readonly Entry[]): CheckedEntries {
  refuseOverlaps(entries);
  const named = entries.map((entry) => ({ path: pathOf(entry), entry }));
  const colliding = collisions(named);
  const checked: CheckedEntries = { usable: [], refused: [] };
  for (const { path, entry } of named) {
    if (path.endsWith('/') && entry.uncompressedSize === 0) continue;
    if (colliding.all.has(path)) continue;
    const reason = unsafeName(path) ?? unreadable(entry);
    if (reason === undefined) checked.usable.push({ path, entry });
    else checked.refused.push({ path, reason });
  }
  for (const [path, count] of colliding.first) {
    const reason = `${count} entries have this name, or one that differs only in capitals; rename or unpack them`;
    checked.refused.push({ path, reason });
  }
  return checked;
}

function pathOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}

/** Names that a disk may take for one: all of them, and the first of each group with its count. */
function collisions(named: readonly NamedEntry[]): { all: Set<string>; first: Map<string, number> } {
  const groups = Map.groupBy(named, ({ path }) => path.normalize('NFC').toLowerCase().replace(/\/$/u, ''));
  const several = [...groups.values()].filter((group) => group.length > 1);
  return {
    all: new Set(several.flat().map(({ path }) => path)),
    first: new Map(several.map((group) => [group[0]?.path ?? '', group.length])),
  };
}

function unsafeName(path: string): string | undefined {
  if (path === '') return 'it has no name';
  if (path.includes('\0')) return 'its name holds a NUL sign';
  if (path.includes('\\')) return 'its name holds a backslash, which leads elsewhere on Windows';
  if (/^(?:\/|[a-z]:)/iu.test(path)) return 'its name is an absolute path';
  if (path.split('/').includes('..')) return 'its name leads out of the archive (..)';
  return undefined;
}

function unreadable(entry: Entry): string | undefined {
  if (UNIXES.includes(entry.versionMadeBy >>> 8) && !PLAIN_KINDS.includes((entry.externalFileAttributes >>> 16) & KIND))
    return 'it is a link or a device, not a file';
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) return 'it is encrypted; unpack it with its password';
  if (!METHODS.includes(entry.compressionMethod))
    return `it is compressed by method ${entry.compressionMethod}, which cannot be read; unpack it`;
  return undefined;
}

function refuseOverlaps(entries: readonly Entry[]): void {
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (entry.relativeOffsetOfLocalHeader < end) throw new Error('its entries overlap, as only those of ZIP bombs do');
    end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize;
  }
}

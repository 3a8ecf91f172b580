import { removeControls } from '../remove-controls.ts';

export type Decoded = { ok: true; text: string; notes: string[] } | { ok: false; reason: string };

/** Above this share of controls (and this number) bytes are no text, whatever they decode to. */
const MOST_CONTROLS = { share: 0.05, count: 4 };

/**
 * Decodes the bytes of a plain text: UTF-16 where a byte order mark says so, else UTF-8, else windows-1252.
 * Whatever is not read as it stands is said in the notes.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const { text, encoding } = decode(bytes);
  const { text: kept, removed: controls } = removeControls(text);
  if (controls > MOST_CONTROLS.count && controls > text.length * MOST_CONTROLS.share) {
    return { ok: false, reason: 'not a text: it is full of control signs; save it as plain text in UTF-8' };
  }
  const notes =
    encoding === 'utf-8' ? [] : [`Read as ${encoding}${encoding === 'windows-1252' ? ', since it is not UTF-8' : ''}.`];
  if (controls > 0) notes.push(`${controls} control ${controls === 1 ? 'sign' : 'signs'} removed.`);
  return { ok: true, text: kept, notes };
}

function decode(bytes: Uint8Array): { text: string; encoding: string } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16 LE' };
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16 BE' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

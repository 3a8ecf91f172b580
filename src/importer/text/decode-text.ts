export type Decoded = { ok: true; text: string; notes: string[] } | { ok: false; reason: string };

/** Controls but tab, line feed and carriage return, and the two signs that are no characters: YAML and XML refuse them all. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/gu;

/** Signs that some systems take for line ends; in a text they are white space. */
const RARE_SPACES = /[\u000b\u000c\u0085\u2028\u2029]/gu;

/** Above this share of controls (and this number) bytes are no text, whatever they decode to. */
const MOST_CONTROLS = { share: 0.05, count: 4 };

/**
 * Decodes the bytes of a plain text: UTF-16 where a byte order mark says so, else UTF-8, else windows-1252.
 * Whatever is not read as it stands is said in the notes.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const { text, encoding } = decode(bytes);
  const controls = text.match(CONTROLS)?.length ?? 0;
  if (controls > MOST_CONTROLS.count && controls > text.length * MOST_CONTROLS.share) {
    return { ok: false, reason: 'not a text: it is full of control signs; save it as plain text in UTF-8' };
  }
  const notes =
    encoding === 'utf-8' ? [] : [`Read as ${encoding}${encoding === 'windows-1252' ? ', since it is not UTF-8' : ''}.`];
  if (controls > 0) notes.push(`${controls} control ${controls === 1 ? 'sign' : 'signs'} removed.`);
  return { ok: true, text: text.replace(CONTROLS, '').replace(RARE_SPACES, ' '), notes };
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

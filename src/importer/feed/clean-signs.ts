/** Controls but tab, line feed and carriage return, and the two signs that are no characters: YAML and XML refuse them all. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/gu;

/** Signs that some systems take for line ends; in a text they are white space. */
const RARE_SPACES = /[\u000b\u000c\u0085\u2028\u2029]/gu;

/**
 * A text without NUL and other control signs, each lone surrogate U+FFFD, and how many signs were removed.
 * Line ends become line feeds, as XML has it.
 */
export function cleanSigns(text: string): { text: string; removed: number } {
  const wellFormed = text.toWellFormed();
  const kept = wellFormed.replace(CONTROLS, '');
  return {
    text: kept.replace(/\r\n?/gu, '\n').replace(RARE_SPACES, ' '),
    removed: wellFormed.length - kept.length,
  };
}

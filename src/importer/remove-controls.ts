/** Controls but tab, line feed and carriage return, and the two signs that are no characters: YAML and XML refuse them all. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/gu;

/** Signs that some systems take for line ends; in a text they are white space. */
const RARE_SPACES = /[\u000b\u000c\u0085\u2028\u2029]/gu;

/** A text without NUL and other control signs, and how many of them were removed. */
export function removeControls(text: string): { text: string; removed: number } {
  const kept = text.replace(CONTROLS, '');
  return { text: kept.replace(RARE_SPACES, ' '), removed: text.length - kept.length };
}

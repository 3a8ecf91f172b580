/**
 * The examples of CommonMark 0.31.2 that our pipeline renders otherwise, by the number they have in the specification, each
 * with the reason. All others are rendered as the specification has them.
 */
export const DIFFERENCES: ReadonlyMap<number, string> = new Map([
  [154, 'a class is a list of names: the line end between two of them becomes a space'],
  [171, 'the second of two line ends at the start of a text area is lost; the sanitizer removes the element'],
  [602, 'a bare address is a link (GFM 6.9, extended autolinks)'],
  [606, 'a bare mail address is a link (GFM 6.9, extended autolinks)'],
  [608, 'a bare address is a link (GFM 6.9, extended autolinks)'],
  [611, 'a bare address is a link (GFM 6.9, extended autolinks)'],
  [612, 'a bare mail address is a link (GFM 6.9, extended autolinks)'],
]);

/** The examples that hold text which the sanitizer removes on purpose, each with the element that the text stands in. */
export const REMOVED_TEXTS: ReadonlyMap<number, string> = new Map([
  [170, 'script'],
  [171, 'textarea'],
  [172, 'style'],
  [173, 'style'],
  [176, 'style'],
  [178, 'script'],
]);

import * as fc from 'fast-check';

/** Plain words of a newsroom: no sign of theirs means anything to Markdown or HTML. */
const WORDS = 'The envoy said on Monday that both sides had agreed to meet again near the harbor before winter'.split(
  ' ',
);

/** Signs that readers do not see, that turn the direction of writing, that no XML may hold, or that look like others. */
const RARE: readonly string[] = [
  '\u0000',
  '\u0001\u0008\u001b[31m',
  '\u000b\u000c',
  '\u007f\u0085\u009f',
  '\u2028\u2029',
  '\u00a0\u3000',
  '\u202eright to left\u202c',
  '\u202a\u202b\u202d',
  '\u2066\u2067\u2068 isolated',
  '\u2069\u202c',
  '\u200b\u200c\u200d\u200e\u200f',
  '\u00ad\ufeff\u2060',
  '\ud800',
  'half \udc00 pair',
  '\ud83d',
  '\ufffe\uffff',
  '\u{1fffe}\u{10ffff}',
  '\u{e0041}\u{e007f}',
  'e\u0301\u0301\u0301 \u0344',
  '\u1100\u1161\u11a8',
  '𝒳 😀 👩‍👩‍👧 🏳️‍🌈',
  'نص عربي ١٢٣',
  'שלום',
  '漢字かな交じり文',
  'ﬁ ﷺ İıſK',
  '＜script＞alert(1)＜/script＞',
  '‹script›',
  '\u212a\u017f',
];

const ENTITIES: readonly string[] = [
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&amp;lt;img src=x onerror=alert(1)&amp;gt;',
  '&#60;b&#62;',
  '&#x3c;/div&#x3e;',
  '&#x3cimg src=x&#x3e',
  '&colon;&Tab;&NewLine;&lpar;',
  '&#0;&#1;&#8;',
  '&#xD800;&#xDFFF;',
  '&#xFFFE;&#xFFFF;&#x110000;',
  '&#128;&#150;',
  '&nbsp;&shy;&zwj;&rlm;',
  '&#x202e;x&#x202c;',
  '&copy &nosuch; &; &#; &#x;',
  '&quot;&apos;&grave;',
];

/** Signs that Markdown and HTML take for their own. */
const SIGNS = '*_`~[]()<>#-+=|\\!&:.1a "\'{}/^'.split(/(?:)/u);

/** Some words of a sentence. */
export const words: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
  .map((some) => some.join(' '));

/** A stretch of one line that is text and nothing else to an author: of any script, with signs that nobody types. */
export const rareText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...RARE) },
  { weight: 3, arbitrary: fc.constantFrom(...ENTITIES) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 12 }) },
);

/** An attack's end or beginning, as it stands where only a piece of one gets through. */
export const torn: fc.Arbitrary<string> = fc.constantFrom(
  ...['<', '</', '<!', '<!--', '-->', '--!>', '<!-->', '<![CDATA[', ']]>', '<?', '?>', '"', "'", '">', "'>", '`'],
  ...['</div>', '</p>', '</article></main></body></html>', '</section>', '</ol>', '</table>', '</a>', '</pre>'],
  ...['<div', '<p title="', '<a href=', '<script', '</script', '<style>', '</style>', '<svg>', '</svg>', '<math>'],
  ...['<plaintext>', '<xmp>', '<textarea>', '<title>', '<template>', '<select>', '<frameset>', '<noscript>', '<body>'],
  ...['\\', '|', '\n', '\r', '\r\n', '\t', '\n\n', '\n    ', '\n> ', '\n- ', '\n```\n', '\n---\n', '[^n]:', '[r]:'],
);

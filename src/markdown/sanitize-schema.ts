import { defaultSchema, type Options as Schema } from 'rehype-sanitize';

const DROPPED_TAGS = new Set(['picture', 'source', 'strike', 'tt']);
const ADDED_TAGS = [
  'abbr',
  'aside',
  'bdi',
  'bdo',
  'caption',
  'cite',
  'col',
  'colgroup',
  'dfn',
  'figcaption',
  'figure',
  'mark',
  'small',
  'time',
  'u',
  'wbr',
];

/**
 * What may stand in an article's body: text, its structure, links, and pictures of our own.
 * Begun from the sanitizer's default; tightened for news: no author ids, names, classes, styles, forms or
 * microdata, no addresses but http(s) and mailto, no picture from another host.
 */
export const newsSchema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []).filter((tag) => !DROPPED_TAGS.has(tag)), ...ADDED_TAGS],
  attributes: {
    '*': ['title', 'lang', 'dir'],
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref', 'dataGenerated'],
    abbr: ['title'],
    img: ['src', 'alt', 'width', 'height'],
    input: [
      ['disabled', true],
      ['type', 'checkbox'],
      ['checked', true],
    ],
    li: [
      ['className', 'task-list-item'],
      ['id', /^user-content-fn-/u],
    ],
    ol: ['start', 'reversed'],
    section: ['dataFootnotes'],
    td: ['colSpan', 'rowSpan', 'align'],
    th: ['colSpan', 'rowSpan', 'scope', 'abbr', 'align'],
    time: ['dateTime'],
  },
  clobber: [],
  protocols: {
    href: ['http', 'https', 'mailto'],
    // Pictures of our own have a path and no scheme; a name that no scheme has refuses all others.
    src: ['none'],
  },
  // Their text was never meant to be read as part of the article.
  strip: [
    ...['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'applet', 'title', 'textarea'],
    ...['select', 'svg', 'math', 'xmp', 'noembed', 'noframes', 'plaintext'],
  ],
};

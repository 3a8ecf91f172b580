/** The names of HTML's elements that may stand in an article. */
export const HTML_NAMES: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address article aside audio b bdi bdo big blockquote body br button caption center cite code col ' +
    'colgroup dd del details dfn div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head ' +
    'header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta nav noscript object ' +
    'ol p picture pre q rp rt ruby s samp script section small source span strike strong style sub summary sup svg ' +
    'table tbody td template tfoot th thead time title tr tt u ul var video wbr'
  ).split(' '),
);

const TAG = new RegExp(`<!--|</?(?:${[...HTML_NAMES].join('|')})(?:\\s|/?>)`, 'iu');

/** Whether a text holds a tag of HTML; `<gorilla>` is none, and would be lost if the text were read as HTML. */
export function holdsHtml(text: string): boolean {
  return TAG.test(text);
}

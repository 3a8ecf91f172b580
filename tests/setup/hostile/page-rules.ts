import { z } from 'zod';

const texts = z.array(z.string());

/** What the judge reads off a page; how a page may look is decided outside of it. */
export const pageFacts = z.object({
  /** What may not be in any page. */
  findings: texts,
  /** The children of body, main and article, each in one word. */
  body: texts,
  main: texts,
  article: texts,
  /** The article's elements and the names of their attributes, without its text. */
  skeleton: z.string(),
  /** What kind of thing the browser's own names stand for. */
  builtIns: z.record(z.string(), z.string()),
  /** Names that somebody gave to the window. */
  globals: texts,
  headline: z.string(),
  structuredData: z.string(),
  topics: texts,
});

export type PageFacts = z.output<typeof pageFacts>;

/** Of a page that could not be read. */
export const NO_FACTS: PageFacts = {
  ...{ findings: [], body: [], main: [], article: [], skeleton: '', builtIns: {}, globals: [] },
  ...{ headline: '', structuredData: '', topics: [] },
};

/** What may stand in a page. Data, so that it can be handed into the browser. */
export const RULES = {
  tags: (
    'a abbr article aside b bdi bdo blockquote br button caption cite code col colgroup dd del details dfn div dl dt em figcaption ' +
    'figure h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strong ' +
    'sub summary sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
  attributes: (
    'href title lang dir rel src alt width height id class role tabindex aria-label aria-labelledby data-generated ' +
    'data-footnotes start reversed colspan rowspan scope abbr datetime data-part data-picture data-size fetchpriority hreflang ' +
    'loading decoding type data-load data-needs'
  ).split(' '),
  /** What only the template's own elements have, and nothing in the text of an article. */
  ownAttributes: 'data-part data-picture data-size hreflang type data-load data-needs'.split(' '),
  /** In the text of an article: only what the template adds to it. */
  textClasses: ['wide', 'task-list-item', 'right', 'center'],
  headTags: ['link', 'meta', 'script', 'style', 'title'],
  builtIns: (
    'document.body document.head document.cookie document.domain document.forms document.images document.links document.scripts ' +
    'document.location document.defaultView document.documentElement document.getElementById document.querySelector ' +
    'document.createElement document.write document.title document.referrer document.URL document.readyState ' +
    'document.addEventListener document.firstChild document.childNodes document.children document.activeElement ' +
    'document.currentScript document.implementation location history navigator localStorage name parent top self frames length ' +
    'opener status origin event closed screen performance customElements'
  ).split(' '),
};

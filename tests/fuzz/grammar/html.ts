import * as fc from 'fast-check';
import { destination } from './destinations.ts';
import { rareText, torn, words } from './texts.ts';

const names = (list: string): fc.Arbitrary<string> => fc.constantFrom(...list.split(' '));

/** Elements that news is made of, and those that only mean something inside others. */
const TEXT_ELEMENTS = names(
  'p p p div span a a b i em strong u s del ins mark small sub sup q cite code kbd samp var abbr dfn time bdi bdo font ' +
    'center blockquote ul ol li dl dt dd h1 h2 h3 h4 h5 h6 hr br wbr pre figure figcaption details summary section ' +
    'aside article header footer main nav address ruby rb rt rp rtc hgroup search menu dir',
);
const TABLE_ELEMENTS = names('table table caption colgroup col thead tbody tfoot tr td th');
const PICTURES = names('img image picture source video audio track canvas map area');
const FORM_ELEMENTS = names(
  'form input button select option optgroup textarea label fieldset legend datalist output progress meter keygen',
);
const FOREIGN = names(
  'svg math mi mo mn ms mtext mglyph malignmark annotation-xml foreignObject desc title path use animate set style ' +
    'script a image p table template',
);
const RAW_TEXT = names('script style xmp iframe noembed noframes plaintext textarea title noscript');
const PAGE_PARTS = names('html head body frameset frame base meta link template slot object embed applet param dialog');
const STRANGE = names(
  'marquee blink x-news o:p constructor __proto__ nobr big tt strike acronym portal isindex b< a\u0000',
);

const element = fc.oneof(
  { weight: 8, arbitrary: TEXT_ELEMENTS },
  { weight: 3, arbitrary: TABLE_ELEMENTS },
  { weight: 1, arbitrary: PICTURES },
  { weight: 2, arbitrary: FORM_ELEMENTS },
  { weight: 2, arbitrary: FOREIGN },
  { weight: 2, arbitrary: PAGE_PARTS },
  { weight: 1, arbitrary: STRANGE },
);

const ATTRIBUTES = names(
  'href href href src src title lang dir id id name class class style onclick onerror onload ONFOCUS onmouseover\u0000 ' +
    'data-generated data-generated data-part data-footnotes data-footnote-ref data-footnote-backref dataGenerated role ' +
    'aria-label aria-labelledby aria-hidden tabindex accesskey autofocus hidden contenteditable slot is part itemscope ' +
    'itemprop target ping rel download srcset sizes longdesc lowsrc dynsrc poster background action formaction method ' +
    'data srcdoc xlink:href xmlns xml:base cite usemap ismap align width height start reversed type checked disabled ' +
    'colspan rowspan scope abbr datetime value open encoding definitionurl constructor __proto__ hasOwnProperty',
);

/** Ids and classes that the template has itself, and some that it has not. */
const CLAIMED = names(
  'text more notes latest t-a fn-1 fnref-1 fnref-1-2 user-content-fn-n user-content-fnref-n at-words main correction-1 ' +
    'footnote-label task-list-item contains-task-list wide right center masthead __proto__ checkbox body nofollow 99999999',
);

const value = fc.oneof(destination, CLAIMED, rareText, words);

const attribute = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(ATTRIBUTES, value).map(([name, text]) => ` ${name}="${text}"`) },
  { weight: 1, arbitrary: fc.tuple(ATTRIBUTES, value).map(([name, text]) => ` ${name}='${text}'`) },
  { weight: 1, arbitrary: fc.tuple(ATTRIBUTES, value).map(([name, text]) => `/${name}=${text.replace(/\s/gu, '')}`) },
  { weight: 1, arbitrary: fc.tuple(ATTRIBUTES, value).map(([name, text]) => ` ${name} = "${text}`) },
  { weight: 1, arbitrary: ATTRIBUTES.map((name) => ` ${name.toUpperCase()}`) },
  { weight: 1, arbitrary: names('= =x "  \' < <b / // ==" `x` \u000c \u0000 a"b').map((broken) => ` ${broken}`) },
);

const attributes = fc.array(attribute, { maxLength: 3, size: 'max' }).map((all) => all.join(''));

/** How an element ends: as it should, not at all, in another's name, twice, or before what it holds. */
const endings = fc.oneof(
  { weight: 8, arbitrary: fc.constant('whole' as const) },
  { weight: 1, arbitrary: fc.constantFrom('open', 'other', 'twice', 'before', 'closed') },
);

function write(name: string, inner: string, attrs: string, ending: string, other: string): string {
  const start = `<${name}${attrs}`;
  switch (ending) {
    case 'open':
      return `${start}>${inner}`;
    case 'other':
      return `${start}>${inner}</${other}>`;
    case 'twice':
      return `${start}>${inner}</${name}></${name}>`;
    case 'before':
      return `${start}></${name}>${inner}</${name}>`;
    case 'closed':
      return `${start}/>${inner}`;
    default:
      return `${start}>${inner}</${name}>`;
  }
}

const { node } = fc.letrec<{ node: string; inner: string }>((tie) => ({
  inner: fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'html', size: 'max' }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { depthIdentifier: 'html', maxDepth: 6, depthSize: 'medium' },
    { weight: 4, arbitrary: words },
    { weight: 2, arbitrary: rareText },
    { weight: 1, arbitrary: torn },
    {
      weight: 1,
      arbitrary: fc
        .tuple(RAW_TEXT, attributes, fc.oneof(tie('node'), torn, rareText), endings, element)
        .map(([name, attrs, text, ending, other]) => write(name, text, attrs, ending, other)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(names('<!-- <!--> <!--- <![CDATA[ <? <!DOCTYPE <!x </ </!'), tie('node'), names('--> --!> -> ]]> ?> >'))
        .map((parts) => parts.join(' ')),
    },
    {
      weight: 14,
      arbitrary: fc
        .tuple(element, tie('inner'), attributes, endings, element)
        .map(([name, inner, attrs, ending, other]) => write(name, inner, attrs, ending, other)),
    },
  ),
}));

/** A stretch of HTML: nested well and badly, with whole and broken attributes, foreign content and raw text. */
export const html: fc.Arbitrary<string> = node;

import { isDeepStrictEqual } from 'node:util';
import { fromParse5 } from 'hast-util-from-parse5';
import { toHtml } from 'hast-util-to-html';
import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import type { ArticleContext } from '../../../src/markdown/context.ts';
import { findExcess } from '../../../src/markdown/excess.ts';
import { picturesIn, type RenderedBody, renderBody } from '../../../src/markdown/pipeline.ts';
import { newsSchema } from '../../../src/markdown/sanitize-schema.ts';
import { elementsIn, holesIn, type Place } from './allowed.ts';
import type { Body } from './articles.ts';

/** A promise of the renderer that a body broke. */
export class BrokenPage extends Error {}

const SOURCE = { type: 'image/avif', srcset: '/news/pictures/kerry-480.avif 480w', sizes: '92vw' };
const CONTEXT: ArticleContext = {
  file: '2016/10/truce.md',
  siteUrl: 'https://paper.example/news/',
  pictures: new Map([
    ['kerry.jpg', { href: '/news/articles/2016/10/kerry.jpg', width: 600, height: 400, sources: [SOURCE] }],
  ]),
};
const ON_THE_PAGE: Place = {
  page: 'https://paper.example/news/articles/2016/10/truce/',
  local: /^(?:\/news\/|#)/u,
  picture: '/news/articles/2016/10/kerry.jpg',
  source: SOURCE,
};
const ELSEWHERE: Place = {
  page: ON_THE_PAGE.page,
  local: /^https:\/\/paper\.example\//u,
  picture: 'https://paper.example/news/articles/2016/10/kerry.jpg',
};

/** What feeds, being XML, cannot hold. */
const UNFIT_FOR_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u;

/** Renders a body as the build does, twice, and checks every promise on it. Throws where one is broken. */
export function checkBody(body: Body): 'shown' | 'refused' {
  if (findExcess(body.markdown)) return 'refused';
  const rendered = rendering(body.markdown);
  if (!rendered) return 'refused';
  check(isDeepStrictEqual(rendered, rendering(body.markdown)), 'the same text gives another page the second time');
  const { html, feedHtml, excerptHtml, opening, blocks } = rendered;
  for (const text of [html, feedHtml, excerptHtml, ...opening, ...blocks])
    check(text.isWellFormed() && !UNFIT_FOR_XML.test(text), 'a feed cannot hold what it gives');
  check(html.length <= 20 * body.markdown.length + 100_000, `it has grown to ${html.length} signs`);
  checkPlain(body, rendered);
  checkInPage(html, ON_THE_PAGE);
  checkInPage(feedHtml, ELSEWHERE);
  checkInPage(excerptHtml, ELSEWHERE);
  return 'shown';
}

/** Nothing where it is refused with a reason. */
function rendering(markdown: string): RenderedBody | undefined {
  picturesIn(markdown);
  try {
    return renderBody(markdown, CONTEXT);
  } catch (error) {
    if (error instanceof Error && /^its page would be more than 20 times as long/u.test(error.message))
      return undefined;
    throw error;
  }
}

function checkPlain({ plain }: Body, { html, opening, blocks }: RenderedBody): void {
  const [lead] = plain;
  check(blocks[0] === lead && opening[0] === lead, `it begins with ${JSON.stringify(blocks[0])}`);
  let from = 0;
  for (const paragraph of plain) {
    from = blocks.indexOf(paragraph, from) + 1;
    check(from > 0 && html.includes(paragraph), `the reader misses a plain paragraph: ${paragraph}`);
  }
}

/** Puts a body into a page and reads the page as a browser does. */
function checkInPage(html: string, place: Place): void {
  const page = parse(`<!doctype html><html><body><main><article><div>${html}</div><p>after</p></article></main>`);
  const container = outline(page);
  const holes = holesIn(container, place);
  check(holes.length === 0, `it holds ${holes.join(', ')}`);
  const tree = fromParse5(container);
  if (tree.type !== 'element') throw new BrokenPage('the container is no element');
  const written = withoutValue(html);
  const again = withoutValue(toHtml(tree.children));
  check(again === written, `a browser reads something else: ${difference(written, again)}`);
  if (place !== ON_THE_PAGE) return;
  const sanitized = withoutValue(toHtml(sanitizer.runSync({ type: 'root', children: tree.children })));
  check(sanitized === written, `sanitizing it again changes it: ${difference(written, sanitized)}`);
}

/** The container of the body in its page; everything around it must be as the template has it. */
function outline(page: Tree.Document): Tree.Element {
  const around = elementsIn(page).filter(({ tagName }) => /^(?:html|head|body|main|article)$/u.test(tagName));
  check(around.map(({ tagName }) => tagName).join(' ') === 'html head body main article', 'it changes the page');
  const article = around.at(-1);
  const [container, after, ...more] = article?.childNodes ?? [];
  const isWhole = around.slice(2, 4).every(({ childNodes }) => childNodes.length === 1);
  if (!isWhole || more.length > 0 || !container || !('tagName' in container) || !after || !('tagName' in after))
    throw new BrokenPage('it leaves its container');
  check(container.tagName === 'div' && container.attrs.length === 0, 'it takes the place of its container');
  check(
    after.tagName === 'p' && fromParse5(after).type === 'element' && toHtml(fromParse5(after)) === '<p>after</p>',
    'it takes in what stands after it',
  );
  return container;
}

/** The sanitizer with room for what the template adds after it, and for nothing else. */
const sanitizer = remark()
  .use(rehypeSanitize, {
    ...newsSchema,
    tagNames: [...(newsSchema.tagNames ?? []), 'picture', 'source'],
    attributes: {
      ...newsSchema.attributes,
      '*': [
        ...(newsSchema.attributes?.['*'] ?? []),
        ...['id', 'className', 'rel', 'role', 'tabIndex', 'ariaLabel', 'ariaLabelledBy', 'dataGenerated'],
      ],
      li: ['id', 'className'],
      img: [...(newsSchema.attributes?.['img'] ?? []), 'loading', 'decoding', 'fetchPriority'],
      source: ['type', 'srcSet', 'sizes'],
    },
  })
  .freeze();

/** `data-footnotes=""` and `data-footnotes` are the same. */
function withoutValue(html: string): string {
  return html.replaceAll('=""', '');
}

function difference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at] && at < one.length) at += 1;
  const near = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 40), at + 80));
  return `${near(one)} is ${near(other)}`;
}

function check(holds: boolean, otherwise: string): void {
  if (!holds) throw new BrokenPage(otherwise);
}

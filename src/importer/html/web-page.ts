import type { Element } from 'hast';
import { normalise } from '../../news/text.ts';
import type { Finding, RawArticle } from '../raw-article.ts';
import { readDateline } from '../text/dateline.ts';
import { firstSentence } from '../text/text-shapes.ts';
import type { Format, Found, Unit } from '../unit.ts';
import { toArticleTree } from './article-tree.ts';
import { findCaptions } from './captions.ts';
import { chooseBlocks } from './choose-blocks.ts';
import { decodeHtml } from './decode-html.ts';
import { elementsIn, findElement } from './elements.ts';
import { markReadable } from './mark-readable.ts';
import { pageBlocks } from './page-blocks.ts';
import { type PageFacts, readPageFacts } from './page-facts.ts';
import { pictureBase } from './page-pictures.ts';
import { type FieldTexts, findScope, takeFields, toSourceBlocks } from './page-roles.ts';
import { parsePage } from './parse-page.ts';
import { visible } from './visible.ts';

/** Bytes. SingleFile puts all pictures of a page into it. */
const LARGEST = 50_000_000;

/** Saved web pages: as a browser, SingleFile or an archive keeps them. */
export const webPage: Format = {
  what: 'a web page',
  largest: LARGEST,
  recognises: (start, name) => {
    const head = new TextDecoder('latin1').decode(start.subarray(0, 4096)).replaceAll('\u0000', '');
    const rest = withoutProlog(head);
    if (/^<(?:!doctype\s{1,20}html|html|head|body)(?=[\s>/])/iu.test(rest)) return true;
    return /\.x?html?$/iu.test(name) && /^<[a-z!]/iu.test(rest);
  },
  read: (unit) => [readPage(unit)],
};

/** The beginning of a page without byte order mark, white space, XML declaration and comments. */
function withoutProlog(head: string): string {
  let rest = head.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u, '').trimStart();
  for (;;) {
    const end = rest.startsWith('<!--')
      ? rest.indexOf('-->') + 3
      : rest.startsWith('<?xml')
        ? rest.indexOf('?>') + 2
        : -1;
    if (end < 4) return rest;
    rest = rest.slice(end).trimStart();
  }
}

function readPage(unit: Unit): Found {
  const { where } = unit;
  const { text, notes } = decodeHtml(unit.bytes, unit.known.charset);
  if (!/\S/u.test(text)) return { ok: false, where, reason: 'empty' };
  const parsed = parsePage(text, { fragment: false });
  if (!parsed.ok) return { ok: false, where, reason: parsed.reason };
  const shown = visible(parsed.tree);
  const body = findElement(shown, 'body');
  const page = body ? pageBlocks(body) : [];
  if (!body || page.length === 0) {
    return { ok: false, where, reason: 'the page shows no text; save it again from a browser, when it has loaded' };
  }
  const facts = readPageFacts(parsed.tree, shown, page, unit.known);
  const readable = markReadable(body, facts.title?.value ?? '');
  const chosen = chooseBlocks(page, { title: facts.title?.value, authors: facts.authors?.value ?? [], readable });
  const texts = takeFields(chosen, facts);
  const scope = findScope(texts.blocks);
  if (!scope || !texts.blocks.some(({ reason }) => reason === undefined)) {
    return {
      ok: false,
      where,
      reason: 'no text of an article was found on the page; save its text as a plain text file',
    };
  }
  const elements = elementsIn(parsed.tree);
  return { ok: true, article: toRawArticle(unit, { facts, texts, scope, elements, notes }) };
}

interface ReadPage {
  facts: PageFacts;
  texts: FieldTexts;
  scope: Element;
  elements: readonly Element[];
  notes: readonly string[];
}

function toRawArticle(unit: Unit, { facts, texts, scope, elements, notes }: ReadPage): RawArticle {
  const url = facts.sourceUrl?.value;
  const captions = findCaptions(texts.blocks);
  const pictures = pictureBase(elements, url);
  const tree = toArticleTree({
    scope,
    blocks: texts.blocks,
    captions,
    linkBase: pictures ?? url,
    pictureBase: pictures,
  });
  const { blocks, outside } = toSourceBlocks(texts, scope, facts, captions, tree);
  const opening = texts.blocks.find(({ reason }) => reason === undefined)?.text ?? '';
  const dateline = readDateline(opening, facts.lang?.value)?.text;
  return {
    blocks,
    outside,
    title: texts.title ?? { value: firstSentence(opening), how: 'inferred', rule: 'the first sentence of the text' },
    description: toFinding(texts.description?.text, 'the standfirst'),
    picture: tree.lead?.picture,
    caption: toFinding(tree.lead?.caption.caption, 'the caption of the first picture'),
    pictureCredit: toFinding(tree.lead?.caption.credit, 'the credit of the first picture'),
    credit: toFinding(texts.credit?.text, 'the agency line at the end'),
    dateline: toFinding(dateline, 'the first paragraph'),
    authors: facts.authors,
    published: facts.published,
    updated: facts.updated,
    section: facts.section,
    tags: facts.tags,
    lang: facts.lang,
    sourceName: facts.sourceName,
    sourceUrl: facts.sourceUrl,
    captured: facts.captured,
    rightsHolder: facts.rightsHolder,
    rightsNotice: facts.rightsNotice ?? toFinding(texts.rightsNotice?.text, 'the copyright line at the end'),
    license: facts.license,
    body: tree.body,
    base: pictures ?? url,
    notes: [...notes, ...facts.notes],
    item: unit.item,
    original: { bytes: unit.bytes, extension: 'html' },
  };
}

function toFinding(text: string | undefined, rule: string): Finding<string> | undefined {
  const value = normalise(text ?? '');
  return value === '' ? undefined : { value, how: 'stated', rule };
}

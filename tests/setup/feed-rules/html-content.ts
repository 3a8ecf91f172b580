import { type DefaultTreeAdapterTypes, html as standard, parseFragment } from 'parse5';
import { tagFindings } from './tag-findings.ts';
import { isAbsoluteIri } from './values.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** Attributes whose value is an address (HTML Living Standard, list of attributes). */
const ADDRESSES = new Set('action background cite data formaction href longdesc poster src'.split(' '));

/** What no feed should bring into a reader's page: code, style, other documents, forms. */
const UNWANTED = new Set(
  'applet base button embed form frame iframe input link math meta noscript object script select style svg template textarea title'.split(
    ' ',
  ),
);

/**
 * What is wrong with a stretch of HTML inside a feed: errors of HTML's syntax as parse5 finds them, tags that do not close
 * each other in order, code or style, event attributes, addresses that are not absolute or of another kind than web and mail.
 */
export function htmlFindings(html: string): string[] {
  const findings = tagFindings(html);
  const fragment = parseFragment(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startOffset }) => findings.push(`${code} at “${html.slice(startOffset, startOffset + 40)}”`),
  });
  for (const node of walk(fragment)) {
    if (!('tagName' in node)) continue;
    if (UNWANTED.has(node.tagName) || node.namespaceURI !== standard.NS.HTML) findings.push(`<${node.tagName}>`);
    for (const { name, value } of node.attrs) {
      if (/^on|^style$|^srcdoc$|^srcset$|^ping$/u.test(name)) findings.push(`${name}="${value}"`);
      else if (ADDRESSES.has(name) && !isGoodAddress(value)) findings.push(`${name}="${value}"`);
    }
  }
  return findings;
}

function isGoodAddress(address: string): boolean {
  return /^(?:https?|mailto):/iu.test(address) && isAbsoluteIri(address);
}

function* walk(node: Node): Generator<Node> {
  yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}

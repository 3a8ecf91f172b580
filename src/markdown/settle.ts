import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toHtml } from 'hast-util-to-html';
import { defaultTreeAdapter, html as htmlNames, parseFragment } from 'parse5';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import { newsSchema } from './sanitize-schema.ts';

/** Each round takes at least one element out of another's place; no text needs so many. */
const MOST_ROUNDS = 10;

const sanitizer = remark().use(rehypeSanitize, newsSchema).freeze();

/**
 * A sanitized tree as a browser reads it from a page. What the sanitizer took away may have held elements apart that
 * cannot stand in one another, such as two paragraphs: a browser would part them, and its page would not be the tree that
 * was judged. The sanitizer has the last word here too. `check` sees the HTML before it is read and may refuse it by an
 * error. Throws where no end is reached.
 */
export function settle(tree: Root, check: (html: string) => void): Root {
  let html = toHtml(tree);
  check(html);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const settled = sanitizer.runSync(asRead(html));
    const again = toHtml(settled);
    if (again === html) return settled;
    html = again;
  }
  throw new Error('its HTML is read in another way each time');
}

/** What a browser reads where a body stands in its page, in a `div`. */
function asRead(html: string): Root {
  const container = defaultTreeAdapter.createElement('div', htmlNames.NS.HTML, []);
  const tree = fromParse5(parseFragment(container, html, { treeAdapter: defaultTreeAdapter }));
  if (tree.type !== 'root') throw new Error('A fragment of HTML has a root.');
  return tree;
}

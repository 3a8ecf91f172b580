import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { defaultTreeAdapter, type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';
import { VFile } from 'vfile';

export type ParsedHtml = { ok: true; tree: Root } | { ok: false; reason: string };

/** So deep may elements be nested: Chromium's parser goes no deeper, and what walks a tree needs a frame for each. */
const DEEPEST = 512;
const TOO_DEEP = `its elements are nested more than ${DEEPEST} deep`;

/** Elements. The longest pages have a tenth of them. */
const MOST = 300_000;

/** So many elements that no tag stands for a page may have: a browser adds `tbody`, and begins `<b>` anew in the next paragraph. */
const MOST_ADDED = 5_000;
const SHORTEST_TAG = '<p>'.length;

/** What a page is refused for, while it is parsed: its message is the reason. */
class TooMuch extends Error {}

/**
 * Parses a whole page, or a piece of HTML, as browsers do; places in the tree are those of the text.
 * Refuses what is nested too deep to be walked, and what grows without measure.
 */
export function parsePage(text: string, { fragment }: { fragment: boolean }): ParsedHtml {
  let depth = 0;
  let elements = 0;
  const most = Math.min(MOST, MOST_ADDED + text.length / SHORTEST_TAG);
  const options = {
    scriptingEnabled: false,
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...given: Parameters<typeof defaultTreeAdapter.createElement>) => {
        elements += 1;
        if (elements > most) throw new TooMuch('it has more elements than any page: tags that are never ended');
        return defaultTreeAdapter.createElement(...given);
      },
      onItemPush: (): void => {
        depth += 1;
        if (depth > DEEPEST) throw new TooMuch(TOO_DEEP);
      },
      onItemPop: (): void => {
        depth -= 1;
      },
    },
  };
  try {
    const document: DefaultTreeAdapterMap['parentNode'] = fragment
      ? parseFragment(text, options)
      : parse(text, options);
    const tree = fromParse5(document, { file: new VFile(text) });
    return tree.type === 'root' ? { ok: true, tree } : { ok: true, tree: { type: 'root', children: [] } };
  } catch (error) {
    if (error instanceof TooMuch) return { ok: false, reason: error.message };
    if (error instanceof RangeError) return { ok: false, reason: TOO_DEEP };
    throw error;
  }
}

import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { defaultTreeAdapter, type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';
import { VFile } from 'vfile';

export type ParsedHtml = { ok: true; tree: Root } | { ok: false; reason: string };

/** So deep may elements be nested: Chromium's parser goes no deeper, and what walks a tree needs a frame for each. */
const DEEPEST = 512;

class TooDeep extends Error {}

/**
 * Parses a whole page, or a piece of HTML, as browsers do; places in the tree are those of the text.
 * Refuses what is nested too deep to be walked.
 */
export function parsePage(text: string, { fragment }: { fragment: boolean }): ParsedHtml {
  let depth = 0;
  const options = {
    scriptingEnabled: false,
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: (): void => {
        depth += 1;
        if (depth > DEEPEST) throw new TooDeep();
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
    if (error instanceof TooDeep || error instanceof RangeError) {
      return { ok: false, reason: `its elements are nested more than ${DEEPEST} deep` };
    }
    throw error;
  }
}

import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A comment that is longer than any keyword that the parser may wait for. */
const END = ' end of declaration ';

/**
 * Before raw HTML is parsed: puts a comment behind what may end with a declaration, such as `<!DOCTYPE x>`. The parser
 * looks up to seven signs ahead there (HTML Standard, sections 13.2.5.42 and 13.2.5.56) and, fed piece by piece, waits
 * for them; the next piece would find it in a state that is not its own, lose its tag or break off. Gives a step for
 * afterwards, which takes the comments out of the parsed tree.
 */
export function endDeclarations(tree: Root): (parsed: Root) => Root {
  let ended = false;
  visit(tree, 'raw', (node) => {
    const last = node.value.lastIndexOf('<!');
    if (last === -1 || node.value.startsWith('<!--', last)) return;
    node.value += `<!--${END}-->`;
    ended = true;
  });
  return (parsed) => {
    if (!ended) return parsed;
    visit(parsed, 'comment', ({ value }, index, parent) => {
      if (value !== END || index === undefined) return undefined;
      parent?.children.splice(index, 1);
      return index;
    });
    return parsed;
  };
}

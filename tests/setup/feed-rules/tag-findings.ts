import { type Token, Tokenizer } from 'parse5';

/** Elements without an end tag (HTML Living Standard, void elements). */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Where the tags of a stretch of HTML do not close each other in order. A parser mends that in silence, each reader in its
 * own way; HTML lets some end tags go, but what is written by a program has them all.
 */
export function tagFindings(html: string): string[] {
  const findings: string[] = [];
  const open: string[] = [];
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag({ tagName }: Token.TagToken) {
        if (!VOID.has(tagName)) open.push(tagName);
      },
      onEndTag({ tagName }: Token.TagToken) {
        const last = open.pop();
        if (last !== tagName) findings.push(`</${tagName}> closes ${last ?? 'nothing'}`);
      },
      onComment: nothing,
      onDoctype: ({ name }) => findings.push(`doctype ${name ?? ''}`),
      onEof: nothing,
      onCharacter: nothing,
      onNullCharacter: () => findings.push('a null character'),
      onWhitespaceCharacter: nothing,
    },
  );
  tokenizer.write(html, true);
  return [...findings, ...open.map((name) => `<${name}> is not closed`)];
}

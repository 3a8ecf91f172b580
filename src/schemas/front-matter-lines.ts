/** An article's file as a language server for YAML can read it. */
export interface FrontMatterLines {
  /** As many lines as the file has: those of the front matter as they are, all others empty. */
  yaml: string;
  /** The first line that is not of the front matter, counted from 0. */
  end: number;
}

const FENCE = /^\ufeff?---[ \t]*$/u;

/**
 * The front matter of a file in its own lines, with another first line in place of the fence. Where it is not closed, it
 * goes to the end: it is being written.
 */
export function frontMatterLines(text: string, firstLine: string): FrontMatterLines {
  const [first = '', ...lines] = text.split(/\r?\n/u);
  const close = lines.findIndex((line) => FENCE.test(line));
  const count = !FENCE.test(first) ? 0 : close === -1 ? lines.length : close;
  return { yaml: [firstLine, ...lines.map((line, at) => (at < count ? line : ''))].join('\n'), end: count + 1 };
}

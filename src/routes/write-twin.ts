import { COLLECTION_STYLE, CORE_SCHEMA, dump, visit } from 'js-yaml';
import type { TwinProps } from './twin.ts';

/** A twin as a Markdown file: its facts as YAML 1.2 (core schema) between two lines `---`, then the text. */
export function writeTwin({ facts, body, notice, readAt }: TwinProps, textOf: (digest: string) => string): string {
  const text = body === undefined ? '' : textOf(body);
  const more = [notice && asText(notice), readAt && `<${readAt}>`].filter((line) => line !== undefined).join(' ');
  return [`---\n${toYaml(facts)}---\n`, text, more && `${more}\n`].filter((part) => part !== '').join('\n');
}

function toYaml(facts: TwinProps['facts']): string {
  return dump(facts, {
    schema: CORE_SCHEMA,
    // As the importer writes: a value that stands twice is written twice.
    noRefs: true,
    lineWidth: -1,
    quoteStyle: 'double',
    transform(documents) {
      visit(documents, (node) => {
        // Names stand on one line.
        if (node.kind === 'sequence' && node.items.every(({ kind }) => kind === 'scalar')) {
          node.style = COLLECTION_STYLE.FLOW;
        }
      });
    },
  });
}

/** A line of plain text in Markdown: any sign of it may have a backslash (CommonMark 0.31.2, section 2.4). */
function asText(line: string): string {
  return line.replace(/[\\`*_~[\]<>&|#!@]/gu, '\\$&').replace(/(https?|www)([:.])/giu, '$1\\$2');
}

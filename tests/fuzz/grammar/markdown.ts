import * as fc from 'fast-check';
import { destination } from './destinations.ts';
import { html } from './html.ts';
import { rareText, torn, words } from './texts.ts';

const LABELS = fc.constantFrom('r', 'R ', 'other', '__proto__', 'constructor', 'a]b', 'ß', '^n');
const NOTES = fc.constantFrom('n', 'n', 'm', '1', '__proto__', 'constructor', 'N', 'ä"<b>', 'a b');
const TITLES = fc.oneof(
  fc.constant(''),
  fc.constantFrom(' "t"', " 't'", ' (t)', ' "<b>"', ' "a\nb"', ' "a\n\nb"', ' "\\""', ' "&quot;><script>"'),
);

/** Lines of a block, each behind the marks of what holds it. */
function behind(first: string, others: string, block: string): string {
  return first + block.split('\n').join(`\n${others}`);
}

const wrapped = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom('*', '**', '***', '_', '__', '~', '~~', '*_', '**~~'), text, fc.boolean())
      .map(([mark, inner, isWhole]) => mark + inner + (isWhole ? mark.split('').reverse().join('') : '')),
    fc.tuple(fc.constantFrom('`', '``', '``` '), text).map(([mark, inner]) => mark + inner + mark),
  );

const linked = (text: fc.Arbitrary<string>): fc.Arbitrary<string> => {
  const bang = fc.constantFrom('', '', '!');
  return fc.oneof(
    fc.tuple(bang, text, destination, TITLES).map(([sign, label, to, title]) => `${sign}[${label}](<${to}>${title})`),
    fc.tuple(bang, text, destination, TITLES).map(([sign, label, to, title]) => `${sign}[${label}](${to}${title})`),
    fc.tuple(bang, text, LABELS).map(([sign, label, to]) => `${sign}[${label}][${to}]`),
    fc.tuple(bang, LABELS).map(([sign, label]) => `${sign}[${label}]`),
    NOTES.map((note) => `[^${note}]`),
    destination.map((to) => `<${to}>`),
    destination,
    fc.constantFrom('www.e.example/_x_', 'desk@e.example', 'https://e.example/a)b', 'xmpp:a@b.example', 'http://x'),
  );
};

const table = (cell: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.constantFrom('---', ':-:', '--:', ':--'), { minLength: 1, maxLength: 4 }),
      fc.array(fc.array(cell, { maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    )
    .map(([align, rows]) => {
      const [head = '', ...lines] = rows.map((cells) => `| ${cells.join(' | ').replaceAll('\n', ' ')} |`);
      return [head, `|${align.join('|')}|`, ...lines].join('\n');
    });

const listed = (block: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('- ', '* ', '+ ', '1. ', '7) ', '0000000009. ', '- [ ] ', '- [x] ', '1. [X] ', '-\t', '-     '),
      fc.array(block, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('\n', '\n\n', '\n\n\n'),
    )
    .map(([mark, items, between]) => items.map((item) => behind(mark, '    ', item)).join(between));

const defined = (text: fc.Arbitrary<string>, block: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    fc.tuple(LABELS, destination, TITLES).map(([label, to, title]) => `[${label}]: <${to}>${title}`),
    fc.tuple(LABELS, destination).map(([label, to]) => `[${label}]: ${to}`),
    fc.tuple(NOTES, text).map(([note, words_]) => `[^${note}]: ${words_}`),
    fc.tuple(NOTES, block).map(([note, inner]) => behind(`[^${note}]: `, '    ', inner)),
  );

const grammar = fc.letrec<{ inline: string; text: string; block: string; blocks: string }>((tie) => ({
  inline: fc.oneof(
    { depthIdentifier: 'markdown', maxDepth: 6, depthSize: 'medium' },
    { weight: 6, arbitrary: words },
    { weight: 2, arbitrary: rareText },
    { weight: 1, arbitrary: torn },
    { weight: 4, arbitrary: wrapped(tie('text')) },
    { weight: 5, arbitrary: linked(tie('text')) },
    { weight: 3, arbitrary: html },
    { weight: 1, arbitrary: fc.constantFrom('  \n', '\\\n', '\n', '\\*', '\\<b>', '\\[x]') },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom('<b>', '<a href=x>', '<p>', '<div>', '<td>'), tie('text')).map(join),
    },
  ),
  text: fc
    .tuple(
      fc.array(tie('inline'), { minLength: 1, maxLength: 4, depthIdentifier: 'markdown' }),
      fc.constantFrom('', ' '),
    )
    .map(([parts, between]) => parts.join(between)),
  block: fc.oneof(
    { depthIdentifier: 'markdown', maxDepth: 6, depthSize: 'medium' },
    { weight: 6, arbitrary: tie('text') },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('# ', '## ', '###### ', '#\t'), tie('text')).map(join) },
    { weight: 1, arbitrary: fc.tuple(tie('text'), fc.constantFrom('\n===', '\n---')).map(join) },
    { weight: 2, arbitrary: tie('blocks').map((inner) => behind('> ', '> ', inner)) },
    { weight: 3, arbitrary: listed(tie('block')) },
    { weight: 2, arbitrary: table(tie('text')) },
    { weight: 2, arbitrary: defined(tie('text'), tie('block')) },
    { weight: 4, arbitrary: html },
    { weight: 1, arbitrary: tie('text').map((inner) => behind('    ', '    ', inner)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('```', '~~~~', '``` js <b>'), tie('text'))
        .map(([fence, inner]) => `${fence}\n${inner}\n${fence.split(' ')[0] ?? ''}`),
    },
    { weight: 2, arbitrary: fc.constantFrom('# Talks', '### Talks', '<h4>Talks</h4>', '[x](#talks)', '#', '## *') },
    { weight: 1, arbitrary: fc.constantFrom('---', '***', '<hr>', '', '\ufeff', '<!-- -->', '---\ntitle: x\n---') },
  ),
  blocks: fc
    .tuple(
      fc.array(tie('block'), { minLength: 1, maxLength: 3, depthIdentifier: 'markdown' }),
      fc.constantFrom('\n\n', '\n\n', '\n', '\r\n\r\n'),
    )
    .map(([blocks, between]) => blocks.join(between)),
}));

/** A block of Markdown with others in it, and HTML between them at any depth. */
export const block: fc.Arbitrary<string> = grammar.block;

/** What is only shown where something refers to it: a note, or where a link leads. */
export const definition: fc.Arbitrary<string> = defined(grammar.text, grammar.block);

const NOTE_IN_LINK = fc.constantFrom('[a[^n]b](https://e.example/)', '[![x](//e.example/y)[^n]][r]', '[[^m]](#talks)');

/** A line that refers to notes and links, whether they are defined or not. */
export const references: fc.Arbitrary<string> = fc
  .tuple(
    words,
    fc.array(
      fc.oneof(
        NOTES.map((note) => `[^${note}]`),
        NOTE_IN_LINK,
        linked(grammar.text),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([some, links]) => [some, ...links].join(' '));

/** The article's own picture, alone in its paragraph or among words. */
export const picture: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '', 'a '), grammar.text, TITLES)
  .map(([before, alt, title]) => `${before}![${alt}](kerry.jpg${title})`);

function join(two: readonly string[]): string {
  return two.join('');
}

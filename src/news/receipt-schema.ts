import { z } from 'zod';
import { count, line, newsDate, sha256Field } from './fields.ts';
import { expected } from './parse.ts';

const receiptEntry = z.strictObject(
  {
    line: count.optional().describe('Line of the source, counted from 1, where the block begins.'),
    field: line('a field').optional().describe('The field that the block went to, or that its meaning became.'),
    reason: line('a reason').optional().describe('Why the block was changed or dropped.'),
    was: z.string(expected('a text')).optional().describe('The source’s text of a changed or dropped block.'),
  },
  expected('{line, field or reason, was}'),
);

const lostPicture = z.strictObject(
  {
    address: line('an address').describe('Where the source has the picture.'),
    reason: line('a reason').describe('Why the copy does not have it.'),
  },
  expected('{address, reason}'),
);

const receiptEntries = z.array(receiptEntry, expected('a list')).default([]);

/** Written by the importer only: what became of every block of the source. kept + moved + changed + dropped = blocks. */
export const receiptSchema = z
  .strictObject(
    {
      blocks: count.describe('How many blocks of text the source has.'),
      kept: count.describe('How many of them stand in the copy as they were.'),
      moved: receiptEntries.describe('Blocks that went to a field of the front matter.'),
      changed: receiptEntries.describe('Blocks whose text is another in the copy.'),
      dropped: receiptEntries.describe('Blocks that the copy does not have.'),
      outside: count
        .default(0)
        .describe('Blocks of a saved page that stand outside the article: navigation, furniture.'),
      pictures: z
        .array(lostPicture, expected('a list of {address, reason}'))
        .default([])
        .describe('Pictures of the source that the copy does not have. They are no text, and no block.'),
      text: sha256Field.describe('sha256 of the copy’s normalised blocks, joined by line feeds.'),
      suggested: z
        .array(line('a tag'), expected('a list of names'))
        .optional()
        .describe(
          'Which of the tags were suggested, by what the text names, and not stated; absent where nobody asked for any.',
        ),
    },
    expected('the receipt as the importer wrote it'),
  )
  .refine((it) => it.kept + it.moved.length + it.changed.length + it.dropped.length === it.blocks, {
    error: 'does not add up: kept, moved, changed and dropped must make up all blocks',
  });

/** A version of the source that another has followed. */
export const versionSchema = z.strictObject(
  {
    captured: newsDate.describe('When this version was taken.'),
    sha256: sha256Field.describe('sha256 of the original’s bytes.'),
    copy: sha256Field
      .optional()
      .describe(
        'The copy as it was then: the name of a file in content/versions, without `.md`. Without it only its date is known.',
      ),
  },
  expected('{captured, sha256, copy}'),
);

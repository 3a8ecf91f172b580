import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { copyBlocks, copyDigest } from '../../../src/news/copy.ts';
import { makeFront } from '../routes/edition.ts';

const FRONT = makeFront({
  title: 'Title',
  description: 'Standfirst',
  image: { caption: 'Caption', credit: 'Photo: AP' },
  credit: 'Reporting by AFP',
});

describe('the text of a copy', () => {
  it('is read in the receipt’s order: headline, standfirst, caption, its credit, body, credit', () => {
    const blocks = copyBlocks(FRONT, ['One', 'Two']);
    const order = ['Title', 'Standfirst', 'Caption', 'Photo: AP', 'One', 'Two', 'Reporting by AFP'];
    expect(blocks.map(({ text }) => text)).toEqual(order);
    expect(blocks.map(({ field }) => field)).toEqual([
      ...['title', 'description', 'image.caption', 'image.credit', 'body', 'body', 'credit'],
    ]);
  });

  it('leaves out what the article has not', () => {
    expect(copyBlocks(makeFront({ title: 'Title' }), [])).toEqual([{ field: 'title', text: 'Title' }]);
  });

  it('is proved by the sha256 of its blocks, joined by line feeds', () => {
    const digest = createHash('sha256').update('Title\nSchöne Grüße').digest('hex');
    expect(copyDigest(copyBlocks(makeFront({ title: 'Title' }), ['Scho\u0308ne  Gru\u0308ße']))).toBe(digest);
  });

  it('changes its proof with any word, order or place', () => {
    const digests = [
      copyDigest(copyBlocks(FRONT, ['One', 'Two'])),
      copyDigest(copyBlocks(FRONT, ['Two', 'One'])),
      copyDigest(copyBlocks(FRONT, ['One Two'])),
      copyDigest(copyBlocks(FRONT, ['One', 'Two', 'Three'])),
      copyDigest(copyBlocks({ ...FRONT, credit: 'Reporting by AP' }, ['One', 'Two'])),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('has the same proof however its spaces and letters are encoded', () => {
    expect(copyDigest(copyBlocks(FRONT, [' e\u0301lan \u00a0vital\u00ad ']))).toBe(
      copyDigest(copyBlocks(FRONT, ['élan vital'])),
    );
  });
});

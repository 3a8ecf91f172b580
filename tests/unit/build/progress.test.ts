import { describe, expect, it } from 'vitest';
import { type Progress, showProgress } from '../../../src/build/progress.ts';

/** What stands in a terminal's last line after some of a build, which takes its time from `clock`. */
function inTerminal(
  isTTY: boolean,
  play: (progress: Progress, clock: { now: number }) => void,
  columns?: number,
): string[] {
  const clock = { now: 5000 };
  const written: string[] = [];
  const terminal = { isTTY, columns, write: (text: string): unknown => written.push(text) };
  play(
    showProgress(terminal, () => clock.now),
    clock,
  );
  return written.map((text) => text.replace('\r\u001B[2K', '|'));
}

describe('the progress of a build', () => {
  it('is told in one line that replaces itself, and is gone at the end', () => {
    const lines = inTerminal(true, ({ tell, end }, clock) => {
      clock.now += 1200;
      tell('read', 4000, 19_043);
      clock.now += 2000;
      tell('pages', 1200);
      clock.now += 1000;
      tell('publish');
      end();
    });
    expect(lines).toEqual([
      '|Reading articles 4,000 of 19,043 (1 s)',
      '|Printing pages 1,200 (3 s)',
      '|Putting pages in place (4 s)',
      '|',
    ]);
  });

  it('is not told of a build that is done within a second', () => {
    const lines = inTerminal(true, ({ tell, end }, clock) => {
      tell('read');
      clock.now += 900;
      tell('pages', 40);
      end();
    });
    expect(lines).toEqual([]);
  });

  it('is not told more often than it can be read', () => {
    const lines = inTerminal(true, ({ tell }, clock) => {
      clock.now += 1000;
      for (let done = 1; done <= 500; done += 1, clock.now += 1) tell('pages', done);
    });
    expect(lines.map((line) => /\d+/u.exec(line)?.[0])).toEqual(['1', '101', '201', '301', '401']);
  });

  it('names a stage as it begins, though one was told of just before, but none of a build that is done at once', () => {
    const lines = inTerminal(true, ({ tell }, clock) => {
      tell('read', 1, 2);
      clock.now += 900;
      tell('search');
      clock.now += 200;
      tell('read', 2, 2);
      clock.now += 1;
      tell('search');
      clock.now += 1;
      tell('pages');
    });
    expect(lines).toEqual(['|Reading articles 2 of 2 (1 s)', '|Indexing for search (1 s)', '|Printing pages (1 s)']);
  });

  it.each([
    { columns: 40, lines: ['|Reading articles 4,000 of 19,043 (1 s)', '|Putting pages in place (2 s)', '|'] },
    { columns: 39, lines: ['|Reading articles 4,000 of 19,043 (1 s)', '|Putting pages in place (2 s)', '|'] },
    { columns: 38, lines: ['|Reading articles 4,000 of 19,043', '|Putting pages in place (2 s)', '|'] },
    { columns: 20, lines: ['|Reading articles', '|Putting pages in pl', '|'] },
  ])('never takes more than one line of a terminal, nor shows half a number: $columns', ({ columns, lines }) => {
    const play = ({ tell, end }: Progress, clock: { now: number }): void => {
      clock.now += 1200;
      tell('read', 4000, 19_043);
      clock.now += 1000;
      tell('publish');
      end();
    };
    expect(inTerminal(true, play, columns)).toEqual(lines);
  });

  it('is not told where nobody reads it: in a file or a pipe', () => {
    const lines = inTerminal(false, ({ tell, end }, clock) => {
      clock.now += 10_000;
      tell('pages', 40);
      end();
    });
    expect(lines).toEqual([]);
  });
});

import { type FileProblem, showProblem } from '../markdown/article-file.ts';

/** Content that cannot become an edition: every problem of every file, each with its place. */
export class ContentError extends Error {
  readonly problems: FileProblem[];

  constructor(problems: FileProblem[]) {
    super(problems.map(showProblem).join('\n'));
    this.problems = problems;
  }
}

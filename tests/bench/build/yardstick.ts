import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import { cpuSeconds } from '../process-figures.ts';

// A fixed piece of work in a process of its own, which other figures are given as multiples of: how fast one machine is
// differs from minute to minute. Prints its CPU seconds.

const SENTENCE =
  'The *harbour board* voted on Thursday to keep the [old crane](https://paper.example/) on the east quay. ';
const PARAGRAPH = SENTENCE.repeat(4).trim();
const TEXT = Array.from({ length: 8 }, (_, number) => `## Part ${number}\n\n${PARAGRAPH}\n\n- ${PARAGRAPH}`).join(
  '\n\n',
);
const RUNS = 150;

const pipeline = remark().use(remarkGfm).use(remarkRehype);
for (let run = 0; run < RUNS; run += 1) await pipeline.run(pipeline.parse(TEXT));
console.log(cpuSeconds());

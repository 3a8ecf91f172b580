import { build, type Stage } from '../../../src/build/build.ts';
import { PROJECT } from '../../../src/build/locations.ts';
import { childrenPeaks, cpuSeconds, forgetPeak, ownPeak } from '../process-figures.ts';

// A build in a process of its own, so that its time and memory are its alone: CONTENT DIST CACHE. Prints them as JSON, by
// stage, in CPU seconds and MB of what it had at most; what it starts is counted with it.

interface Figures {
  cpu: number;
  peak: number;
  childPeak: number;
  /** What it and all that it had started had at one time. */
  together: number;
}

const [content = '', dist = '', cache = ''] = process.argv.slice(2);
const stages = new Map<Stage, Figures>();
// What is spent before the first stage begins, on loading the program, is part of it.
let now: Stage = 'read';
let spent = 0;
let childPeak = 0;
let together = 0;

function endStage(next: Stage): void {
  const all = cpuSeconds();
  // A build may come back to a stage.
  const last = stages.get(now) ?? { cpu: 0, peak: 0, childPeak: 0, together: 0 };
  stages.set(now, {
    cpu: last.cpu + all - spent,
    peak: Math.max(last.peak, ownPeak()),
    childPeak: Math.max(last.childPeak, childPeak),
    together: Math.max(last.together, ownPeak(), together),
  });
  [now, spent, childPeak, together] = [next, all, 0, 0];
  forgetPeak();
}

const watch = setInterval(() => {
  const peaks = childrenPeaks();
  childPeak = Math.max(childPeak, ...peaks);
  together = Math.max(
    together,
    peaks.reduce((sum, peak) => sum + peak, process.memoryUsage.rss() / 2 ** 20),
  );
}, 100);
const onStage = (stage: Stage): void => {
  if (stage !== now) endStage(stage);
};
const { files, written } = await build({
  project: PROJECT,
  content,
  dist,
  cache,
  now: Date.UTC(2026, 10, 22),
  onStage,
});
clearInterval(watch);
endStage(now);
console.log(JSON.stringify({ files, written, stages: Object.fromEntries(stages) }));

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

// Linux only: it reads /proc, as proc(5) describes it.

/** Clock ticks of the kernel a second, as Linux counts them in /proc. */
const TICKS = 100;

/** CPU seconds, user and system, of this process and of all that it has started, ended or not. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + childSeconds();
}

/** CPU seconds of all that this process has started, ended or not. */
export function childSeconds(): number {
  // Of an ended one they are counted where it was waited for, of another one where it runs.
  const running = children().reduce((sum, id) => sum + secondsOf(statOf(id), OWN) + secondsOf(statOf(id), WAITED), 0);
  return running + secondsOf(statOf('self'), WAITED);
}

/** The most memory that each running child process has had, in MB. */
export function childrenPeaks(): number[] {
  return children().map(peakOf);
}

/** The most memory that this process has had since `forgetPeak`, in MB. */
export function ownPeak(): number {
  return peakOf('self');
}

/** From now on `ownPeak` counts anew. */
export function forgetPeak(): void {
  writeFileSync('/proc/self/clear_refs', '5');
}

/** Where user and system time stand among the fields of `stat`: the process's own, and those of ended children. */
const OWN = [11, 12];
const WAITED = [13, 14];

function secondsOf(fields: readonly string[], places: readonly number[]): number {
  return places.reduce((sum, place) => sum + Number(fields[place] ?? 0), 0) / TICKS;
}

function children(): string[] {
  const own = String(process.pid);
  return readdirSync('/proc').filter((name) => /^\d+$/u.test(name) && statOf(name)[1] === own);
}

function peakOf(id: string): number {
  return Number(/VmHWM:\s+(\d+)/u.exec(textOf(`/proc/${id}/status`))?.[1] ?? 0) / 1024;
}

/** The fields of a process from its state on: they follow its name, which may hold anything. */
function statOf(id: string): string[] {
  const line = textOf(`/proc/${id}/stat`);
  return line.slice(line.lastIndexOf(')') + 2).split(' ');
}

/** Nothing of a process that has ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

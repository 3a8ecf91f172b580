import { stat } from 'node:fs/promises';
import type { Source } from './containers/container.ts';
import type { Input } from './inputs.ts';
import type { Shell } from './shell.ts';

/** Milliseconds between two looks at the clock's hand. */
const PAUSE = 250;

/** How far a long import is, on a terminal: articles, how many a second, and the time that is left by the bytes read. */
export class Progress {
  readonly #shell: Pick<Shell, 'now' | 'progress'>;
  readonly #begun: number;
  #all: number | undefined;
  #read = 0;
  #articles = 0;
  #shown: number;

  constructor(shell: Pick<Shell, 'now' | 'progress'>, inputs: readonly Input[]) {
    this.#shell = shell;
    this.#begun = this.#shown = shell.now();
    if (!shell.progress) return;
    void sizeOf(inputs).then((all) => (this.#all = all));
  }

  /** Counts the bytes of a source as they are read. */
  watch(source: Source): Source {
    if (!this.#shell.progress) return source;
    return { ...source, stream: this.#counted(source.stream) };
  }

  article(): void {
    this.#articles += 1;
    this.#show();
  }

  end(): void {
    this.#shell.progress?.('');
  }

  async *#counted(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const chunk of stream) {
      this.#read += chunk.length;
      yield chunk;
    }
  }

  #show(): void {
    const now = this.#shell.now();
    if (!this.#shell.progress || now - this.#shown < PAUSE) return;
    this.#shown = now;
    const seconds = Math.max(1, now - this.#begun) / 1000;
    const share = this.#all === undefined || this.#all === 0 ? 0 : Math.min(1, this.#read / this.#all);
    const left = share > 0 ? `, ${showTime((seconds * (1 - share)) / share)} left` : '';
    const count = this.#articles.toLocaleString('en');
    this.#shell.progress(`${count} articles, ${Math.round(this.#articles / seconds)} a second${left}`);
  }
}

async function sizeOf(inputs: readonly Input[]): Promise<number> {
  let sum = 0;
  for (const input of inputs) {
    if (input.kind === 'file') sum += (await stat(input.path).catch(() => undefined))?.size ?? 0;
  }
  return sum;
}

function showTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 90 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}

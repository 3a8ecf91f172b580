import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Article } from '../../news/article.ts';
import type { Recall } from '../../news/related/kin.ts';
import { knownWords } from '../../news/related/word-numbers.ts';
import { Memory } from '../memory.ts';
import { messageOf } from '../message-of.ts';
import type { KinOrder } from './kin-worker.ts';

export interface DeskKinOrder {
  /** What is remembered from one start to the next, and the hash of the code that makes it. */
  folder: string;
  codeHash: string;
  /** Gives the articles whose kin is wanted, as they are now. */
  articles: () => readonly Article[];
  /** Is told when something else is known than before. */
  onNew: () => void;
  /** Takes a sentence that says why nothing new could be found out. */
  onFault: (sentence: string) => void;
}

/** Milliseconds after which nobody has changed anything, and it is worth finding out what goes with what. */
const AT_REST = 2000;

/**
 * What goes with each article, at the editor's desk. In a large edition it takes seconds to find out, and no editor waits for
 * it: pages show what was found last, until another thread has found what holds now.
 */
export class DeskKin {
  readonly #order: DeskKinOrder;
  #memory: Memory;
  #timer: NodeJS.Timeout | undefined;
  #work = Promise.resolve();
  #isClosed = false;

  private constructor(order: DeskKinOrder, memory: Memory) {
    [this.#order, this.#memory] = [order, memory];
  }

  static open(order: DeskKinOrder): DeskKin {
    return new DeskKin(order, new Memory(order.folder, order.codeHash));
  }

  /** What was found last, be it of other articles; nothing where nothing was. */
  recall: Recall = (name, inputs) => {
    const { lists, isSame } = this.#memory.last(name, inputs);
    if (!isSame) this.#expectRest();
    return lists;
  };

  /** Tells of nothing any more. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #expectRest(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void (this.#work = this.#work.then(() => this.#tryToRenew())), AT_REST);
  }

  /** What is related is worth a sentence, and not the desk: the thread may lack memory, or the disk room. */
  async #tryToRenew(): Promise<void> {
    try {
      await this.#renew();
    } catch (error) {
      this.#order.onFault(
        `What is related could not be found out: ${messageOf(error)}. Pages show what was found last; it is tried again after the next change.`,
      );
    }
  }

  async #renew(): Promise<void> {
    const { folder, codeHash, articles, onNew } = this.#order;
    const order: KinOrder = { folder, codeHash, words: knownWords(), articles: articles() };
    await once(new Worker(new URL('kin-worker.ts', import.meta.url), { workerData: order }), 'exit');
    this.#memory = new Memory(folder, codeHash);
    if (!this.#isClosed) onNew();
  }
}

import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { Article } from '../../news/article.ts';
import { kinOf } from '../../news/related/kin.ts';
import { numberOfWord } from '../../news/related/word-numbers.ts';
import { Memory } from '../memory.ts';

/** What a thread is to find out, and where it is to write it. */
export interface KinOrder {
  folder: string;
  codeHash: string;
  /** The words that the articles' evidence counts, by their numbers. */
  words: readonly string[];
  articles: readonly Article[];
}

// It comes from the module beside it.
const { folder, codeHash, words, articles } = z.custom<KinOrder>().parse(workerData);
// A thread numbers words by itself, and gives the first one the first number as all do.
words.forEach(numberOfWord);
const memory = new Memory(folder, codeHash);
kinOf(articles, memory.recall);
memory.forgetOthers();

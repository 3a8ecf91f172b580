import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { Article } from '../../news/article.ts';
import { kinOf } from '../../news/related/kin.ts';
import { Memory } from '../memory.ts';

/** What a thread is to find out, and where it is to write it. */
export interface KinOrder {
  file: string;
  codeHash: string;
  articles: Article[];
}

// It comes from the module beside it.
const { file, codeHash, articles } = z.custom<KinOrder>().parse(workerData);
const memory = await Memory.open(file, codeHash);
kinOf(articles, memory.recall);
await memory.save();

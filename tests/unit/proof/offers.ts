import type { Repository } from '../../setup/repository.ts';
import { proofOf } from './proofed.ts';

/** Two texts that have nothing in common. */
export const TALKS =
  'The talks on the future of the harbour were broken off on Monday. Nobody would say when they are to begin again, ' +
  'or whether the nine ships that wait outside may come in before they do, as their captains have asked twice.';
export const FERRY =
  'The night ferry will not sail in winter. Its owner said that no more than eleven passengers a night had been on board since October.';

/** What an editor is told of old addresses: the article, what is said, and the line to add. */
export async function offers({ content }: Repository, only = 'moved'): Promise<(string | undefined)[][]> {
  const { findings } = await proofOf(content, only);
  return findings.map(({ check, file, message, yaml }) => [
    check,
    file,
    message,
    ...(yaml === undefined ? [] : [yaml]),
  ]);
}

/** What is said of an article that git knows to have been there. */
export const renamedFrom = (...paths: string[]): string =>
  `it was renamed, and nothing leads on from ${paths.join(' and ')}`;

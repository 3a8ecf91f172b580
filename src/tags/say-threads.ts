import { threadLine } from './add-thread.ts';
import type { Proposal } from './propose-threads.ts';
import { counted } from './say.ts';

/**
 * Proposed threads as lines for an editor: each with its reason, its articles and the line that puts one into it, then
 * the counts. `pathOf` names an article's file.
 */
export function sayThreads(
  proposals: readonly Proposal[],
  articles: number,
  pathOf: (file: string) => string,
): string[] {
  const fresh = proposals.filter(({ known }) => known === 0);
  const going = proposals.filter(({ known }) => known > 0);
  const sum = (some: readonly Proposal[]): number => some.reduce((total, it) => total + it.articles.length, 0);
  const others = going.length > 0 ? `, ${counted(sum(going), 'article')} for threads that there are` : '';
  const how = proposals.length > 0 ? ' (--write NAME puts a thread into its files)' : '';
  return [
    ...proposals.flatMap((proposal) => [...sayOne(proposal, pathOf), '']),
    `${counted(fresh.length, 'thread')} proposed for ${sum(fresh)} of ${counted(articles, 'article')}${others}; nothing was changed${how}`,
  ];
}

function sayOne({ name, articles, because, known }: Proposal, pathOf: (file: string) => string): string[] {
  const days = articles.flatMap(({ front }) => front.published?.slice(0, 10) ?? []);
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const when = first === last ? first : `${first} to ${last}`;
  const what = known === 0 ? counted(articles.length, 'article') : `${articles.length} more, to ${known} that it has`;
  return [
    `"${name}": ${what}, ${when}; in common: ${because.join(', ')}`,
    ...articles.map(({ file, front }) => `  ${front.published?.slice(0, 10) ?? ''}  ${pathOf(file)}  ${front.title}`),
    `  ${threadLine(name)}`,
  ];
}

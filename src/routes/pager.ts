/** Links to the other pages of a long list. */
export interface Pager {
  /** Nothing of the first page of a timeline. */
  page: number | undefined;
  /** How many there are; nothing where pages are counted from the oldest. */
  pages?: number;
  /** On a page of a timeline that is not the first: the way back to that. */
  newest?: string;
  newer: string | undefined;
  older: string | undefined;
}

export const ARTICLES_A_PAGE = 50;

/** A list cut into pages of fifty; an empty list has one empty page. */
export function toPages<Item>(items: readonly Item[]): Item[][] {
  const count = Math.max(1, Math.ceil(items.length / ARTICLES_A_PAGE));
  return Array.from({ length: count }, (_, page) => items.slice(page * ARTICLES_A_PAGE, (page + 1) * ARTICLES_A_PAGE));
}

/** The number in the address of a page, `index` counted from 0: the first has none, the next is number 2. */
export function numberOf(index: number): number | undefined {
  return index === 0 ? undefined : index + 1;
}

/** The pager of a page, `index` counted from 0; `hrefOf` gives the link to a page by its number. */
export function toPager(index: number, pages: number, hrefOf: (number: number | undefined) => string): Pager {
  return {
    page: index + 1,
    pages,
    newer: index > 0 ? hrefOf(numberOf(index - 1)) : undefined,
    older: index + 1 < pages ? hrefOf(numberOf(index + 1)) : undefined,
  };
}

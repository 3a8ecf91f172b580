/** Links to the other pages of a long list. */
export interface Pager {
  page: number;
  pages: number;
  newer: string | undefined;
  older: string | undefined;
}

export const ARTICLES_A_PAGE = 50;

/** A list cut into pages of fifty; an empty list has one empty page. */
export function toPages<Item>(items: readonly Item[]): Item[][] {
  const count = Math.max(1, Math.ceil(items.length / ARTICLES_A_PAGE));
  return Array.from({ length: count }, (_, page) => items.slice(page * ARTICLES_A_PAGE, (page + 1) * ARTICLES_A_PAGE));
}

/** The pager of a page, `index` counted from 0; `hrefOf` takes page numbers from 1. */
export function toPager(index: number, pages: number, hrefOf: (page: number) => string): Pager {
  const page = index + 1;
  return {
    page,
    pages,
    newer: page > 1 ? hrefOf(page - 1) : undefined,
    older: page < pages ? hrefOf(page + 1) : undefined,
  };
}

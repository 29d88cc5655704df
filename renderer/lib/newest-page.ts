import type { InfiniteData } from '@tanstack/react-query';

/** A page of a list with the newest first. */
export interface ListPage {
  readonly items: readonly { readonly id: number }[];
  readonly next: string | null;
}

/**
 * A long list with its first page read anew. What the new page has pushed down stays below it; what stood within
 * it and is not there any more is gone. Undefined when the new page does not reach down to what was known: then
 * everything has to be read again.
 */
export function withNewestPage<Page extends ListPage>(
  known: InfiniteData<Page, string>,
  newest: Page,
): InfiniteData<Page, string> | undefined {
  const [first, ...rest] = known.pages;
  if (first === undefined || newest.next === null) return { pages: [newest], pageParams: [''] };
  const fresh = new Set(newest.items.map(({ id }) => id));
  const lastKnown = first.items.findLastIndex(({ id }) => fresh.has(id));
  if (lastKnown === -1) return undefined;
  const pushedDown = first.items.slice(lastKnown + 1);
  const page = { ...newest, items: [...newest.items, ...pushedDown], next: first.next };
  const others = rest.map((one) => ({ ...one, items: one.items.filter(({ id }) => !fresh.has(id)) }));
  return { pages: [page, ...others], pageParams: known.pageParams };
}

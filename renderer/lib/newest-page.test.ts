import { expect, it } from 'vitest';
import { withNewestPage } from './newest-page.ts';

const page = (next: string | null, ...ids: readonly number[]) => ({ items: ids.map((id) => ({ id })), next });
const known = { pages: [page('a', 9, 8, 7), page('b', 6, 5, 4), page(null, 3)], pageParams: ['', 'a', 'b'] };
const idsOf = (data: ReturnType<typeof withNewestPage>) =>
  data?.pages.map(({ items }) => items.map(({ id }) => id));

it('a new row comes first and pushes nothing out of the list', () => {
  const data = withNewestPage(known, page('x', 10, 9, 8));
  expect(idsOf(data)).toEqual([[10, 9, 8, 7], [6, 5, 4], [3]]);
  expect(data?.pages.map(({ next }) => next)).toEqual(['a', 'b', null]);
});

it('a row that no longer matches leaves, and the first of the next page takes its place once', () => {
  expect(idsOf(withNewestPage(known, page('x', 9, 7, 6)))).toEqual([[9, 7, 6], [5, 4], [3]]);
});

it('a list that has become one page is one page', () => {
  expect(idsOf(withNewestPage(known, page(null, 9, 8)))).toEqual([[9, 8]]);
});

it('after so much news that the pages do not meet, everything must be read again', () => {
  expect(withNewestPage(known, page('x', 33, 32, 31))).toBeUndefined();
});

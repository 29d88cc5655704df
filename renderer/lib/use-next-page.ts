import { useMemo } from 'react';

/** What a list tells of its pages. */
export interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly error: Error | null;
  readonly fetchNextPage: () => unknown;
}

/** Reads the next page; undefined while one is on the way, after one has failed, and when there is none. */
export function useNextPage(pages: Pages): (() => void) | undefined {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  const ready = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  return useMemo(() => (ready ? () => void fetchNextPage() : undefined), [ready, fetchNextPage]);
}

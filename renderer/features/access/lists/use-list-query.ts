import { useMemo } from 'react';
import type { AccessFilter } from '../../../lib/page-search.ts';

const PAGE_SIZE = 100;

/** The page's filter as the API wants it; the same object as long as the filter is the same. */
export function useListQuery({ search, state, inGroup, node }: AccessFilter) {
  return useMemo(
    () => ({
      limit: PAGE_SIZE,
      ...(search !== undefined && { search }),
      ...(state !== undefined && { state }),
      ...(inGroup !== undefined && { groupId: inGroup }),
      ...(node !== undefined && { tenantId: node }),
    }),
    [search, state, inGroup, node],
  );
}

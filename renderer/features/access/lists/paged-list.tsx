import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useNextPage } from '../../../lib/use-next-page.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import type { Column } from '../../../ui/data-table-columns.tsx';
import { NextPage } from '../../../ui/next-page.tsx';

interface Item {
  readonly id: number;
}

interface PagedListProps<Row extends Item> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly pages: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Row[] }>>;
  readonly openId: unknown;
  readonly onSelect: (row: Row) => void;
  readonly onOpen: (row: Row) => void;
  readonly empty: ReactNode;
}

/** A long list that the server sorts and filters; the next page is read when its end comes into sight. */
export function PagedList<Row extends Item>({ pages, openId, ...rest }: PagedListProps<Row>) {
  const rows = useMemo(() => pages.data?.pages.flatMap(({ items }) => items), [pages.data]);
  const onEnd = useNextPage(pages);
  return (
    <DataTable<Row>
      rows={rows}
      rowKey={({ id }) => String(id)}
      selected={({ id }) => id === openId}
      virtual
      error={pages.error}
      onRetry={() => void pages.refetch()}
      onEnd={onEnd}
      hasMore={pages.hasNextPage}
      foot={<NextPage pages={pages} />}
      {...rest}
    />
  );
}

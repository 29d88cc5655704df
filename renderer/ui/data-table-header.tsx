import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { SortingState } from '@tanstack/react-table';
import { useText } from '../text/use-text.ts';
import classes from './data-table.module.css';
import { type Column, columnClass } from './data-table-columns.tsx';

interface DataTableHeaderProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sorting: SortingState;
  readonly onSort: (sorting: SortingState) => void;
}

/** Sticky header. A click sorts upwards, a second downwards, a third gives back the list's own order. */
export function DataTableHeader<Row>({ columns, sorting, onSort }: DataTableHeaderProps<Row>) {
  const { t } = useText();
  const current = sorting[0];
  const next = (id: string): SortingState => {
    if (current?.id !== id) return [{ id, desc: false }];
    return current.desc ? [] : [{ id, desc: true }];
  };
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const direction = current?.id === column.id ? (current.desc ? 'descending' : 'ascending') : 'none';
          const sortable = column.sortBy !== undefined;
          return (
            <th
              key={column.id}
              scope="col"
              className={columnClass(column)}
              {...(sortable && { 'aria-sort': direction })}
            >
              {sortable ? (
                <button
                  type="button"
                  className={classes.sort}
                  title={t('words.sortBy', { column: column.header })}
                  onClick={() => onSort(next(column.id))}
                >
                  {column.header}
                  {direction === 'ascending' ? <IconArrowUp size={14} aria-hidden /> : null}
                  {direction === 'descending' ? <IconArrowDown size={14} aria-hidden /> : null}
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

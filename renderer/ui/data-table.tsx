import {
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo, useState } from 'react';
import classes from './data-table.module.css';
import { DataTableBody } from './data-table-body.tsx';
import { type Column, columnClass, toColumnDefs } from './data-table-columns.tsx';
import { DataTableHeader } from './data-table-header.tsx';
import { NewRowsPill } from './new-rows-pill.tsx';
import { ProblemNote } from './problem-note.tsx';
import { SkeletonRows } from './skeleton-rows.tsx';
import { useHeldRows } from './use-held-rows.ts';
import { useRowKeys } from './use-row-keys.ts';

export const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

export interface DataTableProps<Row> {
  /** Spoken name of the table. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while they load. */
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly selected: (row: Row) => boolean;
  /** Rows of one thing are drawn together; the first of each has a line above. */
  readonly startsGroup?: (row: Row) => boolean;
  /** By arrow keys while something is selected, or by a click. */
  readonly onSelect: (row: Row) => void;
  /** By Enter: move on to the details. */
  readonly onOpen?: (row: Row) => void;
  readonly empty: ReactNode;
  readonly error?: Error | null;
  readonly onRetry?: () => void;
  /** Scrolls by itself and draws only the rows in sight; otherwise the page scrolls. */
  readonly virtual?: boolean;
  /**
   * For lists with the newest first, what they are a list of: while somebody is among its rows, new ones wait
   * above. Another text is another list, which is shown at once.
   */
  readonly hold?: string;
  /** Called when the end comes into sight. */
  readonly onEnd?: (() => void) | undefined;
  /** How many rows there are in all is not known yet. */
  readonly hasMore?: boolean;
  /** Below the last row. */
  readonly foot?: ReactNode;
}

/** Our table: sorted by its headers, walked by the arrow keys, calm while the data moves under it. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, empty, error, virtual = false } = props;
  // State, not a ref: the rows below mount in the same commit and must hear when the element is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [sorting, setSorting] = useState<SortingState>([]);
  const held = useHeldRows(rows ?? NOTHING, { rowKey, hold: props.hold });
  const defs = useMemo(() => toColumnDefs(columns), [columns]);
  const table = useTable({
    features,
    columns: defs,
    data: held.rows,
    getRowId: rowKey,
    state: { sorting },
    onSortingChange: setSorting,
    enableSortingRemoval: true,
  });
  const modelRows = table.getRowModel().rows;
  const keys = useRowKeys({ ...props, rows: modelRows.map((row) => row.original) });

  if (error && rows === undefined)
    return <ProblemNote error={error} {...(props.onRetry && { onRetry: props.onRetry })} />;
  if (rows?.length === 0) return <div className={classes.card}>{empty}</div>;
  return (
    <div className={virtual ? classes.frame : classes.frameInPage} {...held.pointerProps}>
      <NewRowsPill count={held.newCount} onShow={held.release} />
      <div className={virtual ? classes.scroller : undefined} ref={setScroller}>
        <table
          className={classes.table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table with selectable rows (WAI-ARIA)
          role="grid"
          aria-label={label}
          aria-rowcount={rows === undefined || props.hasMore ? -1 : rows.length + HEADER_ROWS}
          aria-busy={rows === undefined}
        >
          <colgroup>
            {columns.map((column) => (
              <col key={column.id} className={columnClass(column)} style={{ width: column.width }} />
            ))}
          </colgroup>
          <DataTableHeader columns={columns} sorting={sorting} onSort={setSorting} />
          {rows === undefined ? (
            <SkeletonRows columns={columns} />
          ) : (
            <DataTableBody
              rows={modelRows}
              columns={columns}
              keys={keys}
              scroller={scroller}
              virtual={virtual}
              selected={props.selected}
              {...(props.startsGroup && { startsGroup: props.startsGroup })}
              {...(props.onEnd && { onEnd: props.onEnd })}
            />
          )}
        </table>
        {props.foot}
      </div>
    </div>
  );
}

/** One empty list for all renders: a new one each time would make the table begin anew. */
const NOTHING: readonly never[] = [];
const HEADER_ROWS = 1;

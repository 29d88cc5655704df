import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import classes from './data-table.module.css';
import { type Column, columnClass } from './data-table-columns.tsx';
import type { RowKeys } from './use-row-keys.ts';

interface BodyRow<Row> {
  readonly id: string;
  readonly original: Row;
}

interface DataTableBodyProps<Row> {
  readonly rows: readonly BodyRow<Row>[];
  readonly columns: readonly Column<Row>[];
  readonly keys: RowKeys<Row>;
  readonly scroller: HTMLDivElement | null;
  readonly virtual: boolean;
  readonly selected: (row: Row) => boolean;
  readonly startsGroup?: (row: Row) => boolean;
  readonly onEnd?: () => void;
}

const ESTIMATED_ROW_PX = 36;
const OVERSCAN = 12;

/** The rows; in a virtual table only those in sight, between two spacers. */
export function DataTableBody<Row>(props: DataTableBodyProps<Row>) {
  const { rows, virtual, onEnd } = props;
  const virtualizer = useVirtualizer({
    count: virtual ? rows.length : 0,
    getScrollElement: () => props.scroller,
    estimateSize: () => ESTIMATED_ROW_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: OVERSCAN,
  });
  const items = virtualizer.getVirtualItems();
  const lastIndex = virtual ? (items.at(-1)?.index ?? 0) : rows.length - 1;
  useEffect(() => {
    if (rows.length > 0 && lastIndex >= rows.length - 1) onEnd?.();
  }, [lastIndex, rows.length, onEnd]);

  const shown = virtual ? items.map((item) => item.index) : [...rows.keys()];
  // Somewhere the tab key must get in, even if the row it belongs to has been scrolled away.
  const tabStop = shown.includes(props.keys.tabbable) ? props.keys.tabbable : shown[0];
  const before = items[0]?.start ?? 0;
  const after = virtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  return (
    <tbody>
      {before > 0 ? <Spacer heightPx={before} /> : null}
      {shown.map((index) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <BodyRowView
            key={row.id}
            row={row}
            index={index}
            {...props}
            isTabStop={index === tabStop}
            measure={virtualizer.measureElement}
          />
        );
      })}
      {after > 0 ? <Spacer heightPx={after} /> : null}
    </tbody>
  );
}

interface BodyRowViewProps<Row> extends DataTableBodyProps<Row> {
  readonly row: BodyRow<Row>;
  readonly index: number;
  readonly isTabStop: boolean;
  readonly measure: (element: HTMLTableRowElement | null) => void;
}

function BodyRowView<Row>({
  row,
  index,
  columns,
  keys,
  selected,
  startsGroup,
  virtual,
  isTabStop,
  measure,
}: BodyRowViewProps<Row>) {
  return (
    <tr
      className={classes.row}
      data-index={index}
      // The header is the first row.
      aria-rowindex={index + 2}
      aria-selected={selected(row.original)}
      data-group={startsGroup?.(row.original) ?? true}
      {...(virtual && { ref: measure })}
      tabIndex={isTabStop ? 0 : -1}
      {...keys.rowProps(index)}
    >
      {columns.map((column) => (
        <td key={column.id} className={columnClass(column)}>
          {column.cell(row.original)}
        </td>
      ))}
    </tr>
  );
}

/** One cell wide: a wider one would bring back the columns that have given way. */
function Spacer({ heightPx }: { readonly heightPx: number }) {
  return (
    <tr aria-hidden>
      <td className={classes.spacer} style={{ height: heightPx }} />
    </tr>
  );
}

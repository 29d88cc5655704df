import type { ColumnDef, RowData } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';
import type { features } from './data-table.tsx';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** CSS width; one column goes without and takes the rest. */
  readonly width?: string;
  readonly align?: 'end';
  /** 1 is always shown, 2 gives way in a narrow list, 3 gives way first. */
  readonly tier?: 1 | 2 | 3;
  /** What the column is sorted by; without it the header is plain text. */
  readonly sortBy?: (row: Row) => string | number | null;
  readonly compare?: (a: string, b: string) => number;
}

type Def<Row extends RowData> = ColumnDef<typeof features, Row, unknown>;

/** Our columns in TanStack Table's terms. */
export function toColumnDefs<Row extends RowData>(columns: readonly Column<Row>[]): Def<Row>[] {
  return columns.map((column) => ({
    id: column.id,
    header: column.header,
    accessorFn: (row: Row) => column.sortBy?.(row) ?? null,
    enableSorting: column.sortBy !== undefined,
    sortFn: (a, b) => compareRows(column, a.original, b.original),
  }));
}

export function columnClass<Row>({ tier = 1, align }: Column<Row>): string {
  return [tier === 3 && classes.tier3, tier === 2 && classes.tier2, align === 'end' && classes.end]
    .filter(Boolean)
    .join(' ');
}

function compareRows<Row>({ sortBy, compare }: Column<Row>, a: Row, b: Row): number {
  const left = sortBy?.(a) ?? null;
  const right = sortBy?.(b) ?? null;
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return (compare ?? byText)(String(left), String(right));
}

function byText(a: string, b: string): number {
  return a.localeCompare(b, undefined, { numeric: true });
}

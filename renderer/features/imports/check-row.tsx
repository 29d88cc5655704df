import { memo } from 'react';
import type { ImportFieldKey } from '#api/import-fields.ts';
import type { ImportRow } from '#api/imports.ts';
import { useText } from '../../text/use-text.ts';
import { CellInput } from './cell-input.tsx';
import { CellText } from './cell-text.tsx';
import classes from './check-grid.module.css';
import type { Fixes } from './import-work.ts';
import { RowFindings } from './row-findings.tsx';
import type { GridActions } from './use-grid-actions.ts';
import { cellId, type GridWalk } from './use-grid-walk.ts';

interface CheckRowProps {
  readonly index: number;
  /** Undefined while it is being read. */
  readonly row: ImportRow | undefined;
  readonly fields: readonly ImportFieldKey[];
  /** Its cells that somebody has typed. */
  readonly typed: Fixes[string] | undefined;
  readonly actions: GridActions;
  /** Null unless one of its cells is the one the keys are about. */
  readonly activeColumn: number | null;
  readonly isEditing: boolean;
  readonly measure: (element: HTMLTableRowElement | null) => void;
  readonly onPoint: GridWalk['onPoint'];
  readonly onTyped: GridWalk['onTyped'];
}

/** One row of the file: its line, what becomes of it, and its cells. Drawn anew only when something about it changes. */
export const CheckRow = memo(function CheckRow(props: CheckRowProps) {
  const { t } = useText();
  const { index, row, fields, typed, activeColumn, isEditing, onPoint } = props;
  const cellProps = (column: number) => ({
    id: cellId({ index, column }),
    'aria-selected': column === activeColumn,
    onClick: () => onPoint({ index, column }),
  });
  return (
    <tr
      ref={props.measure}
      data-index={index}
      data-active={activeColumn !== null}
      data-verdict={row?.verdict}
      aria-rowindex={index + 2}
    >
      <th scope="row" className={classes.number}>
        {row === undefined ? <span className="visually-hidden">{t('words.loading')}</span> : row.number}
      </th>
      <td {...cellProps(0)}>
        {row === undefined ? (
          <span className={classes.coming} />
        ) : (
          <RowFindings row={row} actions={props.actions} />
        )}
      </td>
      {fields.map((field, at) => (
        <td
          key={field}
          data-weight={row === undefined ? undefined : weightOf(row, field)}
          {...cellProps(at + 1)}
        >
          {row === undefined ? null : isEditing && activeColumn === at + 1 ? (
            <CellInput
              label={t('imports.cellOf', { field: t(`imports.field.${field}`), line: row.number })}
              value={typed?.[field] ?? row.values[field] ?? ''}
              onEnd={(value) => props.onTyped(row, value === null ? null : { field, value })}
            />
          ) : (
            <CellText row={row} field={field} typed={typed?.[field]} />
          )}
        </td>
      ))}
    </tr>
  );
});

/** The worst of what is said about a cell. */
function weightOf({ problems }: ImportRow, field: ImportFieldKey): 'stop' | 'doubt' | undefined {
  const weights = problems.filter((problem) => problem.field === field).map(({ weight }) => weight);
  return weights.includes('stop') ? 'stop' : weights.includes('doubt') ? 'doubt' : undefined;
}

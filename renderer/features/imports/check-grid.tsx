import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ImportFieldKey } from '#api/import-fields.ts';
import type { ImportRow } from '#api/imports.ts';
import { useText } from '../../text/use-text.ts';
import classes from './check-grid.module.css';
import { CheckRow } from './check-row.tsx';
import { type GridPlace, movedBy } from './grid-move.ts';
import type { Fixes } from './import-work.ts';
import type { DryRun, Sight } from './use-dry-run.ts';
import type { GridActions } from './use-grid-actions.ts';

interface CheckGridProps {
  readonly fields: readonly ImportFieldKey[];
  readonly dryRun: DryRun;
  readonly fixes: Fixes;
  readonly actions: GridActions;
  /** Tells which rows are in sight, so that they are read. */
  readonly onSight: (sight: Sight) => void;
}

const ESTIMATED_ROW_PX = 38;
const OVERSCAN = 8;
const GRID_ID = 'import-grid';
/** Fields with long words in them. */
const WIDE: ReadonlySet<ImportFieldKey> = new Set(['email', 'note', 'groups', 'location', 'tenant']);

/**
 * The rows of a file, walked cell by cell as in a spreadsheet. The focus stays on the grid and the cell is named by
 * `aria-activedescendant`, so that it survives rows that come and go.
 */
export function CheckGrid({ fields, dryRun, fixes, actions, onSight }: CheckGridProps) {
  const { t } = useText();
  const grid = useRef<HTMLTableElement>(null);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [wished, setPlace] = useState<GridPlace>({ index: 0, column: 0 });
  const [editing, setEditing] = useState(false);
  const last: GridPlace = { index: Math.max(0, dryRun.total - 1), column: fields.length };
  const place: GridPlace = { index: Math.min(wished.index, last.index), column: wished.column };
  const virtualizer = useVirtualizer({
    count: dryRun.total,
    getScrollElement: () => scroller,
    estimateSize: () => ESTIMATED_ROW_PX,
    overscan: OVERSCAN,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const final = items.at(-1)?.index ?? 0;
  useEffect(() => onSight({ first, last: final }), [first, final, onSight]);

  const goTo = (next: GridPlace) => {
    setEditing(false);
    setPlace(next);
    virtualizer.scrollToIndex(next.index, { align: 'auto' });
  };
  useEffect(() => {
    document.getElementById(cellId(place))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  const edit = (row: ImportRow) => {
    const column = place.column > 0 ? place.column : 1 + firstTroubled(row, fields);
    if (fields[column - 1] === undefined) return;
    setPlace({ index: place.index, column });
    setEditing(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What is typed in a cell is none of the grid's business.
    if (event.target !== event.currentTarget) return;
    const next = movedBy(event, place, last);
    const row = dryRun.rowAt(place.index);
    const done = next === null ? row !== undefined && act(event, row) : goTo(next) === undefined;
    if (done) event.preventDefault();
  };
  const act = (event: KeyboardEvent, row: ImportRow): boolean => {
    const field = troubledField(row, fields[place.column - 1]);
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Enter' || event.key === 'F2') edit(row);
    else if (event.key === ' ') (event.shiftKey ? actions.keep : actions.take)(row, field);
    else if (event.key === 'Delete' || event.key === 'Backspace') actions.skip(row);
    else return false;
    return true;
  };
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const isDrawn = items.some(({ index }) => index === place.index);
  return (
    <div className={classes.frame}>
      <div className={classes.scroller} ref={setScroller}>
        <table
          ref={grid}
          className={classes.grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are walked (WAI-ARIA)
          role="grid"
          tabIndex={0}
          aria-label={t('imports.grid')}
          aria-describedby={`${GRID_ID}-keys`}
          aria-rowcount={dryRun.total + 1}
          aria-busy={dryRun.counts === undefined}
          {...(isDrawn && { 'aria-activedescendant': cellId(place) })}
          onKeyDown={onKeyDown}
        >
          <colgroup>
            <col className={classes.numbers} />
            <col className={classes.outcomes} />
            {fields.map((field) => (
              <col key={field} className={WIDE.has(field) ? classes.wideCells : classes.cells} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{t('imports.line')}</th>
              <th scope="col">{t('imports.outcome')}</th>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {t(`imports.field.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 ? <Spacer heightPx={before} /> : null}
            {items.map(({ index }) => (
              <CheckRow
                key={index}
                index={index}
                row={dryRun.rowAt(index)}
                fields={fields}
                fixes={fixes}
                actions={actions}
                activeColumn={index === place.index ? place.column : null}
                isEditing={editing && index === place.index}
                measure={virtualizer.measureElement}
                idOf={cellId}
                onPoint={(column, isAgain) => {
                  goTo({ index, column });
                  if (isAgain && column > 0) setEditing(true);
                  else grid.current?.focus({ preventScroll: true });
                }}
                onTyped={(row, cell) => {
                  setEditing(false);
                  grid.current?.focus({ preventScroll: true });
                  if (cell !== null) actions.type(row, cell);
                }}
              />
            ))}
            {after > 0 ? <Spacer heightPx={after} /> : null}
          </tbody>
        </table>
      </div>
      <p className={classes.keys} id={`${GRID_ID}-keys`}>
        {t('imports.keys')}
      </p>
    </div>
  );
}

function cellId({ index, column }: GridPlace): string {
  return `${GRID_ID}-${index}-${column}`;
}

/** Where Enter leads from the words about a row: to the first cell that they are about. */
function firstTroubled(row: ImportRow, fields: readonly ImportFieldKey[]): number {
  const troubled = new Set(row.problems.map((problem) => problem.field));
  return Math.max(
    0,
    fields.findIndex((field) => troubled.has(field)),
  );
}

/** From a cell that nothing is wrong with, the keys are about the row. */
function troubledField(row: ImportRow, field: ImportFieldKey | undefined): string | null {
  return field !== undefined && row.problems.some((problem) => problem.field === field) ? field : null;
}

function Spacer({ heightPx }: { readonly heightPx: number }) {
  return (
    <tr aria-hidden>
      <td className={classes.spacer} style={{ height: heightPx }} />
    </tr>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { ImportFieldKey } from '#api/import-fields.ts';
import { useText } from '../../text/use-text.ts';
import classes from './check-grid.module.css';
import { CheckRow } from './check-row.tsx';
import type { Fixes } from './import-work.ts';
import type { DryRun, Sight } from './use-dry-run.ts';
import type { GridActions } from './use-grid-actions.ts';
import { cellId, KEYS_ID, useGridWalk } from './use-grid-walk.ts';

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
  const { place, isEditing, onKeyDown, onPoint, onTyped } = useGridWalk({
    grid,
    fields,
    dryRun,
    actions,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  });
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
          aria-describedby={KEYS_ID}
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
            {items.map(({ index }) => {
              const row = dryRun.rowAt(index);
              return (
                <CheckRow
                  key={row?.number ?? `coming ${index}`}
                  index={index}
                  row={row}
                  fields={fields}
                  typed={row === undefined ? undefined : fixes[row.number]}
                  actions={actions}
                  activeColumn={index === place.index ? place.column : null}
                  isEditing={isEditing && index === place.index}
                  measure={virtualizer.measureElement}
                  onPoint={onPoint}
                  onTyped={onTyped}
                />
              );
            })}
            {after > 0 ? <Spacer heightPx={after} /> : null}
          </tbody>
        </table>
      </div>
      <p className={classes.keys} id={KEYS_ID}>
        {t('imports.keys')}
      </p>
    </div>
  );
}

function Spacer({ heightPx }: { readonly heightPx: number }) {
  return (
    <tr aria-hidden>
      <td className={classes.spacer} style={{ height: heightPx }} />
    </tr>
  );
}

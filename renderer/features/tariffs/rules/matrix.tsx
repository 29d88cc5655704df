import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type { MatrixCell, TariffMatrix } from '#api/tariff-rules.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { useWidth } from '../../../ui/use-width.ts';
import type { TariffsPlace } from '../use-tariffs-place.ts';
import classes from './matrix.module.css';
import { cellPrice, payerKey } from './matrix-words.ts';
import { PersonalRulesNote } from './personal-rules-note.tsx';

const NARROW_PX = 560;

/** Who pays what where now: stations down, user groups across; each cell says why. On a phone one group at a time. */
export function Matrix({ place }: { readonly place: TariffsPlace }) {
  const { t } = useText();
  const { ref, widthPx } = useWidth();
  const [chosen, setChosen] = useState<string | null>(null);
  const matrix = useQuery(apiQuery('getTariffMatrix', {}));
  const { data, error } = matrix;
  const isNarrow = widthPx > 0 && widthPx < NARROW_PX;
  const rows = data?.rows ?? [];
  const only = rows.find(({ group }) => payerKey(group) === chosen) ?? rows[0];
  const shown = isNarrow && only !== undefined ? [only] : rows;
  return (
    <div ref={ref} className={classes.frame}>
      {error !== null && data === undefined ? (
        <ProblemNote error={error} onRetry={() => void matrix.refetch()} />
      ) : null}
      {data === undefined && error === null ? (
        <p className={classes.quiet} aria-busy="true">
          {t('words.loading')}
        </p>
      ) : null}
      {data?.stations.length === 0 ? <p className={classes.quiet}>{t('payers.noStations')}</p> : null}
      {isNarrow && rows.length > 1 ? (
        <Select
          label={t('payers.group')}
          allowDeselect={false}
          data={rows.map(({ group }) => ({
            value: payerKey(group),
            label: group?.name ?? t('payers.noGroup'),
          }))}
          value={only === undefined ? null : payerKey(only.group)}
          onChange={setChosen}
        />
      ) : null}
      {data === undefined || data.stations.length === 0 ? null : (
        <Table stations={data.stations} rows={shown} place={place} />
      )}
      <PersonalRulesNote />
    </div>
  );
}

interface TableProps extends Pick<TariffMatrix, 'stations' | 'rows'> {
  readonly place: TariffsPlace;
}

function Table({ stations, rows, place }: TableProps) {
  const { t } = useText();
  const [at, setAt] = useState({ row: 0, column: 0 });
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = {
      row: Math.max(0, Math.min(stations.length - 1, at.row + step.row)),
      column: Math.max(0, Math.min(rows.length - 1, at.column + step.column)),
    };
    setAt(next);
    event.currentTarget
      .querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)
      ?.focus();
  };
  return (
    <div className={classes.scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table with cells to walk through (WAI-ARIA) */}
      <table className={classes.table} role="grid" aria-label={t('payers.matrix')} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">{t('words.station')}</th>
            {rows.map(({ group }) => (
              <th key={payerKey(group)} scope="col">
                {group?.name ?? t('payers.noGroup')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stations.map((station, row) => (
            <tr key={station.id}>
              <th scope="row">
                {station.name}
                <span className={classes.quiet}>{station.powerClass}</span>
              </th>
              {rows.map(({ group, cells }, column) => {
                const cell = cells.find(({ stationId }) => stationId === station.id);
                return (
                  <td key={payerKey(group)}>
                    {cell === undefined ? null : (
                      <CellButton
                        cell={cell}
                        row={row}
                        column={column}
                        isTabbable={at.row === row && at.column === column}
                        isOpen={place.search.payer === payerKey(group) && place.search.station === station.id}
                        onOpen={() => {
                          setAt({ row, column });
                          place.show({ payer: payerKey(group), station: station.id });
                        }}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const STEPS: Readonly<Record<string, { readonly row: number; readonly column: number }>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

interface CellButtonProps {
  readonly cell: MatrixCell;
  readonly row: number;
  readonly column: number;
  readonly isTabbable: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function CellButton({ cell, row, column, isTabbable, isOpen, onOpen }: CellButtonProps) {
  const { t } = useText();
  const format = useFormat();
  return (
    <button
      type="button"
      className={classes.cell}
      tabIndex={isTabbable ? 0 : -1}
      aria-pressed={isOpen}
      data-row={row}
      data-column={column}
      data-empty={cell.tariffName === null || cell.version === null || cell.clockForbidden}
      onClick={onOpen}
    >
      <span>{cell.tariffName ?? t('payers.noTariff')}</span>
      <strong>{cellPrice(cell, { t, format })}</strong>
    </button>
  );
}

import { type ReactNode, useMemo } from 'react';
import type { Station } from '#api/stations.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import { connectorSentence, offlineSentence, ownSentence } from '../../ui/connector-sentence.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-columns.tsx';
import { Kwh, Power, When } from '../../ui/figures.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { markOf, rowsOf, type StationRow } from './station-rows.ts';
import classes from './station-table.module.css';

interface StationTableProps {
  readonly stations: readonly Station[] | undefined;
  readonly selectedId: string | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly onSelect: (station: Station) => void;
  readonly onOpen: (station: Station) => void;
  readonly empty: ReactNode;
}

/** Stations in the order in which people count them, a line for each connector. */
export function StationTable({ stations, selectedId, onSelect, onOpen, ...rest }: StationTableProps) {
  const { t } = useText();
  const format = useFormat();
  const columns = useColumns();
  const rows = useMemo(
    () => stations && rowsOf(stations.toSorted((a, b) => format.compare(a.name, b.name))),
    [stations, format],
  );
  return (
    <DataTable<StationRow>
      label={t('stations.title')}
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      selected={(row) => row.station.id === selectedId}
      startsGroup={(row) => row.first}
      onSelect={(row) => onSelect(row.station)}
      onOpen={(row) => onOpen(row.station)}
      {...rest}
    />
  );
}

function keyOf(row: StationRow): string {
  return row.key;
}

function useColumns(): readonly Column<StationRow>[] {
  const { t } = useText();
  return useMemo(
    () => [
      {
        id: 'station',
        header: t('stations.column.station'),
        width: '34%',
        cell: (row) => (row.first ? <StationName station={row.station} /> : null),
      },
      { id: 'state', header: t('stations.column.state'), cell: (row) => <StateCell row={row} /> },
      {
        id: 'power',
        header: t('stations.column.power'),
        width: '96px',
        align: 'end',
        tier: 2,
        cell: ({ connector }) => <Power w={connector?.session?.powerW ?? null} />,
      },
      {
        id: 'today',
        header: t('stations.column.today'),
        width: '110px',
        align: 'end',
        tier: 3,
        cell: (row) => (row.first ? <Kwh wh={row.station.todayWh} /> : null),
      },
      {
        id: 'seen',
        header: t('stations.column.lastSeen'),
        width: '140px',
        align: 'end',
        tier: 3,
        cell: (row) => (row.first ? <When at={row.station.lastSeenAt} /> : null),
      },
    ],
    [t],
  );
}

function StationName({ station }: { readonly station: Station }) {
  const model = [station.vendor, station.model].filter(Boolean).join(' ');
  const under = [station.id === station.name ? null : station.id, model].filter(Boolean).join(' · ');
  return (
    <div className={classes.name}>
      <strong>{station.name}</strong>
      <span className={classes.under}>{under}</span>
    </div>
  );
}

function StateCell({ row }: { readonly row: StationRow }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const context = { t, format, now };
  const { station, connector } = row;
  const mark = markOf(row);
  const who = connector?.session?.holder ?? connector?.acceptedCard?.holder;
  return (
    <div className={classes.state} data-mark={mark}>
      <StatusMark mark={mark} silent />
      {connector !== null && station.connectors.length > 1 ? (
        <span
          className={classes.number}
          title={t('words.connectorNumber', { number: connector.connectorId })}
        >
          {connector.connectorId}
        </span>
      ) : null}
      <span className={classes.sentence}>
        {connector === null
          ? stationSentence(station, context)
          : connectorSentence(station, connector, context)}
        {who ? <span className={classes.who}> · {who}</span> : null}
      </span>
    </div>
  );
}

function stationSentence(station: Station, context: Parameters<typeof ownSentence>[1]): string {
  if (!station.online) return offlineSentence(station, context);
  if (station.registration !== 'accepted')
    return context.t(`stationDetails.registrationWord.${station.registration}`);
  return station.own === null ? context.t('states.sentence.unknown') : ownSentence(station.own, context);
}

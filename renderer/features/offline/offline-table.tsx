import { Link } from '@tanstack/react-router';
import type { OfflineStation } from '#api/offline-board.ts';
import { useText } from '../../text/use-text.ts';
import { When } from '../../ui/figures.tsx';
import classes from './offline-page.module.css';
import { RepairCell } from './repair-cell.tsx';

interface OfflineTableProps {
  readonly stations: readonly OfflineStation[];
  /** Whether a card was asked about. */
  readonly withCard: boolean;
}

const COLUMNS = ['station', 'cards', 'unknownCards', 'freeForAll', 'list', 'leftOut', 'tested'] as const;

/** One row for each station; on a phone one card each. */
export function OfflineTable({ stations, withCard }: OfflineTableProps) {
  const { t } = useText();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(`offline.column.${name}`)}
            </th>
          ))}
          {withCard ? <th scope="col">{t('offline.column.asked')}</th> : null}
          <th scope="col">{t('offline.column.repair')}</th>
        </tr>
      </thead>
      <tbody>
        {stations.map((station) => (
          <OfflineRow key={station.stationId} station={station} withCard={withCard} />
        ))}
      </tbody>
    </table>
  );
}

function OfflineRow({ station, withCard }: { readonly station: OfflineStation; readonly withCard: boolean }) {
  const { t } = useText();
  return (
    <tr>
      <th scope="row" data-label={t('offline.column.station')}>
        <Link
          to="/stations/{-$stationId}"
          params={{ stationId: station.stationId }}
          search={{ tab: 'cards' }}
        >
          {station.stationName}
        </Link>
      </th>
      <td data-label={t('offline.column.cards')} data-tone={station.cards}>
        {t(`offline.cards.${station.cards}`)}
      </td>
      <td data-label={t('offline.column.unknownCards')} data-tone={station.unknownCards}>
        {t(`offline.known.${station.unknownCards}`)}
      </td>
      <td data-label={t('offline.column.freeForAll')} data-tone={station.freeForAll}>
        {t(`offline.known.${station.freeForAll}`)}
      </td>
      <td data-label={t('offline.column.list')}>
        <ListCell station={station} />
      </td>
      <td data-label={t('offline.column.leftOut')}>
        <LeftOut station={station} />
      </td>
      <td data-label={t('offline.column.tested')}>
        {station.testedAt === null ? (
          <span className={classes.quiet}>{t('offline.never')}</span>
        ) : (
          <When at={station.testedAt} full />
        )}
      </td>
      {withCard ? (
        <td data-label={t('offline.column.asked')} data-tone={station.takesCard ?? 'unknown'}>
          {t(`offline.known.${station.takesCard ?? 'unknown'}`)}
        </td>
      ) : null}
      <td data-label={t('offline.column.repair')}>
        <RepairCell station={station} />
      </td>
    </tr>
  );
}

function ListCell({ station: { list, listState } }: { readonly station: OfflineStation }) {
  const { t } = useText();
  if (list === null)
    return (
      <span className={classes.quiet}>
        {t(listState === 'unknown' ? 'offline.known.unknown' : 'offline.noList')}
      </span>
    );
  const { version, entries: used, capacity } = list;
  return (
    <>
      {capacity === null
        ? t('offline.listOfAny', { version, used })
        : t('offline.listOf', { version, used, capacity })}
      {list.current ? null : <span className={classes.old}> · {t('offline.listOld')}</span>}
    </>
  );
}

const NAMED = 3;

function LeftOut({ station: { leftOut } }: { readonly station: OfflineStation }) {
  const { t } = useText();
  if (leftOut.length === 0) return <span className={classes.quiet}>{t('words.none')}</span>;
  const names = leftOut.slice(0, NAMED).map(({ holder, uid }) => (holder ? holder : uid));
  const more = leftOut.length > NAMED ? ' …' : '';
  return <>{t('offline.left', { count: leftOut.length, names: names.join(', ') + more })}</>;
}

import { Button } from '@mantine/core';
import type { OfflineStation } from '#api/offline-board.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import classes from './offline-page.module.css';

/** One click for all that can be put right from here, and what that is; asks where nobody knows yet. */
export function RepairCell({ station }: { readonly station: OfflineStation }) {
  const { t } = useText();
  const tell = useTell();
  const repair = useCall('repairOffline');
  if (station.repairs.length === 0)
    return isKnown(station) ? (
      <span className={classes.fine}>{t('offline.fine')}</span>
    ) : (
      <AskCell station={station} />
    );
  return (
    <div className={classes.repair}>
      <ul>
        {station.repairs.map(({ kind, key, value }) => (
          <li key={`${kind} ${key}`}>{t(`offline.step.${kind}`, { key: key ?? '', value: value ?? '' })}</li>
        ))}
      </ul>
      {station.online ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={repair.isPending}
          aria-label={`${t('offline.repair')}: ${station.stationName}`}
          onClick={() =>
            repair.mutate(
              { params: { stationId: station.stationId } },
              { onSuccess: () => tell.done(t('offline.repairing')), onError: tell.failed },
            )
          }
        >
          {t('offline.repair')}
        </Button>
      ) : (
        <span className={classes.quiet}>{t('offline.away')}</span>
      )}
    </div>
  );
}

/** Asks the station for its settings and the version of its list: it cannot be said to be fine before it has spoken. */
function AskCell({ station }: { readonly station: OfflineStation }) {
  const { t } = useText();
  const tell = useTell();
  const settings = useCall('readConfiguration');
  const list = useCall('readLocalListVersion');
  const params = { stationId: station.stationId };
  const ask = () => {
    settings.mutate(
      { params, body: {} },
      { onSuccess: () => tell.done(t('offline.asking')), onError: tell.failed },
    );
    if (station.listState === 'unknown') list.mutate({ params, body: {} }, { onError: tell.failed });
  };
  return (
    <div className={classes.repair}>
      <span className={classes.quiet}>{t('offline.notKnown')}</span>
      {station.online ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={settings.isPending || list.isPending}
          aria-label={`${t('offline.ask')}: ${station.stationName}`}
          onClick={ask}
        >
          {t('offline.ask')}
        </Button>
      ) : (
        <span className={classes.quiet}>{t('offline.away')}</span>
      )}
    </div>
  );
}

function isKnown({ cards, unknownCards, freeForAll, listState }: OfflineStation): boolean {
  return ![cards, unknownCards, freeForAll, listState].includes('unknown');
}

import { Button } from '@mantine/core';
import type { OfflineStation } from '#api/offline-board.ts';
import { useCall } from '../../lib/api-query.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import classes from './offline-page.module.css';

/** One click for all that can be put right from here, and what that is. */
export function RepairCell({ station }: { readonly station: OfflineStation }) {
  const { t } = useText();
  const tell = useTell();
  const repair = useCall('repairOffline');
  if (station.repairs.length === 0) return <span className={classes.fine}>{t('offline.fine')}</span>;
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

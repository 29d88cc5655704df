import { Button } from '@mantine/core';
import type { Station } from '#api/stations.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/section.tsx';
import classes from './deviation-list.module.css';
import { deviationWords } from './deviation-words.ts';

/** Where the station departs from the standard, how often. */
export function DeviationList({ station }: { readonly station: Station }) {
  const { t } = useText();
  const tell = useTell();
  const clear = useCall('clearDeviations');
  const { deviations } = station;
  const onClear = () =>
    clear.mutate(
      { params: { stationId: station.id } },
      { onSuccess: () => tell.done(t('behaviour.cleared')), onError: tell.failed },
    );
  return (
    <Section
      title={t('stationDetails.deviations')}
      aside={
        deviations.length === 0 ? null : (
          <Button size="compact-sm" variant="subtle" loading={clear.isPending} onClick={onClear}>
            {t('behaviour.clear')}
          </Button>
        )
      }
    >
      <p className={classes.text}>
        {t(deviations.length === 0 ? 'stationDetails.deviationsNone' : 'stationDetails.deviationsText')}
      </p>
      <ul className={classes.list}>
        {deviations.map(({ kind, count }) => (
          <li key={kind}>
            <span>{deviationWords(kind, t)}</span>
            <span className={classes.count}>{t('stationDetails.times', { count })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import type { Station } from '#api/stations.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/section.tsx';
import classes from './deviation-list.module.css';
import { deviationWords } from './deviation-words.ts';

/** Where the station departs from the standard, how often. */
export function DeviationList({ deviations }: Pick<Station, 'deviations'>) {
  const { t } = useText();
  return (
    <Section title={t('stationDetails.deviations')}>
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

import { useQuery } from '@tanstack/react-query';
import type { ConnectorKeys } from '#api/meter-keys.ts';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useMay } from '../../../lib/use-may.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { ConnectorKeysItem } from './connector-keys-item.tsx';
import classes from './eichrecht.module.css';
import { FlagSwitches } from './flag-switches.tsx';

/** What the law on measuring asks of the station, and by which keys its meters sign. */
export function EichrechtSection({ station }: { readonly station: Station }) {
  const { t } = useText();
  const mayChange = useMay()('stations.manage');
  const params = { stationId: station.id };
  const keys = useQuery(apiQuery('listMeterKeys', { params }));
  return (
    <Section title={t('eichrecht.title')}>
      <p className={classes.text}>{t('eichrecht.text')}</p>
      <FlagSwitches station={station} mayChange={mayChange} />
      {keys.error !== null && keys.data === undefined ? (
        <ProblemNote error={keys.error} onRetry={() => void keys.refetch()} />
      ) : null}
      {keys.data === undefined ? null : (
        <KeyList station={station} keys={keys.data.items} mayChange={mayChange} />
      )}
    </Section>
  );
}

interface KeyListProps {
  readonly station: Station;
  readonly keys: readonly ConnectorKeys[];
  readonly mayChange: boolean;
}

/** Of no interest where energy is not sold by signatures and no meter has a key. */
function KeyList({ station, keys, mayChange }: KeyListProps) {
  const { t } = useText();
  const isAnyKnown = keys.some(({ history, shown }) => history.length > 0 || shown !== null);
  if (!station.metering.eichrecht && !isAnyKnown) return null;
  return (
    <>
      <h3 className={classes.under}>{t('eichrecht.keys')}</h3>
      {keys.length === 0 ? <p className={classes.text}>{t('eichrecht.noConnectors')}</p> : null}
      <ul className={classes.connectors}>
        {keys.map((item) => (
          <li key={item.connectorId}>
            <ConnectorKeysItem station={station} keys={item} mayChange={mayChange} />
          </li>
        ))}
      </ul>
    </>
  );
}

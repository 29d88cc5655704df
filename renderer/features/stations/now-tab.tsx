import { useQuery } from '@tanstack/react-query';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import { CommandLife } from '../../ui/command-life.tsx';
import { Section } from '../../ui/section.tsx';
import { ConnectorCard } from './connector-card.tsx';
import { KeyAlarmNotice } from './eichrecht/key-alarm-notice.tsx';
import classes from './now-tab.module.css';
import { StationActions } from './station-actions.tsx';
import { StationNotice } from './station-notice.tsx';
import { WhySection } from './why-section.tsx';

const SHOWN_COMMANDS = 5;

/** What the station does now and what can be asked of it. */
export function NowTab({ station }: { readonly station: Station }) {
  const { t } = useText();
  const commands = useQuery(
    apiQuery('listCommands', { query: { stationId: station.id, limit: SHOWN_COMMANDS } }),
  );
  const items = commands.data?.items ?? [];
  return (
    <div className={classes.now}>
      <StationNotice station={station} />
      <KeyAlarmNotice station={station} />
      <WhySection station={station} />
      {station.connectors.length === 0 ? (
        <p className={classes.quiet}>{t('stations.noConnectors')}</p>
      ) : (
        <ul className={classes.connectors}>
          {station.connectors.map((connector) => (
            <ConnectorCard key={connector.connectorId} station={station} connector={connector} />
          ))}
        </ul>
      )}
      <StationActions station={station} />
      <Section title={t('commands.title')}>
        {items.length === 0 ? (
          <p className={classes.quiet}>{t('commands.empty')}</p>
        ) : (
          <ul>
            {items.map((command) => (
              <CommandLife key={command.id} command={command} />
            ))}
          </ul>
        )}
      </Section>
      <p className={classes.keys}>{t('stations.keys')}</p>
    </div>
  );
}

import { Button, SegmentedControl } from '@mantine/core';
import { IconStethoscope } from '@tabler/icons-react';
import { useState } from 'react';
import type { Station } from '#api/stations.ts';
import { useText } from '../../text/use-text.ts';
import { WhyPanel } from '../../ui/why-panel.tsx';
import classes from './why-section.module.css';

/** Asked when somebody is on the telephone; open at once where the station itself shows that something is wrong. */
export function WhySection({ station }: { readonly station: Station }) {
  const { t } = useText();
  const [asked, setAsked] = useState(() => needsHelp(station));
  const [connectorId, setConnectorId] = useState<number | null>(null);
  if (!asked) {
    return (
      <div>
        <Button
          variant="default"
          leftSection={<IconStethoscope size={16} aria-hidden />}
          onClick={() => setAsked(true)}
        >
          {t('why.title')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.why}>
      <div className={classes.head}>
        <h2>{t('why.title')}</h2>
        {station.connectors.length < 2 ? null : (
          <SegmentedControl
            size="xs"
            aria-label={t('why.connector')}
            value={String(connectorId ?? '')}
            onChange={(value) => setConnectorId(value === '' ? null : Number(value))}
            data={[
              { value: '', label: t('why.whole') },
              ...station.connectors.map((connector) => ({
                value: String(connector.connectorId),
                label: String(connector.connectorId),
              })),
            ]}
          />
        )}
      </div>
      <WhyPanel station={station} connectorId={connectorId} />
    </div>
  );
}

function needsHelp({ online, own, connectors }: Station): boolean {
  return (
    !online || own !== null || connectors.some(({ mark }) => mark === 'fault' || mark === 'self-unavailable')
  );
}

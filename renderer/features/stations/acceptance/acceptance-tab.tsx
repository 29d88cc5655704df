import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './acceptance-tab.module.css';
import { OpenRun } from './open-run.tsx';
import { RunList } from './run-list.tsx';

/** What is tried before the station goes into service, and what was signed earlier. */
export function AcceptanceTab({ station }: { readonly station: Station }) {
  const { t } = useText();
  const runs = useQuery(apiQuery('listAcceptance', { params: { stationId: station.id } }));
  const items = runs.data?.items;
  const open = items?.find(({ state }) => state === 'open');
  const ended = items?.filter(({ state }) => state !== 'open') ?? [];
  return (
    <div className={classes.tab}>
      {runs.error && items === undefined ? (
        <ProblemNote error={runs.error} onRetry={() => void runs.refetch()} />
      ) : null}
      {items === undefined ? null : open === undefined ? (
        <NewRun station={station} />
      ) : (
        <OpenRun run={open} />
      )}
      {items === undefined ? null : (
        <Section title={t('acceptance.earlier')}>
          {ended.length === 0 ? (
            <p className={classes.quiet}>{t('acceptance.none')}</p>
          ) : (
            <RunList runs={ended} />
          )}
        </Section>
      )}
    </div>
  );
}

function NewRun({ station }: { readonly station: Station }) {
  const { t } = useText();
  const tell = useTell();
  const start = useCall('startAcceptance');
  const [chosen, setChosen] = useState<number | null>(null);
  const connectors = station.connectors.map(({ connectorId }) => connectorId);
  const connectorId = chosen ?? connectors[0] ?? 1;
  return (
    <Section title={t('acceptance.title')}>
      <p>{t('acceptance.intro')}</p>
      <div className={classes.begin}>
        {connectors.length < 2 ? null : (
          <SegmentedControl
            aria-label={t('acceptance.connector')}
            value={String(connectorId)}
            onChange={(value) => setChosen(Number(value))}
            data={connectors.map((number) => ({
              value: String(number),
              label: t('words.connectorNumber', { number }),
            }))}
          />
        )}
        <Button
          loading={start.isPending}
          onClick={() =>
            start.mutate(
              { params: { stationId: station.id }, body: { connectorId } },
              { onError: tell.failed },
            )
          }
        >
          {t('acceptance.begin')}
        </Button>
      </div>
    </Section>
  );
}

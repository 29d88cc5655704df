import { Button, NumberInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Station } from '#api/stations.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { ConnectorSelect } from './connector-select.tsx';
import classes from './service.module.css';
import { StepChart } from './step-chart.tsx';

/** What the station will allow over the next hours, by its own reckoning. */
export function CompositeSection({ station }: { readonly station: Station }) {
  const { t } = useText();
  const { mutate, data, error, isPending } = useCall('getCompositeSchedule');
  const [connectorId, setConnectorId] = useState(station.connectors[0]?.connectorId ?? 1);
  const [hours, setHours] = useState(24);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({ params: { stationId: station.id }, body: { connectorId, durationSeconds: hours * 3_600 } });
  };
  return (
    <Section title={t('services.limits.composite')}>
      <p className={classes.quiet}>{t('services.limits.compositeText')}</p>
      <form className={classes.form} onSubmit={submit}>
        <div className={classes.pair}>
          <ConnectorSelect station={station} value={connectorId} onChange={setConnectorId} whole />
          <NumberInput
            label={t('services.limits.hours')}
            min={1}
            max={168}
            allowDecimal={false}
            value={hours}
            onChange={(value) => setHours(Math.max(1, Number(value)))}
          />
        </div>
        <div className={classes.buttons}>
          <Button type="submit" variant="default" loading={isPending} disabled={!station.online}>
            {t('services.limits.ask')}
          </Button>
        </div>
      </form>
      {error === null ? null : <ProblemNote error={error} />}
      {data === undefined ? null : data.answer !== 'Accepted' ? (
        <p className={classes.quiet}>{t('services.limits.answer', { answer: data.answer })}</p>
      ) : data.periods.length === 0 || data.unit === null ? (
        <p className={classes.quiet}>{t('services.limits.nothing')}</p>
      ) : (
        <StepChart schedule={data} unit={data.unit} hours={hours} />
      )}
    </Section>
  );
}

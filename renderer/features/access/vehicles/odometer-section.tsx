import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { VehicleDetail } from '#api/vehicles.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { FactsList } from '../../../ui/facts-list.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './odometer-section.module.css';

const SHOWN_AT_FIRST = 3;

/** What the odometer said and when, newest first, and the field for the next reading. */
export function OdometerSection({ vehicle }: { readonly vehicle: VehicleDetail }) {
  const { t } = useText();
  const format = useFormat();
  const read = useCall('readOdometer');
  const [km, setKm] = useState<number | string>('');
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? vehicle.odometer : vehicle.odometer.slice(0, SHOWN_AT_FIRST);
  return (
    <Section title={t('vehicles.odometer')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          read.mutate(
            { params: { vehicleId: vehicle.id }, body: { km: Math.round(Number(km)) } },
            { onSuccess: () => setKm('') },
          );
        }}
      >
        <NumberInput
          aria-label={t('vehicles.reading')}
          placeholder={t('vehicles.reading')}
          suffix=" km"
          min={0}
          max={9_999_999}
          allowDecimal={false}
          hideControls
          value={km}
          onChange={setKm}
        />
        <Button type="submit" variant="default" disabled={km === ''} loading={read.isPending}>
          {t('vehicles.writeDown')}
        </Button>
      </form>
      {read.error === null ? null : <ProblemNote error={read.error} />}
      {shown.length === 0 ? null : (
        <FactsList
          rows={shown.map(({ km: at, at: when, by }) => ({
            label: format.dateTime(when),
            value: `${t('vehicles.km', { km: format.number(at) })} · ${by}`,
          }))}
        />
      )}
      {vehicle.odometer.length > SHOWN_AT_FIRST && !showsAll ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
          {t('vehicles.allReadings', { count: vehicle.odometer.length })}
        </Button>
      ) : null}
    </Section>
  );
}

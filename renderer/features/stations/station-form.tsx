import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Station } from '#api/stations.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import classes from './station-form.module.css';

/** Name and highest power; the button appears when there is something to save. */
export function StationForm({ station }: { readonly station: Station }) {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changeStation');
  const [name, setName] = useState(station.name);
  const [maxPowerKw, setMaxPowerKw] = useState<number | string>(station.maxPowerW / 1000);
  const isChanged = name !== station.name || maxPowerKw !== station.maxPowerW / 1000;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          {
            params: { stationId: station.id },
            body: { name: name.trim(), maxPowerW: Math.round(Number(maxPowerKw) * 1000) },
          },
          { onSuccess: () => tell.done(t('stationDetails.saved')), onError: tell.failed },
        );
      }}
    >
      <TextInput
        label={t('stationDetails.rename')}
        required
        withAsterisk={false}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NumberInput
        label={t('stationDetails.maxPower')}
        description={t('stationDetails.maxPowerHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        suffix=" kW"
        required
        withAsterisk={false}
        min={0.1}
        max={2000}
        decimalScale={1}
        hideControls
        value={maxPowerKw}
        onChange={setMaxPowerKw}
      />
      {isChanged ? (
        <Button type="submit" className={classes.save ?? ''} loading={change.isPending}>
          {t('words.save')}
        </Button>
      ) : null}
    </form>
  );
}

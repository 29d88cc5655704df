import { NumberInput, Select, TextInput } from '@mantine/core';
import { useText } from '../../../text/use-text.ts';
import classes from '../access-form.module.css';
import type { VehicleFields } from './vehicle-fields.ts';

interface ChargingFieldsProps {
  readonly fields: VehicleFields;
  readonly set: (changed: Partial<VehicleFields>) => void;
  readonly vidExists: boolean;
}

/** What the car can do at a station, and how a station recognises it without a card. */
export function ChargingFields({ fields, set, vidExists }: ChargingFieldsProps) {
  const { t } = useText();
  return (
    <>
      <div className={classes.pair}>
        <NumberInput
          label={t('vehicles.battery')}
          suffix=" kWh"
          min={0.1}
          max={2000}
          decimalScale={1}
          hideControls
          value={fields.batteryKwh}
          onChange={(batteryKwh) => set({ batteryKwh })}
        />
        <NumberInput
          label={t('vehicles.acPower')}
          suffix=" kW"
          min={0.1}
          max={50}
          decimalScale={1}
          hideControls
          value={fields.acPowerKw}
          onChange={(acPowerKw) => set({ acPowerKw })}
        />
        <Select
          label={t('vehicles.phases')}
          data={['1', '2', '3']}
          placeholder={t('words.none')}
          clearable
          value={fields.phases === '' ? null : fields.phases}
          onChange={(phases) => set({ phases: phases ?? '' })}
        />
      </div>
      <TextInput
        label={t('vehicles.vid')}
        description={t('vehicles.vidHint')}
        classNames={{ input: classes.mono ?? '' }}
        maxLength={36}
        value={fields.vid}
        error={vidExists ? t('problems.vid-exists') : null}
        onChange={(event) => set({ vid: event.currentTarget.value })}
      />
    </>
  );
}

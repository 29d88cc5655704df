import { Button, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { VehicleDetail } from '#api/vehicles.ts';
import { ApiError } from '../../../lib/api-error.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useHomeTenant } from '../../../lib/use-home-tenant.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useTouched } from '../../../lib/use-touched.ts';
import { useText } from '../../../text/use-text.ts';
import { GroupField } from '../../../ui/group-field.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { TenantSelect } from '../../../ui/tenant-select.tsx';
import { vehicleName } from '../../../ui/thing-names.ts';
import classes from '../access-form.module.css';
import { ChargingFields } from './vehicle-charging-fields.tsx';
import { type VehicleFields, vehicleBody, vehicleFields } from './vehicle-fields.ts';

interface VehicleFormProps {
  /** Null for one that is being added. */
  readonly vehicle: VehicleDetail | null;
  readonly onSaved: (vehicle: VehicleDetail) => void;
}

/** Everything that is written down about a vehicle; a plate or a name it must have. */
export function VehicleForm({ vehicle, onSaved }: VehicleFormProps) {
  const { t } = useText();
  const tell = useTell();
  const home = useHomeTenant();
  const add = useCall('addVehicle');
  const change = useCall('changeVehicle');
  const { fields, touched, isTouched, set, clear } = useTouched<VehicleFields>({
    ...vehicleFields(vehicle),
    tenantId: vehicle?.tenantId ?? home,
  });
  const { error, isPending } = vehicle === null ? add : change;
  const vidExists = error instanceof ApiError && error.code === 'vid-exists';
  const isNameless = fields.plate.trim() === '' && fields.label.trim() === '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      ...vehicleBody(touched),
      ...(fields.tenantId !== null && { tenantId: fields.tenantId }),
    };
    const onSuccess = (saved: VehicleDetail) => {
      tell.done(t(vehicle === null ? 'access.added' : 'access.saved', { name: vehicleName(saved) }));
      clear();
      onSaved(saved);
    };
    if (vehicle === null) add.mutate({ body }, { onSuccess });
    else change.mutate({ params: { vehicleId: vehicle.id }, body }, { onSuccess });
  };
  const text = (key: 'plate' | 'label' | 'make' | 'model', maxLength: number, autoFocus = false) => (
    <TextInput
      label={t(`vehicles.${key}`)}
      maxLength={maxLength}
      autoFocus={autoFocus}
      value={fields[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.pair}>
        {text('plate', 20, vehicle === null)}
        {text('label', 100)}
        {text('make', 100)}
        {text('model', 100)}
      </div>
      {isNameless ? <p className={classes.hint}>{t('vehicles.nameless')}</p> : null}
      <GroupField
        label={t('access.tab.groups')}
        of="users"
        value={fields.groupIds}
        onChange={(groupIds) => set({ groupIds: [...groupIds] })}
      />
      <TenantSelect value={fields.tenantId} onChange={(tenantId) => set({ tenantId })} />
      <ChargingFields fields={fields} set={set} vidExists={vidExists} />
      <Textarea
        label={t('access.note')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={4000}
        value={fields.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      {error === null || vidExists ? null : <ProblemNote error={error} />}
      {vehicle === null || isTouched ? (
        <div className={classes.buttons}>
          <Button type="submit" disabled={isNameless} loading={isPending}>
            {t(vehicle === null ? 'words.add' : 'words.save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

import { Button, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { DriverDetail } from '#api/drivers.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useHomeTenant } from '../../../lib/use-home-tenant.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useTouched } from '../../../lib/use-touched.ts';
import { useText } from '../../../text/use-text.ts';
import { GroupField } from '../../../ui/group-field.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { TenantSelect } from '../../../ui/tenant-select.tsx';
import classes from '../access-form.module.css';
import { toBounds, toDays } from '../validity/validity.ts';
import { ValidityFields } from '../validity/validity-fields.tsx';

interface DriverFormProps {
  /** Null for one who is being added. */
  readonly driver: DriverDetail | null;
  readonly onSaved: (driver: DriverDetail) => void;
}

/** Everything that is written down about a driver. */
export function DriverForm({ driver, onSaved }: DriverFormProps) {
  const { t } = useText();
  const format = useFormat();
  const tell = useTell();
  const home = useHomeTenant();
  const add = useCall('addDriver');
  const change = useCall('changeDriver');
  const { fields, touched, isTouched, set, clear } = useTouched({
    name: driver?.name ?? '',
    email: driver?.email ?? '',
    phone: driver?.phone ?? '',
    costCentre: driver?.costCentre ?? '',
    contract: driver?.contract ?? '',
    groupIds: (driver?.groups ?? []).map(({ id }) => id),
    note: driver?.note ?? '',
    tenantId: driver?.tenantId ?? home,
    ...toDays({ from: driver?.validFrom ?? null, to: driver?.expiresAt ?? null }, format),
  });
  const { error, isPending } = driver === null ? add : change;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { firstDay, lastDay, name: _, tenantId: __, ...rest } = touched;
    const { from, to } = toBounds({ firstDay, lastDay }, format);
    const body = {
      ...rest,
      ...(fields.tenantId !== null && { tenantId: fields.tenantId }),
      ...(from !== undefined && { validFrom: from }),
      ...(to !== undefined && { expiresAt: to }),
    };
    const name = fields.name.trim();
    const onSuccess = (saved: DriverDetail) => {
      tell.done(t(driver === null ? 'access.added' : 'access.saved', { name: saved.name }));
      clear();
      onSaved(saved);
    };
    if (driver === null) add.mutate({ body: { ...body, name } }, { onSuccess });
    else change.mutate({ params: { driverId: driver.id }, body: { ...body, name } }, { onSuccess });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('drivers.name')}
        required
        withAsterisk={false}
        autoFocus={driver === null}
        maxLength={100}
        value={fields.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <GroupField
        label={t('access.tab.groups')}
        of="users"
        value={fields.groupIds}
        onChange={(groupIds) => set({ groupIds: [...groupIds] })}
      />
      <TenantSelect value={fields.tenantId} onChange={(tenantId) => set({ tenantId })} />
      <div className={classes.pair}>
        <TextInput
          label={t('drivers.email')}
          type="email"
          maxLength={200}
          value={fields.email}
          onChange={(event) => set({ email: event.currentTarget.value })}
        />
        <TextInput
          label={t('drivers.phone')}
          type="tel"
          maxLength={200}
          value={fields.phone}
          onChange={(event) => set({ phone: event.currentTarget.value })}
        />
        <TextInput
          label={t('drivers.costCentre')}
          maxLength={200}
          value={fields.costCentre}
          onChange={(event) => set({ costCentre: event.currentTarget.value })}
        />
        <TextInput
          label={t('drivers.contract')}
          maxLength={200}
          value={fields.contract}
          onChange={(event) => set({ contract: event.currentTarget.value })}
        />
      </div>
      <ValidityFields firstDay={fields.firstDay} lastDay={fields.lastDay} onChange={set} />
      <Textarea
        label={t('access.note')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={4000}
        value={fields.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      {error === null ? null : <ProblemNote error={error} />}
      {driver === null || isTouched ? (
        <div className={classes.buttons}>
          <Button type="submit" loading={isPending}>
            {t(driver === null ? 'words.add' : 'words.save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

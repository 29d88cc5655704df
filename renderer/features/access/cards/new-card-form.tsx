import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../../../lib/api-error.ts';
import { useHomeTenant } from '../../../lib/use-home-tenant.ts';
import { useText } from '../../../text/use-text.ts';
import { GroupField } from '../../../ui/group-field.tsx';
import { Pick, type Picked } from '../../../ui/pick.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { TenantSelect } from '../../../ui/tenant-select.tsx';
import classes from '../access-form.module.css';
import { DriverField, type TypedDriver } from '../drivers/driver-field.tsx';
import { useTakeIn } from './use-take-in.ts';

interface NewCardFormProps {
  readonly uid: string;
  readonly onAdded: (cardId: number) => void;
}

/** A new card, and whose it is: a driver who is known or made on the way, a vehicle, or nobody yet. */
export function NewCardForm({ uid, onAdded }: NewCardFormProps) {
  const { t } = useText();
  const { takeIn, error, isPending } = useTakeIn(onAdded);
  const [number, setNumber] = useState(uid);
  const [driver, setDriver] = useState<TypedDriver>({ kind: 'nobody', text: '' });
  const [vehicle, setVehicle] = useState<Picked | null>(null);
  const [groupIds, setGroupIds] = useState<readonly number[]>([]);
  const [label, setLabel] = useState('');
  const home = useHomeTenant();
  const [chosenTenant, setTenant] = useState<number | null>(null);
  const tenantId = chosenTenant ?? home;
  const code = error instanceof ApiError ? error.code : undefined;
  const isLikeAnother = code === 'card-like-another';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    takeIn({
      uid: number.trim(),
      driver,
      vehicle,
      groupIds,
      label: label.trim(),
      tenantId,
      anyway: isLikeAnother,
    });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('access.uid')}
        description={t('access.uidHint')}
        classNames={{ input: classes.mono ?? '' }}
        required
        withAsterisk={false}
        autoFocus={uid === ''}
        maxLength={64}
        value={number}
        error={code === 'card-exists' ? t('access.exists') : null}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <DriverField autoFocus={uid !== ''} value={driver} onChange={setDriver} />
      <GroupField label={t('access.tab.groups')} of="users" value={groupIds} onChange={setGroupIds} />
      <Pick kind="vehicle" label={t('access.vehicle')} value={vehicle} onChange={setVehicle} />
      <TextInput
        label={t('access.label')}
        description={t('access.labelHint')}
        maxLength={100}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <TenantSelect value={tenantId} onChange={setTenant} />
      {error === null || code === 'card-exists' ? null : <ProblemNote error={error} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={isPending}>
          {t(isLikeAnother ? 'access.anyway' : 'words.add')}
        </Button>
      </div>
    </form>
  );
}

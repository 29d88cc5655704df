import { Button, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { Person } from '#api/people.ts';
import { ApiError } from '../../lib/api-error.ts';
import { useCall } from '../../lib/use-call.ts';
import { useHomeTenant } from '../../lib/use-home-tenant.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useTouched } from '../../lib/use-touched.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TenantSelect } from '../../ui/tenant-select.tsx';
import { GrantFields } from './grant-fields.tsx';
import classes from './people-page.module.css';

interface PersonFormProps {
  /** Null for one who is being added. */
  readonly person: Person | null;
  /** Called with the start password of a new person. */
  readonly onAdded: (person: Person, startPassword: string | null) => void;
}

/** Who somebody is, and what they may do where. */
export function PersonForm({ person, onAdded }: PersonFormProps) {
  const { t } = useText();
  const tell = useTell();
  const home = useHomeTenant() ?? 1;
  const add = useCall('addPerson');
  const change = useCall('changePerson');
  const { fields, touched, isTouched, set, clear } = useTouched({
    name: person?.name ?? '',
    email: person?.email ?? '',
    tenantId: person?.tenantId ?? home,
    grants: person?.grants ?? [{ role: 'viewer', tenantId: home }],
  });
  const { error, isPending } = person === null ? add : change;
  const isTaken = error instanceof ApiError && error.code === 'person-exists';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = fields.name.trim();
    const grants = fields.grants.map(({ role, tenantId }) => ({ role, tenantId }));
    if (person === null) {
      add.mutate(
        { body: { ...fields, name, grants } },
        {
          onSuccess: (made) => {
            tell.done(t('people.added', { name }));
            onAdded(made.person, made.startPassword);
          },
        },
      );
      return;
    }
    change.mutate(
      {
        params: { personId: person.id },
        body: { ...touched, name, ...(touched.grants === undefined ? {} : { grants }) },
      },
      {
        onSuccess: () => {
          clear();
          tell.done(t('people.saved', { name }));
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('people.name')}
        description={t('people.nameHint')}
        required
        withAsterisk={false}
        autoFocus={person === null}
        maxLength={100}
        value={fields.name}
        error={isTaken ? t('problems.person-exists') : null}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('people.email')}
        type="email"
        maxLength={200}
        value={fields.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
      />
      <TenantSelect
        value={fields.tenantId}
        onChange={(tenantId) => {
          if (tenantId !== null) set({ tenantId });
        }}
      />
      <GrantFields
        value={fields.grants}
        homeId={fields.tenantId}
        onChange={(grants) => set({ grants: [...grants] })}
      />
      {error === null || isTaken ? null : <ProblemNote error={error} />}
      {person === null || isTouched ? (
        <div className={classes.buttons}>
          <Button type="submit" loading={isPending}>
            {t(person === null ? 'words.add' : 'words.save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

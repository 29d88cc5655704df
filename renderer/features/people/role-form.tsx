import { Button, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { Permission } from '#api/permissions.ts';
import type { Role } from '#api/roles.ts';
import { useCall } from '../../lib/use-call.ts';
import { useHomeTenant } from '../../lib/use-home-tenant.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useTouched } from '../../lib/use-touched.ts';
import { useText } from '../../text/use-text.ts';
import { PermissionFields } from '../../ui/permission-fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TenantSelect } from '../../ui/tenant-select.tsx';
import classes from './people-page.module.css';

interface RoleFormProps {
  /** Null for one that is being made. */
  readonly known: Role | null;
  readonly onAdded: (key: string) => void;
}

interface Fields {
  readonly name: string;
  readonly tenantId: number;
  readonly permissions: readonly Permission[];
}

/** An own role: its name, where it can be granted, and what it permits. */
export function RoleForm({ known: role, onAdded }: RoleFormProps) {
  const { t } = useText();
  const tell = useTell();
  const home = useHomeTenant() ?? 1;
  const add = useCall('addRole');
  const change = useCall('changeRole');
  const { fields, isTouched, set, clear } = useTouched<Fields>({
    name: role?.own?.name ?? '',
    tenantId: role?.own?.tenantId ?? home,
    permissions: role?.permissions ?? ['stations.read'],
  });
  const { error, isPending } = role === null ? add : change;
  const isEmpty = fields.permissions.length === 0;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isEmpty) return;
    const body = { name: fields.name.trim(), permissions: [...fields.permissions] };
    if (role === null)
      add.mutate(
        { body: { ...body, tenantId: fields.tenantId } },
        {
          onSuccess: (made) => {
            tell.done(t('people.roleAdded', { name: body.name }));
            onAdded(made.key);
          },
        },
      );
    else if (role.own !== null)
      change.mutate(
        { params: { roleId: role.own.id }, body },
        {
          onSuccess: () => {
            clear();
            tell.done(t('people.roleSaved', { name: body.name }));
          },
        },
      );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('people.name')}
        required
        withAsterisk={false}
        autoFocus={role === null}
        maxLength={100}
        value={fields.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {role === null ? (
        <TenantSelect
          value={fields.tenantId}
          onChange={(tenantId) => {
            if (tenantId !== null) set({ tenantId });
          }}
        />
      ) : null}
      <PermissionFields value={fields.permissions} onChange={(permissions) => set({ permissions })} />
      {isEmpty ? <p className={classes.problem}>{t('people.permissionsNeeded')}</p> : null}
      {error === null ? null : <ProblemNote error={error} />}
      {role === null || isTouched ? (
        <div className={classes.buttons}>
          <Button type="submit" loading={isPending} disabled={isEmpty}>
            {t(role === null ? 'words.add' : 'words.save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

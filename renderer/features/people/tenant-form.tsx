import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { TENANT_KINDS, type Tenant } from '#api/tenants.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useCall } from '../../lib/use-call.ts';
import { useHomeTenant } from '../../lib/use-home-tenant.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useTouched } from '../../lib/use-touched.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './people-page.module.css';
import { possibleParents } from './tenant-rows.ts';
import { TieList } from './tie-list.tsx';

interface TenantFormProps {
  /** Null for one that is being added. */
  readonly tenant: Tenant | null;
  readonly parentId: number | null;
  readonly onAdded: (id: string) => void;
}

interface Fields {
  readonly name: string;
  readonly kind: Tenant['kind'];
  readonly parentId: number;
}

/** Names a node, says what it is, and moves it by choosing what it lies below. */
export function TenantForm({ tenant, parentId, onAdded }: TenantFormProps) {
  const { t } = useText();
  const tell = useTell();
  const home = useHomeTenant() ?? 1;
  const tenants = useQuery(apiQuery('listTenants', {})).data?.items ?? [];
  const add = useCall('addTenant');
  const change = useCall('changeTenant');
  const { fields, touched, isTouched, set, clear } = useTouched<Fields>({
    name: tenant?.name ?? '',
    kind: tenant?.kind ?? 'department',
    parentId: parentId ?? home,
  });
  const { error, isPending } = tenant === null ? add : change;
  const isRoot = tenant !== null && tenant.parentId === null;
  const parents = possibleParents(tenants, tenant?.id ?? 0);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = fields.name.trim();
    if (tenant === null)
      add.mutate(
        { body: { ...fields, name } },
        {
          onSuccess: ({ id }) => {
            tell.done(t('people.tenantAdded', { name }));
            onAdded(String(id));
          },
        },
      );
    else
      change.mutate(
        { params: { tenantId: tenant.id }, body: { ...touched, name } },
        {
          onSuccess: () => {
            clear();
            tell.done(t('people.tenantSaved', { name }));
          },
        },
      );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('people.tenantName')}
        required
        withAsterisk={false}
        autoFocus={tenant === null}
        maxLength={100}
        value={fields.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Select
        label={t('people.kind')}
        data={TENANT_KINDS.map((kind) => ({ value: kind, label: t(`people.kinds.${kind}`) }))}
        allowDeselect={false}
        value={fields.kind}
        onChange={(value) => {
          const kind = TENANT_KINDS.find((one) => one === value);
          if (kind !== undefined) set({ kind });
        }}
      />
      {isRoot ? null : (
        <Select
          label={t('people.move')}
          data={parents.map(({ id, name }) => ({ value: String(id), label: name }))}
          searchable
          allowDeselect={false}
          value={String(fields.parentId)}
          onChange={(id) => id !== null && set({ parentId: Number(id) })}
        />
      )}
      {error === null ? null : (
        <>
          <ProblemNote error={error} />
          <TieList error={error} />
        </>
      )}
      {tenant === null || isTouched ? (
        <div className={classes.buttons}>
          <Button type="submit" loading={isPending}>
            {t(tenant === null ? 'words.add' : 'words.save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

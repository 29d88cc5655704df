import { Button, TagsInput, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { Client } from '#api/clients.ts';
import { PERMISSIONS, type Permission } from '#api/permissions.ts';
import type { AnswerOf } from '../../lib/call-api.ts';
import { useCall } from '../../lib/use-call.ts';
import { useHomeTenant } from '../../lib/use-home-tenant.ts';
import { useMay } from '../../lib/use-may.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useTouched } from '../../lib/use-touched.ts';
import { fieldIndex } from '../../lib/wrong-field.ts';
import { useText } from '../../text/use-text.ts';
import { PermissionFields } from '../../ui/permission-fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TenantSelect } from '../../ui/tenant-select.tsx';
import classes from './erp-page.module.css';

interface ClientFormProps {
  /** Null for one that is being added. */
  readonly client: Client | null;
  readonly onAdded: (made: AnswerOf<'addClient'>) => void;
}

interface Fields {
  readonly name: string;
  readonly tenantId: number;
  readonly permissions: readonly Permission[];
  readonly origins: readonly string[];
}

/** What a program is called, what it may, and which web pages may ask with its tokens. */
export function ClientForm({ client, onAdded }: ClientFormProps) {
  const { t } = useText();
  const tell = useTell();
  const may = useMay();
  const home = useHomeTenant() ?? 1;
  const add = useCall('addClient');
  const change = useCall('changeClient');
  const { fields, touched, isTouched, set, clear } = useTouched<Fields>({
    name: client?.name ?? '',
    tenantId: client?.tenantId ?? home,
    permissions: client?.permissions ?? [],
    origins: client?.origins ?? [],
  });
  const { error, isPending } = client === null ? add : change;
  const wrongOrigin = fields.origins[fieldIndex(error, 'body/origins') ?? -1];
  const isEmpty = fields.permissions.length === 0;
  const offered = PERMISSIONS.filter((permission) => may(permission));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isEmpty) return;
    const name = fields.name.trim();
    const { tenantId } = fields;
    const lists = { permissions: [...fields.permissions], origins: [...fields.origins] };
    if (client === null) {
      add.mutate(
        { body: { name, tenantId, ...lists } },
        {
          onSuccess: (made) => {
            tell.done(t('erp.wasAdded', { name }));
            onAdded(made);
          },
        },
      );
      return;
    }
    change.mutate(
      {
        params: { clientId: client.id },
        body: {
          name,
          ...(touched.permissions && { permissions: lists.permissions }),
          ...(touched.origins && { origins: lists.origins }),
        },
      },
      {
        onSuccess: () => {
          clear();
          tell.done(t('erp.wasSaved', { name }));
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('erp.name')}
        description={t('clients.nameHint')}
        required
        withAsterisk={false}
        autoFocus={client === null}
        maxLength={100}
        value={fields.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {client === null ? (
        <TenantSelect
          value={fields.tenantId}
          onChange={(tenantId) => {
            if (tenantId !== null) set({ tenantId });
          }}
        />
      ) : null}
      <div>
        <p className={classes.label}>{t('clients.permissions')}</p>
        <PermissionFields
          value={fields.permissions}
          offered={offered}
          onChange={(permissions) => set({ permissions })}
        />
      </div>
      <TagsInput
        label={t('clients.origins')}
        description={t('clients.originsHint')}
        placeholder={fields.origins.length === 0 ? 'https://…' : ''}
        maxTags={50}
        value={[...fields.origins]}
        error={wrongOrigin === undefined ? null : t('clients.originWrong', { origin: wrongOrigin })}
        onChange={(origins) => set({ origins })}
      />
      {error === null || wrongOrigin !== undefined ? null : <ProblemNote error={error} />}
      {client === null || isTouched ? (
        <div className={classes.buttons}>
          <Button type="submit" loading={isPending} disabled={isEmpty}>
            {t(client === null ? 'words.add' : 'words.save')}
          </Button>
        </div>
      ) : null}
      {isEmpty && isTouched ? <p className={classes.problem}>{t('clients.permissionsNeeded')}</p> : null}
    </form>
  );
}

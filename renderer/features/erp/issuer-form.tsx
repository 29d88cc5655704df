import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Issuer } from '#api/issuers.ts';
import { useCall } from '../../lib/use-call.ts';
import { useHomeTenant } from '../../lib/use-home-tenant.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useTouched } from '../../lib/use-touched.ts';
import { isWrongField } from '../../lib/wrong-field.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TenantSelect } from '../../ui/tenant-select.tsx';
import { ActsForFields } from './acts-for-fields.tsx';
import classes from './erp-page.module.css';
import { type IssuerKeys, isKeySetMissing, keysInBody } from './issuer-keys.ts';
import { KeysFields } from './keys-fields.tsx';

interface IssuerFormProps {
  /** Null for one that is being added. */
  readonly issuer: Issuer | null;
  readonly onAdded: (issuerId: number) => void;
}

interface Fields {
  readonly name: string;
  readonly tenantId: number;
  readonly issuer: string;
  readonly audience: string;
  /** Null leaves the known ones as they are. */
  readonly keys: IssuerKeys | null;
  readonly actsFor: Issuer['actsFor'];
}

/** Who else is trusted, by what its tokens are known, and for whom they speak. */
export function IssuerForm({ issuer, onAdded }: IssuerFormProps) {
  const { t } = useText();
  const tell = useTell();
  const home = useHomeTenant() ?? 1;
  const add = useCall('addIssuer');
  const change = useCall('changeIssuer');
  const [isUnreadable, setIsUnreadable] = useState(false);
  const { fields, isTouched, set, clear } = useTouched<Fields>({
    name: issuer?.name ?? '',
    tenantId: issuer?.tenantId ?? home,
    issuer: issuer?.issuer ?? '',
    audience: issuer?.audience ?? '',
    keys: issuer === null ? { by: 'url', text: '' } : null,
    actsFor: issuer?.actsFor ?? { kind: 'person', claim: 'email' },
  });
  const { error, isPending } = issuer === null ? add : change;
  const areKeysWrong = isWrongField(error, 'body/keys') || isWrongField(error, 'body/keysUrl');
  const isAimless = fields.actsFor.kind === 'client' && fields.actsFor.clientId === '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isAimless) return;
    setIsUnreadable(isKeySetMissing(fields.keys));
    if (isKeySetMissing(fields.keys)) return;
    const name = fields.name.trim();
    const body = {
      name,
      issuer: fields.issuer.trim(),
      audience: fields.audience.trim(),
      actsFor: fields.actsFor,
      ...keysInBody(fields.keys),
    };
    if (issuer === null) {
      add.mutate(
        { body: { ...body, tenantId: fields.tenantId } },
        {
          onSuccess: ({ id }) => {
            tell.done(t('erp.wasAdded', { name }));
            onAdded(id);
          },
        },
      );
      return;
    }
    change.mutate(
      { params: { issuerId: issuer.id }, body },
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
        description={t('issuers.nameHint')}
        required
        withAsterisk={false}
        autoFocus={issuer === null}
        maxLength={100}
        value={fields.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('issuers.issuer')}
        description={t('issuers.issuerHint')}
        placeholder="https://login.example/"
        required
        withAsterisk={false}
        maxLength={2_000}
        value={fields.issuer}
        onChange={(event) => set({ issuer: event.currentTarget.value })}
      />
      <TextInput
        label={t('issuers.audience')}
        description={t('issuers.audienceHint')}
        required
        withAsterisk={false}
        maxLength={300}
        value={fields.audience}
        onChange={(event) => set({ audience: event.currentTarget.value })}
      />
      {issuer === null ? (
        <TenantSelect
          value={fields.tenantId}
          onChange={(tenantId) => {
            if (tenantId !== null) set({ tenantId });
          }}
        />
      ) : null}
      <KeysFields
        value={fields.keys}
        problem={isUnreadable ? t('issuers.keysWrong') : areKeysWrong ? t('issuers.keysNotPublic') : null}
        onChange={(keys) => set({ keys })}
      />
      <ActsForFields value={fields.actsFor} onChange={(actsFor) => set({ actsFor })} />
      {error === null || areKeysWrong ? null : <ProblemNote error={error} />}
      {issuer === null || isTouched ? (
        <div className={classes.buttons}>
          <Button type="submit" loading={isPending} disabled={isAimless}>
            {t(issuer === null ? 'words.add' : 'words.save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

import { Button, NumberInput, Switch, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { CardDetail } from '#api/access.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useTouched } from '../../../lib/use-touched.ts';
import { useText } from '../../../text/use-text.ts';
import { GroupField } from '../../../ui/group-field.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { TenantSelect } from '../../../ui/tenant-select.tsx';
import { cardName } from '../../../ui/thing-names.ts';
import classes from '../access-form.module.css';
import { ValidityFields } from '../validity/validity-fields.tsx';
import { type CardFields, cardBody, cardFields } from './card-fields.ts';

/** What is written down about a known card. Its number does not change: it is the card. */
export function CardForm({ card }: { readonly card: CardDetail }) {
  const { t } = useText();
  const format = useFormat();
  const tell = useTell();
  const change = useCall('changeCard');
  const { fields, touched, isTouched, set, clear } = useTouched<CardFields>(cardFields(card, format));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { params: { cardId: card.id }, body: cardBody(touched, format) },
      {
        onSuccess: (saved) => {
          tell.done(t('access.saved', { name: cardName(saved) }));
          clear();
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.pair}>
        <TextInput
          label={t('access.label')}
          description={t('access.labelHint')}
          maxLength={100}
          value={fields.label}
          onChange={(event) => set({ label: event.currentTarget.value })}
        />
        <TextInput
          label={t('access.holder')}
          description={t('access.holderHint')}
          maxLength={100}
          value={fields.holder}
          onChange={(event) => set({ holder: event.currentTarget.value })}
        />
      </div>
      <GroupField
        label={t('access.tab.groups')}
        of="users"
        value={fields.groupIds}
        onChange={(groupIds) => set({ groupIds: [...groupIds] })}
      />
      <TenantSelect
        value={fields.tenantId}
        onChange={(tenantId) => set({ tenantId: tenantId ?? card.tenantId })}
      />
      <ValidityFields firstDay={fields.firstDay} lastDay={fields.lastDay} onChange={set} />
      <Switch
        label={t('access.concurrent')}
        checked={fields.anyNumber}
        onChange={(event) => set({ anyNumber: event.currentTarget.checked })}
      />
      {fields.anyNumber ? null : (
        <NumberInput
          label={t('access.atOnce')}
          min={1}
          max={100}
          allowDecimal={false}
          value={fields.atOnce}
          onChange={(atOnce) => set({ atOnce })}
        />
      )}
      <TextInput
        label={t('access.parentTag')}
        description={t('access.parentTagHint')}
        maxLength={20}
        pattern="[!-~]*"
        value={fields.parentTag}
        onChange={(event) => set({ parentTag: event.currentTarget.value })}
      />
      {change.error === null ? null : <ProblemNote error={change.error} />}
      {isTouched ? (
        <div className={classes.buttons}>
          <Button type="submit" loading={change.isPending}>
            {t('words.save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

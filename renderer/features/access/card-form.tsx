import { Button, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Card } from '#api/access.ts';
import { ApiError } from '../../lib/api-error.ts';
import { useCall } from '../../lib/api-query.ts';
import { endOfDay, lastValidDay } from '../../lib/site-day.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './card-form.module.css';

interface CardFormProps {
  readonly card: Card | null;
  readonly uid: string;
  readonly onAdded: () => void;
}

/** Fields of a new or known card. The number of a known card does not change: it is the card. */
export function CardForm({ card, uid, onAdded }: CardFormProps) {
  const { t } = useText();
  const format = useFormat();
  const tell = useTell();
  const add = useCall('addCard');
  const change = useCall('changeCard');
  const known = {
    uid,
    holder: card?.typedHolder ?? '',
    label: card?.label ?? '',
    lastDay: card?.expiresAt ? lastValidDay(card.expiresAt, format) : '',
    concurrent: card !== null && card.maxConcurrent === null,
    parentTag: card?.parentTag ?? '',
  };
  // Only what was touched: what is left out stays, also an end of validity that is not the end of a day.
  const [touched, setTouched] = useState<Partial<typeof known>>({});
  const fields = { ...known, ...touched };
  const set = (changed: typeof touched) => setTouched((before) => ({ ...before, ...changed }));
  const { error } = card === null ? add : change;
  const exists = error instanceof ApiError && error.code === 'card-exists';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      ...(touched.holder !== undefined && { holder: touched.holder.trim() }),
      ...(touched.label !== undefined && { label: touched.label.trim() }),
      ...(touched.lastDay !== undefined && {
        expiresAt: touched.lastDay === '' ? null : endOfDay(touched.lastDay, format),
      }),
      ...(touched.concurrent !== undefined && { maxConcurrent: touched.concurrent ? null : 1 }),
      ...(touched.parentTag !== undefined && {
        parentTag: touched.parentTag.trim() === '' ? null : touched.parentTag.trim(),
      }),
    };
    const holder = fields.holder.trim();
    const name = holder === '' ? fields.uid : t('access.of', { uid: fields.uid, holder });
    if (card !== null) {
      change.mutate(
        { params: { cardId: card.id }, body },
        {
          onSuccess: () => {
            setTouched({});
            tell.done(t('access.saved', { card: name }));
          },
        },
      );
      return;
    }
    add.mutate(
      { body: { holder, ...body, uid: fields.uid.trim() } },
      {
        onSuccess: () => {
          tell.done(t('access.added', { card: name }));
          onAdded();
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('access.uid')}
        {...(card === null && { description: t('access.uidHint') })}
        classNames={{ input: classes.mono ?? '' }}
        required
        withAsterisk={false}
        readOnly={card !== null}
        autoFocus={card === null && uid === ''}
        maxLength={36}
        value={fields.uid}
        error={exists ? t('access.exists') : null}
        onChange={(event) => set({ uid: event.currentTarget.value })}
      />
      <TextInput
        label={t('access.holder')}
        description={t('access.holderHint')}
        autoFocus={card === null && uid !== ''}
        maxLength={100}
        value={fields.holder}
        onChange={(event) => set({ holder: event.currentTarget.value })}
      />
      <TextInput
        label={t('access.label')}
        description={t('access.labelHint')}
        maxLength={100}
        value={fields.label}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
      <TextInput
        label={t('access.expires')}
        type="date"
        value={fields.lastDay}
        onChange={(event) => set({ lastDay: event.currentTarget.value })}
      />
      <TextInput
        label={t('access.group')}
        description={t('access.groupHint')}
        maxLength={20}
        pattern="[!-~]*"
        value={fields.parentTag}
        onChange={(event) => set({ parentTag: event.currentTarget.value })}
      />
      <Switch
        label={t('access.concurrent')}
        checked={fields.concurrent}
        onChange={(event) => set({ concurrent: event.currentTarget.checked })}
      />
      {error !== null && !exists ? <ProblemNote error={error} /> : null}
      <Button type="submit" className={classes.save ?? ''} loading={add.isPending || change.isPending}>
        {t(card === null ? 'words.add' : 'words.save')}
      </Button>
    </form>
  );
}

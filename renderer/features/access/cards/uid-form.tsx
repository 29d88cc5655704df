import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../../../lib/api-error.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useText } from '../../../text/use-text.ts';
import { uidGroups } from '../../../ui/figures.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import classes from '../access-form.module.css';

interface UidFormProps {
  readonly label: string;
  readonly action: string;
  readonly error: Error | null;
  readonly isPending: boolean;
  /** `anyway` once somebody has read that another card may be written the same way. */
  readonly onSubmit: (uid: string, anyway: boolean) => void;
  readonly onCancel: () => void;
}

/** The number of a card: one of those that stations have just refused as unknown, or typed. */
export function UidForm({ label, action, error, isPending, onSubmit, onCancel }: UidFormProps) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const held = useQuery(apiQuery('listHeldCards', { query: { unknown: true } })).data?.items ?? [];
  const [uid, setUid] = useState('');
  const isLikeAnother = error instanceof ApiError && error.code === 'card-like-another';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(uid.trim(), isLikeAnother);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {held.length === 0 ? null : (
        <Select
          label={t('access.heldLately')}
          placeholder={t('access.chooseHeld')}
          data={[...new Map(held.map((one) => [one.uid, one])).values()].map((one) => ({
            value: one.uid,
            label: `${uidGroups(one.uid).join(' ')} · ${one.stationName} · ${format.momentSeconds(one.at, now)}`,
          }))}
          value={held.some((one) => one.uid === uid) ? uid : null}
          onChange={(chosen) => setUid(chosen ?? '')}
        />
      )}
      <TextInput
        label={label}
        classNames={{ input: classes.mono ?? '' }}
        required
        withAsterisk={false}
        autoFocus
        maxLength={64}
        value={uid}
        onChange={(event) => setUid(event.currentTarget.value)}
      />
      {error === null ? null : <ProblemNote error={error} />}
      <div className={classes.buttons}>
        <Button type="submit" disabled={uid.trim() === ''} loading={isPending}>
          {isLikeAnother ? t('access.anyway') : action}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('words.cancel')}
        </Button>
      </div>
    </form>
  );
}

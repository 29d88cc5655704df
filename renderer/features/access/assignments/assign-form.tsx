import { Button, SegmentedControl, Switch } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { Pick, type Picked, type PickKind } from '../../../ui/pick.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import classes from '../access-form.module.css';
import { toBounds } from '../validity/validity.ts';
import { ValidityFields } from '../validity/validity-fields.tsx';
import type { AssignmentsOf } from './assignment-section.tsx';

interface AssignFormProps {
  readonly of: AssignmentsOf;
  readonly onDone: () => void;
}

const CHOICES: Readonly<Record<PickKind, readonly PickKind[]>> = {
  driver: ['card', 'vehicle'],
  vehicle: ['driver', 'card'],
  card: ['driver', 'vehicle'],
};
const ID_OF = { driver: 'driverId', vehicle: 'vehicleId', card: 'cardId' } as const;

/** Ties another thing to this one, for good or for a time. */
export function AssignForm({ of, onDone }: AssignFormProps) {
  const { t } = useText();
  const format = useFormat();
  const tell = useTell();
  const add = useCall('addAssignment');
  const remove = useCall('removeAssignment');
  const choices = CHOICES[of.kind];
  const [kind, setKind] = useState<PickKind>(choices[0] ?? 'driver');
  const [picked, setPicked] = useState<Picked | null>(null);
  const [forTime, setForTime] = useState(false);
  const [days, setDays] = useState({ firstDay: '', lastDay: '' });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (picked === null) return;
    const body = {
      [ID_OF[of.kind]]: of.id,
      [ID_OF[kind]]: picked.id,
      ...(forTime ? toBounds(days, format) : {}),
    };
    add.mutate(
      { body },
      {
        onSuccess: ({ id }) => {
          tell.done(t('assignments.assigned', { name: picked.label }), {
            undo: () => remove.mutate({ params: { assignmentId: id } }, { onError: tell.failed }),
          });
          onDone();
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <SegmentedControl
        aria-label={t('assignments.what')}
        data={choices.map((value) => ({ value, label: t(`assignments.kind.${value}`) }))}
        value={kind}
        onChange={(value) => {
          setKind(choices.find((one) => one === value) ?? kind);
          setPicked(null);
        }}
      />
      <Pick
        key={kind}
        kind={kind}
        label={t(`assignments.kind.${kind}`)}
        autoFocus
        value={picked}
        onChange={setPicked}
      />
      <Switch
        label={t('assignments.forTime')}
        checked={forTime}
        onChange={(event) => setForTime(event.currentTarget.checked)}
      />
      {forTime ? (
        <ValidityFields {...days} onChange={(changed) => setDays((before) => ({ ...before, ...changed }))} />
      ) : null}
      {add.error === null ? null : <ProblemNote error={add.error} />}
      <div className={classes.buttons}>
        <Button type="submit" disabled={picked === null} loading={add.isPending}>
          {t('assignments.assign')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('words.cancel')}
        </Button>
      </div>
    </form>
  );
}

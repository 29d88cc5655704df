import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Assignment } from '#api/access-lists.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import classes from '../access-form.module.css';
import { toBounds, toDays } from '../validity/validity.ts';
import { ValidityFields } from '../validity/validity-fields.tsx';

interface AssignmentDaysProps {
  readonly assignment: Assignment;
  /** What it ties, as it is told. */
  readonly name: string;
  readonly onDone: () => void;
}

/** Moves the first and the last day of an assignment. */
export function AssignmentDays({ assignment, name, onDone }: AssignmentDaysProps) {
  const { t } = useText();
  const format = useFormat();
  const tell = useTell();
  const change = useCall('changeAssignment');
  const [touched, setTouched] = useState<{ readonly firstDay?: string; readonly lastDay?: string }>({});
  const params = { assignmentId: assignment.id };
  const { from, to } = assignment;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { params, body: toBounds(touched, format) },
      {
        onSuccess: () => {
          tell.done(t('assignments.moved', { name }), {
            undo: () => change.mutate({ params, body: { from, to } }, { onError: tell.failed }),
          });
          onDone();
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <ValidityFields
        {...toDays(assignment, format)}
        {...touched}
        onChange={(changed) => setTouched((before) => ({ ...before, ...changed }))}
      />
      {change.error === null ? null : <ProblemNote error={change.error} />}
      <div className={classes.buttons}>
        <Button type="submit" disabled={Object.keys(touched).length === 0} loading={change.isPending}>
          {t('words.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('words.cancel')}
        </Button>
      </div>
    </form>
  );
}

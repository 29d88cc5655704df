import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCalendarOff, IconCalendarTime, IconDots, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Assignment } from '#api/access-lists.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { BlockCardButton } from '../cards/block-card-button.tsx';
import { validityWords } from '../validity/validity-words.ts';
import { AssignedParts, partNames } from './assigned-parts.tsx';
import { AssignmentDays } from './assignment-days.tsx';
import classes from './assignment-item.module.css';
import type { AssignmentsOf } from './assignment-section.tsx';

interface AssignmentItemProps {
  readonly of: AssignmentsOf;
  readonly assignment: Assignment;
}

/** One assignment: what is assigned, how long, and the ways to end it or take it back altogether. */
export function AssignmentItem({ of, assignment }: AssignmentItemProps) {
  const { t } = useText();
  const format = useFormat();
  const tell = useTell();
  const now = useNow();
  const change = useCall('changeAssignment');
  const remove = useCall('removeAssignment');
  const restore = useCall('restoreAssignment');
  const [moving, setMoving] = useState(false);
  const params = { assignmentId: assignment.id };
  const name = partNames(assignment, of).join(', ');

  const end = () =>
    change.mutate(
      { params, body: { to: new Date(now).toISOString() } },
      {
        onSuccess: () =>
          tell.done(t('assignments.endedNow', { name }), {
            undo: () => change.mutate({ params, body: { to: assignment.to } }, { onError: tell.failed }),
          }),
        onError: tell.failed,
      },
    );
  const onRemove = () =>
    remove.mutate(
      { params },
      {
        onSuccess: () =>
          tell.done(t('assignments.removed', { name }), {
            undo: () => restore.mutate({ params }, { onError: tell.failed }),
          }),
        onError: tell.failed,
      },
    );
  return (
    <li className={classes.item} data-state={assignment.state}>
      <div className={classes.text}>
        <AssignedParts assignment={assignment} of={of} />
        <p className={classes.validity}>
          {assignment.state === 'not-yet' ? `${t('assignments.notYet')} · ` : null}
          {validityWords(assignment, { t, format }) || t('assignments.forGood')}
        </p>
      </div>
      {of.kind !== 'card' && assignment.card !== null ? <BlockCardButton card={assignment.card} /> : null}
      {assignment.state === 'holds' ? (
        <Button size="compact-sm" variant="default" loading={change.isPending} onClick={end}>
          {t('assignments.end')}
        </Button>
      ) : null}
      <Menu>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('assignments.more', { name })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCalendarTime size={16} aria-hidden />} onClick={() => setMoving(true)}>
            {t('assignments.move')}
          </Menu.Item>
          {assignment.to === null ? null : (
            <Menu.Item
              leftSection={<IconCalendarOff size={16} aria-hidden />}
              onClick={() => change.mutate({ params, body: { to: null } }, { onError: tell.failed })}
            >
              {t('assignments.endless')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={onRemove}>
            {t('assignments.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {moving ? (
        <div className={classes.days}>
          <AssignmentDays assignment={assignment} name={name} onDone={() => setMoving(false)} />
        </div>
      ) : null}
    </li>
  );
}

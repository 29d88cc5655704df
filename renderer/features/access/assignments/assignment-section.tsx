import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import type { Assignment } from '#api/access-lists.ts';
import { useText } from '../../../text/use-text.ts';
import type { PickKind } from '../../../ui/pick.tsx';
import { Section } from '../../../ui/section.tsx';
import { AssignForm } from './assign-form.tsx';
import { AssignmentItem } from './assignment-item.tsx';
import classes from './assignment-section.module.css';

/** Whose assignments are shown. */
export interface AssignmentsOf {
  readonly kind: PickKind;
  readonly id: number;
}

interface AssignmentSectionProps {
  readonly of: AssignmentsOf;
  readonly assignments: readonly Assignment[];
}

/** What is assigned to a driver, vehicle or card and for how long; what has ended is kept below. */
export function AssignmentSection({ of, assignments }: AssignmentSectionProps) {
  const { t } = useText();
  const [adding, setAdding] = useState(false);
  const [showsEnded, setShowsEnded] = useState(false);
  const current = assignments.filter(({ state }) => state === 'holds' || state === 'not-yet');
  const ended = assignments.filter(({ state }) => state === 'ended');
  return (
    <Section
      title={t(`assignments.title.${of.kind}`)}
      aside={
        adding ? null : (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconLink size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('assignments.assign')}
          </Button>
        )
      }
    >
      {current.length === 0 && !adding ? (
        <p className={classes.empty}>{t(`assignments.empty.${of.kind}`)}</p>
      ) : null}
      {current.length === 0 ? null : (
        <ul>
          {current.map((one) => (
            <AssignmentItem key={one.id} of={of} assignment={one} />
          ))}
        </ul>
      )}
      {adding ? <AssignForm of={of} onDone={() => setAdding(false)} /> : null}
      {ended.length === 0 ? null : (
        <Button
          className={classes.ended ?? ''}
          size="compact-sm"
          variant="subtle"
          aria-expanded={showsEnded}
          onClick={() => setShowsEnded(!showsEnded)}
        >
          {t('assignments.ended', { count: ended.length })}
        </Button>
      )}
      {showsEnded ? (
        <ul>
          {ended.map((one) => (
            <AssignmentItem key={one.id} of={of} assignment={one} />
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

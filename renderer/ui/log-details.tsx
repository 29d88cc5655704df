import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { LogEntry } from '#api/logbook.ts';
import { useFormat } from '../lib/use-format.ts';
import { useText } from '../text/use-text.ts';
import { LogChanges } from './log-changes.tsx';
import classes from './log-details.module.css';
import { SupplementField } from './supplement-field.tsx';

/** What was added to an entry; opened, also what somebody changed, and a place to add more. */
export function LogDetails({ entry }: { readonly entry: LogEntry }) {
  const { t } = useText();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const hasChanges = entry.changed.length > 0;
  return (
    <>
      <ActionIcon
        className={classes.toggle ?? ''}
        variant="subtle"
        size="sm"
        aria-expanded={open}
        aria-label={t('logbook.details', { id: entry.id })}
        data-changes={hasChanges || undefined}
        onClick={() => setOpen(!open)}
      >
        {open ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
      </ActionIcon>
      <div className={classes.below}>
        {entry.supplements.map((added) => (
          <p key={added.id} className={classes.supplement}>
            {added.text}
            <span className={classes.who}>
              {added.actor} · {format.dateTime(added.at)}
            </span>
          </p>
        ))}
        {open ? (
          <div className={classes.details}>
            <span className={classes.who}>{t('logbook.entryNumber', { id: entry.id })}</span>
            {hasChanges ? <LogChanges changed={entry.changed} /> : null}
            <SupplementField entryId={entry.id} />
          </div>
        ) : null}
      </div>
    </>
  );
}

import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { ApiError } from '../lib/api-error.ts';
import { copyText } from '../lib/copy-text.ts';
import { problemText } from '../lib/problem-text.ts';
import { useText } from '../text/use-text.ts';
import classes from './problem-note.module.css';

interface ProblemNoteProps {
  readonly error: Error;
  readonly onRetry?: () => void;
}

/** What happened, what to do, and the details for whoever helps. */
export function ProblemNote({ error, onRetry }: ProblemNoteProps) {
  const { t } = useText();
  const [copied, setCopied] = useState(false);
  const copy = async () => setCopied(await copyText(detailsOf(error)));
  return (
    <div className={classes.note} role="alert">
      <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
      <p>{problemText(error, t)}</p>
      <div className={classes.actions}>
        {onRetry === undefined ? null : (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('words.retry')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={() => void copy()}>
          {copied ? t('words.copied') : t('problems.copyDetails')}
        </Button>
      </div>
    </div>
  );
}

function detailsOf(error: Error): string {
  return error instanceof ApiError ? JSON.stringify(error.problem, null, 2) : String(error);
}

import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportRun } from '#api/imports.ts';
import { useCall } from '../../lib/use-call.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SureDialog } from '../../ui/sure-dialog.tsx';
import classes from './undo-import.module.css';
import { UndoOutcome } from './undo-outcome.tsx';

interface UndoImportProps {
  readonly run: ImportRun;
  /** Set in the history: what was imported weeks ago is not taken back by a slip of the hand. */
  readonly asks?: boolean;
}

/** Takes an import back and says what stays; or says since when, or why, that cannot be done any more. */
export function UndoImport({ run, asks = false }: UndoImportProps) {
  const { t } = useText();
  const format = useFormat();
  const undo = useCall('undoImport');
  const [asking, setAsking] = useState(false);
  const start = () => {
    setAsking(false);
    undo.mutate({ params: { importId: run.id } });
  };
  const until = format.dayYear(run.undoUntil);
  return (
    <div className={classes.undo}>
      {undo.error === null ? null : <ProblemNote error={undo.error} />}
      {undo.data === undefined ? null : <UndoOutcome outcome={undo.data} />}
      {run.undone === null && run.undo === 'possible' ? (
        <div className={classes.offer}>
          <Button
            size={asks ? 'compact-sm' : 'sm'}
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            loading={undo.isPending}
            onClick={() => (asks ? setAsking(true) : start())}
          >
            {t('imports.undo')}
          </Button>
          <span className={classes.quiet}>{t('imports.undoUntil', { day: until })}</span>
        </div>
      ) : null}
      {run.undone === null ? null : (
        <p className={classes.quiet}>
          {t('imports.undoneBy', { who: run.undone.by, when: format.dateTime(run.undone.at) })}
        </p>
      )}
      {run.undo === 'too-old' ? (
        <p className={classes.quiet}>{t('imports.undoTooOld', { day: until })}</p>
      ) : null}
      <SureDialog
        opened={asking}
        title={t('imports.undoTitle')}
        action={t('imports.undo')}
        onConfirm={start}
        onClose={() => setAsking(false)}
      >
        <p>{t('imports.undoText', { file: run.fileName, when: format.dateTime(run.at) })}</p>
      </SureDialog>
    </div>
  );
}

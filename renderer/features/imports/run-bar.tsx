import { Button } from '@mantine/core';
import type { ImportCounts, ImportDraft } from '#api/imports.ts';
import { useCall } from '../../lib/api-query.ts';
import { useUndoState } from '../../lib/undo-state.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { type ImportWork, useImportWorks } from './import-work.ts';
import classes from './run-bar.module.css';

interface RunBarProps {
  readonly draft: ImportDraft;
  readonly work: ImportWork;
  /** Undefined until they are known. */
  readonly counts: ImportCounts | undefined;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** The one button that does it, with its numbers, and what will be left behind. */
export function RunBar({ draft: { id, kind }, work, counts, onBack, onDone }: RunBarProps) {
  const { t } = useText();
  const format = useFormat();
  const run = useCall('runImport');
  const change = useImportWorks((state) => state.change);
  const dismiss = useUndoState((state) => state.dismiss);
  const taken = counts === undefined ? 0 : counts.new + counts.changed;
  const { mapping, fixes, skips, options } = work;
  return (
    <div className={classes.bar}>
      {run.error === null ? null : <ProblemNote error={run.error} />}
      <p className={classes.left}>
        {counts === undefined || counts.error === 0
          ? null
          : t('imports.willBeLeft', { count: counts.error, number: format.number(counts.error) })}
        {counts !== undefined && taken === 0 && counts.error === 0 ? t('imports.nothingToDo') : null}
      </p>
      <Button variant="default" onClick={onBack}>
        {t('words.back')}
      </Button>
      <Button
        disabled={taken === 0}
        loading={run.isPending}
        onClick={() =>
          run.mutate(
            { params: { draftId: id }, body: { mapping, fixes, skips: [...skips], options } },
            {
              onSuccess: (done) => {
                // What was typed into its cells cannot be taken back one by one any more.
                dismiss();
                change(kind, (now) => ({ ...now, done }));
                onDone();
              },
            },
          )
        }
      >
        {t('imports.run', { count: taken, number: format.number(taken) })}
      </Button>
    </div>
  );
}

import { Button } from '@mantine/core';
import type { ImportDraft } from '#api/imports.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import type { ImportWork } from './import-work.ts';
import classes from './run-bar.module.css';
import type { DryRun } from './use-dry-run.ts';
import { useRunImport } from './use-run-import.ts';

interface RunBarProps {
  readonly draft: ImportDraft;
  readonly work: ImportWork;
  readonly dryRun: DryRun;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** The one button that does it, with its numbers, and what will be left behind. */
export function RunBar({ draft, work, dryRun, onBack, onDone }: RunBarProps) {
  const { t } = useText();
  const format = useFormat();
  const run = useRunImport(draft, onDone);
  const { counts, isCurrent } = dryRun;
  const taken = counts === undefined ? 0 : counts.new + counts.changed;
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
      <Button disabled={taken === 0 || !isCurrent} loading={run.isPending} onClick={() => run.mutate(work)}>
        {t('imports.run', { count: taken, number: format.number(taken) })}
      </Button>
    </div>
  );
}

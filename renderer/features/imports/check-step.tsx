import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { IMPORT_VERDICTS, type ImportDraft } from '#api/imports.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { CheckGrid } from './check-grid.tsx';
import classes from './check-step.module.css';
import { mappedFields } from './import-fields.ts';
import type { ImportWork } from './import-work.ts';
import { RunBar } from './run-bar.tsx';
import { TakeAllButton } from './take-all-button.tsx';
import { countShown, type Shown, type Sight, useDryRun } from './use-dry-run.ts';
import { useGridActions } from './use-grid-actions.ts';

interface CheckStepProps {
  readonly draft: ImportDraft;
  readonly work: ImportWork;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

const SHOWN: readonly Shown[] = ['all', ...IMPORT_VERDICTS];

/** What would become of each row; what is damaged is put right or left out here. */
export function CheckStep({ draft, work, onBack, onDone }: CheckStepProps) {
  const { t } = useText();
  const [chosen, setShown] = useState<Shown | null>(null);
  const shown = chosen ?? 'all';
  const [sight, setSight] = useState<Sight>({ first: 0, last: 0 });
  const onSight = useCallback(
    (next: Sight) => setSight((now) => (now.first === next.first && now.last === next.last ? now : next)),
    [],
  );
  const dryRun = useDryRun(work, shown, sight);
  const actions = useGridActions(draft);
  const fields = useMemo(() => mappedFields(draft.kind, work.mapping), [draft.kind, work.mapping]);
  const { counts } = dryRun;
  // What needs somebody comes first; afterwards the choice is theirs.
  useEffect(() => {
    if (chosen === null && counts !== undefined) setShown(counts.error > 0 ? 'error' : 'all');
  }, [chosen, counts]);
  return (
    <>
      <div className={classes.bar}>
        <FilterChips
          label={t('imports.filter')}
          value={shown}
          chips={SHOWN.map((value) => ({
            value,
            label: t(value === 'all' ? 'imports.all' : `imports.verdict.${value}`),
            ...(counts !== undefined && { count: countShown(counts, value) }),
            urgent: value === 'error',
          }))}
          onChange={setShown}
        />
        {counts !== undefined && counts.error > 0 ? <TakeAllButton kind={draft.kind} work={work} /> : null}
      </div>
      {dryRun.error === null ? null : <ProblemNote error={dryRun.error} onRetry={dryRun.retry} />}
      <div className={classes.rows}>
        {counts !== undefined && dryRun.total === 0 ? (
          <div className={classes.none}>
            <EmptyState
              icon={<IconChecks stroke={1.5} />}
              title={t(shown === 'error' ? 'imports.noErrors' : 'imports.noneOfThese')}
            >
              <Button variant="default" onClick={() => setShown('all')}>
                {t('imports.showAll')}
              </Button>
            </EmptyState>
          </div>
        ) : (
          <CheckGrid
            key={shown}
            fields={fields}
            dryRun={dryRun}
            fixes={work.fixes}
            actions={actions}
            onSight={onSight}
          />
        )}
      </div>
      <RunBar draft={draft} work={work} dryRun={dryRun} onBack={onBack} onDone={onDone} />
    </>
  );
}

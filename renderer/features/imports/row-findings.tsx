import { Button } from '@mantine/core';
import type { MouseEvent } from 'react';
import type { ImportProblem, ImportRow } from '#api/imports.ts';
import { type Translate, useText } from '../../text/use-text.ts';
import { fieldOf } from './import-fields.ts';
import { inOrder, isInTheWay, keptCells, suggestedCells } from './row-edits.ts';
import classes from './row-findings.module.css';
import type { GridActions } from './use-grid-actions.ts';
import { VerdictMark } from './verdict-mark.tsx';

interface RowFindingsProps {
  readonly row: ImportRow;
  readonly actions: GridActions;
}

/** What becomes of a row, what is odd about it, and what can be done about that. */
export function RowFindings({ row, actions }: RowFindingsProps) {
  const { t } = useText();
  const isSkipped = row.verdict === 'skipped';
  return (
    <div className={classes.findings} data-quiet={row.problems.length === 0}>
      <div className={classes.line}>
        <VerdictMark verdict={row.verdict} />
        <span className={classes.skip}>
          <Action
            label={t(isSkipped ? 'imports.takeRow' : 'imports.skipRow')}
            run={() => actions.skip(row)}
          />
        </span>
      </div>
      {row.verdict === 'changed' ? (
        <p className={classes.changed}>{changedFields(row, actions.kind, t)}</p>
      ) : null}
      {inOrder(row.problems).map((problem, index) => (
        // The problems of one row never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: position is identity here
        <Finding key={index} row={row} problem={problem} actions={actions} />
      ))}
    </div>
  );
}

/** The change itself stands in its cell, which may be out of sight. */
function changedFields({ changes }: ImportRow, kind: GridActions['kind'], t: Translate): string {
  return changes
    .flatMap((change) => {
      const field = change.old === change.new ? null : fieldOf(kind, change.field);
      return field === null ? [] : [t(`imports.field.${field}`)];
    })
    .join(', ');
}

interface FindingProps extends RowFindingsProps {
  readonly problem: ImportProblem;
}

function Finding({ row, problem, actions }: FindingProps) {
  const { t } = useText();
  const field = fieldOf(actions.kind, problem.field);
  const words = t(`importProblems.${problem.kind}`, { about: problem.about ?? '' });
  const [suggested] = problem.suggestion === null ? [] : suggestedCells(row, problem.field);
  const mayKeep = keptCells({ ...row, problems: [problem] }, problem.field).length > 0;
  const makes = actions.makes(problem.kind);
  return (
    <div className={classes.finding} data-weight={problem.weight}>
      <p>{field === null ? words : `${t(`imports.field.${field}`)}: ${words}`}</p>
      {isInTheWay(problem) ? (
        <div className={classes.actions}>
          {suggested === undefined ? null : (
            <Action
              label={
                suggested.value === ''
                  ? t('imports.takeEmpty')
                  : t('imports.take', { value: suggested.value })
              }
              isMain
              run={() => actions.take(row, problem.field)}
            />
          )}
          {mayKeep ? <Action label={t('imports.keep')} run={() => actions.keep(row, problem.field)} /> : null}
          {makes === null ? null : <Action label={t(`imports.make.${makes.of}`)} isMain run={makes.run} />}
        </div>
      ) : null}
    </div>
  );
}

interface ActionProps {
  readonly label: string;
  readonly isMain?: boolean;
  readonly run: () => void;
}

/** Reached by the keys of the grid, not by the tab key: twenty thousand rows have many of them. */
function Action({ label, isMain = false, run }: ActionProps) {
  return (
    <Button
      size="compact-xs"
      variant={isMain ? 'default' : 'subtle'}
      tabIndex={-1}
      // The focus stays in the grid.
      onMouseDown={(event: MouseEvent) => event.preventDefault()}
      onClick={(event: MouseEvent) => {
        event.stopPropagation();
        run();
      }}
    >
      {label}
    </Button>
  );
}

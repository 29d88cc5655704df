import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { IMPORT_KINDS, type ImportKind } from '#api/import-fields.ts';
import type { ImportStep } from '../../lib/page-search.ts';
import { useMayImport } from '../../lib/use-may-import.ts';
import { useText } from '../../text/use-text.ts';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { DraftGate } from './draft-gate.tsx';
import { FileStep } from './file-step.tsx';
import { ImportHistory } from './import-history.tsx';
import classes from './import-page.module.css';
import { ImportSteps } from './import-steps.tsx';
import { type ImportWork, useImportWorks } from './import-work.ts';

/** A list from elsewhere comes in: the file, its columns, what would become of each row, and what has become of it. */
export function ImportPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const mayImport = useMayImport();
  const params = useParams({ from: '/import/$kind' });
  const kinds = IMPORT_KINDS.filter(mayImport);
  const kind = kinds.find((one) => one === params.kind) ?? kinds[0];
  const wished = useSearch({ from: '/import/$kind' }).step ?? 'file';
  const works = useImportWorks((state) => state.works);
  if (kind === undefined) return <p className={classes.refused}>{t('problems.forbidden')}</p>;
  const work = works[kind];
  const step = reachable(wished, work);
  const go = (to: ImportKind, next: ImportStep) =>
    void navigate({
      to: '/import/$kind',
      params: { kind: to },
      search: next === 'file' ? {} : { step: next },
    });
  return (
    <div className={classes.page} data-step={step}>
      <PageHeader title={t(`imports.title.${kind}`)} />
      {step === 'file' && kinds.length > 1 ? (
        <FilterChips
          label={t('imports.kindLabel')}
          value={kind}
          chips={kinds.map((value) => ({ value, label: t(`imports.kind.${value}`) }))}
          onChange={(next) => go(next, 'file')}
        />
      ) : null}
      <ImportSteps
        step={step}
        isReachable={(one) => reachable(one, work) === one && step !== 'done'}
        onStep={(next) => go(kind, next)}
      />
      {step === 'file' || work === undefined ? (
        <>
          <FileStep key={kind} kind={kind} onRead={() => go(kind, 'columns')} />
          <ImportHistory kind={kind} />
        </>
      ) : (
        <Step key={work.draftId} kind={kind} step={step} work={work} go={(next) => go(kind, next)} />
      )}
    </div>
  );
}

interface StepProps {
  readonly kind: ImportKind;
  readonly step: Exclude<ImportStep, 'file'>;
  readonly work: ImportWork;
  readonly go: (step: ImportStep) => void;
}

function Step({ kind, step, work, go }: StepProps) {
  if (step === 'done')
    return work.done === null ? null : <DoneStep run={work.done} onAnother={() => go('file')} />;
  return (
    <DraftGate kind={kind} work={work} onAnother={() => go('file')}>
      {(draft) =>
        step === 'columns' ? (
          <ColumnsStep draft={draft} work={work} onNext={() => go('check')} />
        ) : (
          <CheckStep draft={draft} work={work} onBack={() => go('columns')} onDone={() => go('done')} />
        )
      }
    </DraftGate>
  );
}

/** An address may be older than what was done since. */
function reachable(step: ImportStep, work: ImportWork | undefined): ImportStep {
  if (work === undefined) return 'file';
  if (work.done !== null) return step === 'file' ? 'file' : 'done';
  return step === 'done' ? 'check' : step;
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ImportKind } from '#api/import-fields.ts';
import type { ImportDraft } from '#api/imports.ts';
import { ApiError } from '../../lib/api-error.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './draft-gate.module.css';
import { type ImportWork, useImportWorks } from './import-work.ts';
import { useUpload } from './use-upload.ts';

interface DraftGateProps {
  readonly kind: ImportKind;
  readonly work: ImportWork;
  readonly onAnother: () => void;
  readonly children: (draft: ImportDraft) => ReactNode;
}

/** The file as the server has read it. One that is not kept any longer is sent once more, if this window has it. */
export function DraftGate({ kind, work, onAnother, children }: DraftGateProps) {
  const { t } = useText();
  const draft = useQuery({
    ...apiQuery('getImportDraft', { params: { draftId: work.draftId } }),
    // A file does not change.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const file = useImportWorks(({ files }) => files[kind]);
  const upload = useUpload(kind);
  if (draft.error === null)
    return draft.data === undefined ? <p aria-busy="true">{t('words.loading')}</p> : children(draft.data);
  const isGone = draft.error instanceof ApiError && draft.error.code.startsWith('import-draft-');
  return (
    <div className={classes.gone}>
      <ProblemNote
        error={upload.error ?? draft.error}
        {...(!isGone && { onRetry: () => void draft.refetch() })}
      />
      <div className={classes.buttons}>
        {isGone && file !== undefined ? (
          <Button loading={upload.isPending} onClick={() => upload.mutate({ file, earlier: work })}>
            {t('imports.loadAgain', { file: file.name })}
          </Button>
        ) : null}
        <Button variant="default" onClick={onAnother}>
          {t('imports.another')}
        </Button>
      </div>
    </div>
  );
}

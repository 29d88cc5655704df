import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ImportKind } from '#api/import-fields.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './file-step.module.css';
import { ListTemplates } from './list-templates.tsx';
import { pastedFile, usePastedCells } from './pasted-cells.ts';
import { MOST_BYTES, useUpload } from './use-upload.ts';

interface FileStepProps {
  readonly kind: ImportKind;
  /** Called when the file has been read. */
  readonly onRead: () => void;
}

/** A file is dropped or chosen, or cells are pasted from a spreadsheet. */
export function FileStep({ kind, onRead }: FileStepProps) {
  const { t } = useText();
  const format = useFormat();
  const upload = useUpload(kind);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const take = (file: File | null | undefined) => {
    if (!file || upload.isPending) return;
    setTooLarge(file.size > MOST_BYTES ? file.name : null);
    if (file.size <= MOST_BYTES) upload.mutate({ file }, { onSuccess: onRead });
  };
  const paste = (text: string) => {
    setTyped(text);
    take(pastedFile(text, t('imports.pastedName')));
  };
  usePastedCells(paste);
  return (
    <Section card title={t('imports.fileTitle')}>
      <FileDrop
        lead={t('imports.drop')}
        choose={t('imports.choose')}
        hint={t('imports.limits', {
          megabytes: format.number(MOST_BYTES / 1_000_000),
          rows: format.number(20_000),
        })}
        accept=".csv,.tsv,.txt,.xlsx"
        isBusy={upload.isPending}
        onFiles={([file]) => take(file)}
      />
      {tooLarge === null ? null : (
        <p className={classes.problem} role="alert">
          {t('imports.tooLarge', { file: tooLarge, megabytes: format.number(MOST_BYTES / 1_000_000) })}
        </p>
      )}
      {upload.error === null || tooLarge !== null ? null : <ProblemNote error={upload.error} />}
      <div className={classes.paste}>
        <Textarea
          label={t('imports.paste')}
          description={t('imports.pasteHint')}
          rows={2}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onPaste={(event) => {
            event.preventDefault();
            paste(event.clipboardData.getData('text/plain'));
          }}
        />
        <Button
          variant="default"
          disabled={typed.trim() === ''}
          loading={upload.isPending}
          onClick={() => paste(typed)}
        >
          {t('imports.readPasted')}
        </Button>
      </div>
      <ListTemplates kind={kind} />
    </Section>
  );
}

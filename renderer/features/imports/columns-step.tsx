import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { IMPORT_KEY_FIELDS } from '#api/import-fields.ts';
import type { ImportDraft } from '#api/imports.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { TenantSelect } from '../../ui/tenant-select.tsx';
import { ColumnList } from './column-list.tsx';
import classes from './columns-step.module.css';
import { DraftFacts } from './draft-facts.tsx';
import { hasKey, remapped } from './import-fields.ts';
import { ImportOptionFields } from './import-option-fields.tsx';
import { type ImportWork, useImportWorks, withMapping } from './import-work.ts';
import { useUpload } from './use-upload.ts';

interface ColumnsStepProps {
  readonly draft: ImportDraft;
  readonly work: ImportWork;
  readonly onNext: () => void;
}

/** Which column means what, and where new things are to hang. */
export function ColumnsStep({ draft, work, onNext }: ColumnsStepProps) {
  const { t } = useText();
  const { kind } = draft;
  const upload = useUpload(kind);
  const file = useImportWorks(({ files }) => files[kind]);
  const change = useImportWorks((state) => state.change);
  const isKnown = hasKey(kind, work.mapping);
  const key = IMPORT_KEY_FIELDS[kind].map((field) => t(`imports.field.${field}`)).join(t('imports.or'));
  return (
    <>
      <Section card title={t('imports.columnsTitle')} aside={<DraftFacts draft={draft} />}>
        {draft.remembered ? <p className={classes.quiet}>{t('imports.remembered')}</p> : null}
        <ColumnList
          draft={draft}
          mapping={work.mapping}
          onChange={(column, field) =>
            change(kind, (now) => withMapping(now, remapped(now.mapping, column, field)))
          }
        />
        <p className={classes.quiet}>{t('imports.keyHint')}</p>
      </Section>
      <Section card title={t('imports.howTitle')}>
        {file === undefined ? null : (
          <TenantSelect
            className={classes.tenant}
            value={draft.tenantId}
            onChange={(tenantId) => {
              if (tenantId !== null && tenantId !== draft.tenantId)
                upload.mutate({ file, tenantId, earlier: work });
            }}
          />
        )}
        {upload.error === null ? null : <ProblemNote error={upload.error} />}
        <ImportOptionFields
          draft={draft}
          options={work.options}
          onChange={(options) => change(kind, (now) => ({ ...now, options }))}
        />
      </Section>
      <div className={classes.next}>
        {isKnown ? null : (
          <p className={classes.missing} role="alert">
            {t('imports.keyMissing', { fields: key })}
          </p>
        )}
        <Button
          disabled={!isKnown}
          loading={upload.isPending}
          rightSection={<IconArrowRight size={16} aria-hidden />}
          onClick={onNext}
        >
          {t('imports.toCheck')}
        </Button>
      </div>
    </>
  );
}

import { Button } from '@mantine/core';
import { IconArrowRight, IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ImportRun } from '#api/imports.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { apiUrl } from '../../lib/call-api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/section.tsx';
import { countWords } from './count-words.ts';
import classes from './done-step.module.css';
import { ListLink } from './list-link.tsx';
import { UndoImport } from './undo-import.tsx';

interface DoneStepProps {
  readonly run: ImportRun;
  readonly onAnother: () => void;
}

/** What has come of it, what was left behind, and the way to take it all back. */
export function DoneStep({ run, onAnother }: DoneStepProps) {
  const { t } = useText();
  const format = useFormat();
  const recent = useQuery(apiQuery('listImports', { query: { kind: run.kind, limit: 50 } }));
  const now = recent.data?.items.find(({ id }) => id === run.id) ?? run;
  const { counts } = run;
  const taken = counts.new + counts.changed;
  return (
    <Section card title={t('imports.step.done')}>
      <div className={classes.outcome} role="status">
        <IconCircleCheck size={32} stroke={1.5} aria-hidden />
        <div>
          <p className={classes.lead}>
            {t('imports.imported', { count: taken, number: format.number(taken) })}
          </p>
          <p className={classes.counts}>{countWords(counts, { t, format })}</p>
        </div>
      </div>
      {counts.error === 0 ? null : (
        <p>
          {t('imports.wereLeft', { count: counts.error, number: format.number(counts.error) })}{' '}
          <a href={apiUrl('getLeftRows', { params: { importId: run.id } })} download className={classes.file}>
            <IconDownload size={14} aria-hidden /> {t('imports.leftRows')}
          </a>
        </p>
      )}
      <div className={classes.buttons}>
        <ListLink kind={run.kind} />
        <Button variant="default" rightSection={<IconArrowRight size={16} aria-hidden />} onClick={onAnother}>
          {t('imports.another')}
        </Button>
      </div>
      <UndoImport run={now} />
    </Section>
  );
}

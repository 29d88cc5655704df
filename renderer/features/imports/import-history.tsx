import { useInfiniteQuery } from '@tanstack/react-query';
import type { ImportKind } from '#api/import-fields.ts';
import type { ImportRun } from '#api/imports.ts';
import { importPages } from '../../lib/api-query.ts';
import { apiUrl } from '../../lib/call-api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { NextPage } from '../../ui/next-page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { countWords } from './count-words.ts';
import classes from './import-history.module.css';
import { UndoImport } from './undo-import.tsx';

/** What was imported before, by whom, and whether it can still be taken back. */
export function ImportHistory({ kind }: { readonly kind: ImportKind }) {
  const { t } = useText();
  const pages = useInfiniteQuery(importPages({ kind, limit: 20 }));
  const runs = pages.data?.pages.flatMap(({ items }) => items);
  return (
    <Section card title={t('imports.history')}>
      {pages.error && runs === undefined ? (
        <ProblemNote error={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {runs === undefined && pages.error === null ? <p aria-busy="true">{t('words.loading')}</p> : null}
      {runs?.length === 0 ? <p className={classes.quiet}>{t('imports.noHistory')}</p> : null}
      <ul>
        {runs?.map((run) => (
          <HistoryItem key={run.id} run={run} />
        ))}
      </ul>
      <NextPage pages={pages} />
    </Section>
  );
}

function HistoryItem({ run }: { readonly run: ImportRun }) {
  const { t } = useText();
  const format = useFormat();
  return (
    <li className={classes.item}>
      <p className={classes.title}>{run.fileName === '' ? t('imports.noName') : run.fileName}</p>
      <p className={classes.quiet}>
        {t('imports.importedBy', { who: run.by, when: format.dateTime(run.at) })} ·{' '}
        {countWords(run.counts, { t, format })}
        {run.counts.error === 0 ? null : (
          <>
            {' · '}
            <a href={apiUrl('getLeftRows', { params: { importId: run.id } })} download>
              {t('imports.leftRows')}
            </a>
          </>
        )}
      </p>
      <UndoImport run={run} asks />
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useMay } from '../../../lib/use-may.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { AddDocuments } from './add-documents.tsx';
import { DocumentList } from './document-list.tsx';
import classes from './documents.module.css';

/** Photos and documents that are kept with a station; whoever may change stations adds and removes them. */
export function DocumentsSection({ station }: { readonly station: Station }) {
  const { t } = useText();
  const mayChange = useMay()('stations.manage');
  const { data, error, refetch } = useQuery(
    apiQuery('listStationDocuments', { params: { stationId: station.id } }),
  );
  return (
    <Section title={t('documents.title')}>
      {data !== undefined ? null : error === null ? (
        <p className={classes.quiet} aria-busy="true">
          {t('words.loading')}
        </p>
      ) : (
        <ProblemNote error={error} onRetry={() => void refetch()} />
      )}
      {data?.items.length === 0 ? (
        <p className={classes.quiet}>{t(mayChange ? 'documents.empty' : 'documents.none')}</p>
      ) : null}
      <DocumentList documents={data?.items ?? []} mayChange={mayChange} />
      {mayChange ? <AddDocuments stationId={station.id} /> : null}
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { apiQuery } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import classes from './tariff-editor.module.css';
import { TariffEditor } from './tariff-editor.tsx';

/** One tariff on the table, with what it comes to beside it. */
export function TariffEditorPage() {
  const { t } = useText();
  const tariffId = Number(useParams({ from: '/tariffs/$tariffId' }).tariffId);
  const query = useQuery({
    ...apiQuery('getTariff', { params: { tariffId } }),
    enabled: Number.isInteger(tariffId),
  });
  // One that was removed is only looked at, where it can be brought back.
  if (query.data?.state === 'removed')
    return <Navigate to="/tariffs" search={{ tariff: tariffId }} replace />;
  if (query.data !== undefined) return <TariffEditor key={tariffId} tariff={query.data} />;
  return (
    <div className={classes.waiting}>
      <h1>{t('tariffs.edit')}</h1>
      {query.error === null ? (
        <p aria-busy="true">{t('words.loading')}</p>
      ) : (
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      )}
    </div>
  );
}

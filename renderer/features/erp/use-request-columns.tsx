import { useMemo } from 'react';
import type { ApiRequest } from '#api/api-requests.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import type { Column } from '../../ui/data-table-columns.tsx';
import { When } from '../../ui/figures.tsx';
import classes from './erp-page.module.css';
import { RequestStatus } from './request-status.tsx';

/** The columns of the request log; it has one order, the newest first. */
export function useRequestColumns(): readonly Column<ApiRequest>[] {
  const { t } = useText();
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'at', header: t('apiRequests.at'), width: '116px', cell: ({ at }) => <When at={at} /> },
      {
        id: 'client',
        header: t('apiRequests.client'),
        width: '22%',
        tier: 2,
        cell: ({ clientName, clientId }) => clientName ?? clientId ?? t('apiRequests.unknown'),
      },
      {
        id: 'request',
        header: t('apiRequests.request'),
        cell: ({ method, path }) => (
          <span className={classes.mono}>
            {method} {path}
          </span>
        ),
      },
      {
        id: 'took',
        header: t('apiRequests.took'),
        width: '96px',
        align: 'end',
        tier: 3,
        cell: ({ durationMs }) => t('apiRequests.ms', { ms: format.number(Math.round(durationMs)) }),
      },
      {
        id: 'status',
        header: t('apiRequests.status'),
        width: '92px',
        cell: ({ status }) => <RequestStatus status={status} />,
      },
    ],
    [t, format],
  );
}

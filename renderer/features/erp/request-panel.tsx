import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ApiRequest } from '#api/api-requests.ts';
import { ERRORS, type ErrorCode } from '#api/errors.ts';
import { apiRequestPages } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { FactsList } from '../../ui/facts-list.tsx';
import { DetailPanel } from '../../ui/split-page.tsx';
import type { FocusWish } from '../../ui/use-panel-focus.ts';
import classes from './erp-page.module.css';
import { requestQuery } from './request-query.ts';
import { RequestStatus } from './request-status.tsx';
import type { RequestFilter } from './use-erp-place.ts';

interface RequestPanelProps {
  readonly requestId: number;
  readonly filter: RequestFilter;
  readonly focusOn: FocusWish | undefined;
  readonly onClose: () => void;
}

/** One request of a program: all that is kept of it, and why it was refused. */
export function RequestPanel({ requestId, filter, focusOn, onClose }: RequestPanelProps) {
  const { t } = useText();
  const pages = useInfiniteQuery(apiRequestPages(requestQuery(filter)));
  const request = pages.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === requestId);
  if (pages.data === undefined) return null;
  const title = request === undefined ? t('apiRequests.request') : request.method;
  return (
    <DetailPanel
      label={t('apiRequests.request')}
      title={title}
      under={request === undefined ? undefined : <RequestStatus status={request.status} />}
      focusOn={focusOn}
      onClose={onClose}
    >
      {request === undefined ? <p>{t('apiRequests.gone')}</p> : <RequestFacts request={request} />}
    </DetailPanel>
  );
}

function RequestFacts({ request }: { readonly request: ApiRequest }) {
  const { t } = useText();
  const format = useFormat();
  const { clientId, clientName, code } = request;
  const known = code === null ? undefined : knownCode(code);
  return (
    <>
      <FactsList
        rows={[
          { label: t('apiRequests.path'), value: <span className={classes.mono}>{request.path}</span> },
          {
            label: t('apiRequests.at'),
            value: `${format.dayYear(request.at)}, ${format.timeSeconds(request.at)}`,
          },
          { label: t('apiRequests.client'), value: clientName ?? clientId ?? t('apiRequests.unknown') },
          known === undefined ? null : { label: t('apiRequests.why'), value: t(`problems.${known}`) },
          code === null
            ? null
            : { label: t('apiRequests.code'), value: <span className={classes.mono}>{code}</span> },
          {
            label: t('apiRequests.took'),
            value: t('apiRequests.ms', { ms: format.number(request.durationMs, 1) }),
          },
          { label: t('apiRequests.address'), value: request.address },
        ]}
      />
      {clientId === null ? null : (
        <p>
          <Link to="/erp" search={{ tab: 'requests', client: clientId }}>
            {t('apiRequests.ofClient')}
          </Link>
        </p>
      )}
    </>
  );
}

/** OAuth has codes of its own, for which there are no words of ours. */
function knownCode(code: string): ErrorCode | undefined {
  return (Object.keys(ERRORS) as ErrorCode[]).find((one) => one === code);
}

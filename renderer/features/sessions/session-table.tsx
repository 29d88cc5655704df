import { type ReactNode, useMemo } from 'react';
import type { Session } from '#api/sessions.ts';
import { useModules } from '../../lib/use-modules.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-columns.tsx';
import { Duration, Kwh, UidText, When } from '../../ui/figures.tsx';
import { SessionCost } from '../../ui/session-cost.tsx';
import { SessionState } from '../../ui/session-state.tsx';
import { stopReasonWords } from '../../ui/stop-reason.ts';
import classes from './session-table.module.css';

interface SessionTableProps {
  readonly sessions: readonly Session[] | undefined;
  readonly openId: number | undefined;
  readonly hold: string;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly onEnd: (() => void) | undefined;
  readonly hasMore: boolean;
  readonly foot: ReactNode;
  readonly onSelect: (session: Session) => void;
  readonly onOpen: (session: Session) => void;
  readonly empty: ReactNode;
}

export function SessionTable({ sessions, openId, ...rest }: SessionTableProps) {
  const { t } = useText();
  const columns = useColumns();
  return (
    <DataTable<Session>
      label={t('sessions.title')}
      columns={columns}
      rows={sessions}
      rowKey={keyOf}
      selected={(session) => session.id === openId}
      virtual
      {...rest}
    />
  );
}

function keyOf(session: Session): string {
  return String(session.id);
}

function useColumns(): readonly Column<Session>[] {
  const { t } = useText();
  const hasCosts = useModules()('tariffs');
  return useMemo(
    () => [
      {
        id: 'start',
        header: t('sessions.column.start'),
        width: '132px',
        cell: (session) => <When at={session.startedAt} />,
      },
      {
        id: 'end',
        header: t('sessions.column.end'),
        width: '118px',
        tier: 3,
        cell: ({ endedAt }) => (endedAt === null ? '' : <When at={endedAt} />),
      },
      { id: 'who', header: t('sessions.column.who'), cell: (session) => <Who session={session} /> },
      {
        id: 'station',
        header: t('sessions.column.station'),
        width: '13%',
        tier: 2,
        cell: ({ stationName, connectorId }) => `${stationName}\u00a0·\u00a0${connectorId}`,
      },
      {
        id: 'energy',
        header: t('sessions.column.energy'),
        width: '98px',
        align: 'end',
        cell: (session) => <Energy session={session} />,
      },
      ...(hasCosts
        ? [
            {
              id: 'cost',
              header: t('sessions.column.cost'),
              width: '118px',
              align: 'end',
              tier: 3,
              cell: ({ cost }) => <SessionCost cost={cost} />,
            } satisfies Column<Session>,
          ]
        : []),
      {
        id: 'duration',
        header: t('sessions.column.duration'),
        width: '96px',
        align: 'end',
        tier: 3,
        cell: (session) => <Duration seconds={session.durationSeconds} />,
      },
      {
        id: 'state',
        header: t('sessions.column.state'),
        width: '170px',
        tier: 2,
        cell: (session) => <SessionState state={session.state} />,
      },
      {
        id: 'reason',
        header: t('sessions.column.reason'),
        width: '16%',
        tier: 3,
        cell: ({ reason }) => (reason === null ? '' : stopReasonWords(reason, t)),
      },
    ],
    [t, hasCosts],
  );
}

function Who({ session }: { readonly session: Session }) {
  if (session.holder !== null) return <span className={classes.who}>{session.holder}</span>;
  return <UidText uid={session.cardUid} />;
}

/** What does not count yet is never shown like what does. */
function Energy({ session }: { readonly session: Session }) {
  if (session.energyWh !== null) return <Kwh wh={session.energyWh} />;
  return (
    <span className={classes.open}>
      <Kwh wh={session.measuredWh} />
      {session.state === 'needs-decision' && session.measuredWh !== null ? ' ?' : null}
    </span>
  );
}

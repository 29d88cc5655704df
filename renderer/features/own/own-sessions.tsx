import { useInfiniteQuery } from '@tanstack/react-query';
import { ownSessionPages } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import { Duration, Kwh } from '../../ui/figures.tsx';
import { NextPage } from '../../ui/next-page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SessionCost } from '../../ui/session-cost.tsx';
import { SessionState } from '../../ui/session-state.tsx';
import classes from './own-page.module.css';

/** What one has charged, newest first. */
export function OwnSessions() {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const pages = useInfiniteQuery(ownSessionPages());
  const sessions = pages.data?.pages.flatMap((page) => page.items);
  if (sessions === undefined)
    return pages.error === null ? null : (
      <ProblemNote error={pages.error} onRetry={() => void pages.refetch()} />
    );
  if (sessions.length === 0) return <p className={classes.quiet}>{t('own.noSessions')}</p>;
  return (
    <>
      <ul className={classes.list}>
        {sessions.map((session) => (
          <li key={session.id} className={classes.row}>
            <span className={classes.main}>
              {t('own.at', { station: session.stationName, number: session.connectorId })}
            </span>
            <span className={classes.quiet}>
              {format.moment(session.startedAt, now)} · <Duration seconds={session.durationSeconds} />
            </span>
            <Kwh wh={session.energyWh ?? session.measuredWh} />
            <SessionCost cost={session.cost} />
            <SessionState state={session.state} />
          </li>
        ))}
      </ul>
      <NextPage pages={pages} />
    </>
  );
}

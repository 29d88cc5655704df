import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionPages } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import { Duration, Kwh, UidText } from '../../ui/figures.tsx';
import { NextPage } from '../../ui/next-page.tsx';
import { SessionState } from '../../ui/session-state.tsx';
import classes from './sessions-tab.module.css';

const PAGE_SIZE = 20;

/** What was charged here, newest first. */
export function SessionsTab({ stationId }: { readonly stationId: string }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const pages = useInfiniteQuery(sessionPages({ stationId, limit: PAGE_SIZE }));
  const sessions = pages.data?.pages.flatMap((page) => page.items);
  if (sessions?.length === 0) return <p className={classes.quiet}>{t('stations.noSessions')}</p>;
  return (
    <>
      <ul>
        {sessions?.map((session) => (
          <li key={session.id}>
            <Link
              className={classes.row}
              to="/sessions/{-$sessionId}"
              params={{ sessionId: String(session.id) }}
              search={{ station: stationId }}
            >
              <span className={classes.who}>{session.holder ?? <UidText uid={session.cardUid} />}</span>
              <span className={classes.energy}>
                <Kwh wh={session.energyWh ?? session.measuredWh} />
              </span>
              <span className={classes.quiet}>
                {format.moment(session.startedAt, now)} · <Duration seconds={session.durationSeconds} />
              </span>
              <SessionState state={session.state} />
            </Link>
          </li>
        ))}
      </ul>
      <NextPage pages={pages} />
    </>
  );
}

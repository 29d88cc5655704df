import type { Change } from '#core/changes.ts';
import { measuredEnergy, type Session } from '#core/sessions/session.ts';
import { type Instant, MINUTE } from '#core/shared/units.ts';
import { logLine } from '../site/log-line.ts';

/** What the logbook says about sessions. */
export const sessionLines = {
  started(session: Session, at: Instant): Change {
    if (session.admission.kind === 'refused')
      return logLine(at, 'session-refused', {
        ...place(session),
        level: 'attention',
        facts: { card: session.cardUid, refusal: session.admission.refusal.kind },
      });
    return logLine(at, 'session-started', {
      ...place(session),
      facts: { card: session.cardUid, holder: session.holder ?? '', ...lateness(session.start) },
    });
  },

  ended(session: Session, at: Instant): Change {
    const { end, start } = session;
    return logLine(at, 'session-ended', {
      ...place(session),
      facts: {
        energyWh: measuredEnergy(session) ?? 0,
        durationSeconds: end === null ? 0 : Math.max(0, Math.round((end.at - start.at) / 1_000)),
        reason: end?.reason ?? '',
        ...(end === null ? {} : lateness(end)),
      },
    });
  },

  /** One line per doubt; none for a session that is fine. */
  doubted(session: Session, at: Instant, before: Session | null = null): readonly Change[] {
    return session.doubts
      .filter((doubt) => !before?.doubts.some((known) => known.kind === doubt.kind))
      .map((doubt) =>
        logLine(at, 'session-doubted', {
          ...place(session),
          level: 'attention',
          facts: { doubt: doubt.kind },
        }),
      );
  },
};

function place(session: Session) {
  return { stationId: session.stationId, connectorId: session.connectorId, sessionId: session.id };
}

/** A station that was offline tells its story later; the line stands where it was told. */
function lateness({ at, receivedAt }: { readonly at: Instant; readonly receivedAt: Instant }) {
  const late = receivedAt - at;
  return late < LATE ? {} : { lateBySeconds: Math.round(late / 1_000) };
}

const LATE = 5 * MINUTE;

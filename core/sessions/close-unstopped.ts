import type { Instant, WattHours } from '../shared/units.ts';
import { withDoubt } from './doubt.ts';
import type { Session } from './session.ts';

/**
 * Ends a session whose stop never came, with the last that its meter said. It waits for a person's
 * decision, except where the card was refused and nothing was delivered.
 */
export function closeUnstopped(session: Session, now: Instant): Session {
  const register = session.progress.lastRegister ?? session.start.register;
  const ended: Session = {
    ...session,
    end: {
      stationTime: null,
      at: session.progress.lastSampleAt ?? session.start.at,
      timeSource: session.start.timeSource,
      receivedAt: now,
      register,
      reason: 'Other',
      idTag: null,
      source: 'assumed',
    },
  };
  const nothingDelivered = register <= session.start.register;
  if (session.admission.kind === 'refused' && nothingDelivered) return ended;
  return { ...ended, doubts: withDoubt(session.doubts, noStop(now, register)) };
}

function noStop(since: Instant, register: WattHours) {
  return { kind: 'no-stop', since, facts: { lastRegisterWh: register } } as const;
}

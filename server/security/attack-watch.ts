import { MINUTE } from '#core/shared/units.ts';
import type { Refusal } from '#ocpp/refusal.ts';

/** So many attempts in another's name are no mistake any more, and one alarm an hour is enough. */
const ATTEMPTS = 20;
const WITHIN_MS = 10 * MINUTE;
const QUIET_MS = 60 * MINUTE;

/** Attempts to be a station without being able to prove it. */
const SUSPICIOUS: ReadonlySet<Refusal['reason']> = new Set([
  'missing-password',
  'wrong-password',
  'too-many-attempts',
  'other-profile',
  'missing-certificate',
  'foreign-certificate',
  'certificate-of-other-station',
  'certificate-of-other-site',
  'revoked-certificate',
  'duplicate-connection',
]);

interface Attempts {
  count: number;
  since: number;
  alarmedAt: number | null;
}

/** Counts refused attempts in the name of each of our stations. */
export function createAttackWatch(): {
  /** The number of attempts when an alarm is due, otherwise null. `known` stations only: a stranger can invent names. */
  saw(stationId: string, reason: Refusal['reason'], monotonicMs: number): number | null;
} {
  const byStation = new Map<string, Attempts>();
  return {
    saw(stationId, reason, now) {
      if (!SUSPICIOUS.has(reason)) return null;
      let attempts = byStation.get(stationId);
      if (attempts === undefined || now - attempts.since > WITHIN_MS) {
        attempts = { count: 0, since: now, alarmedAt: attempts?.alarmedAt ?? null };
        byStation.set(stationId, attempts);
      }
      attempts.count += 1;
      if (attempts.count < ATTEMPTS) return null;
      if (attempts.alarmedAt !== null && now - attempts.alarmedAt < QUIET_MS) return null;
      attempts.alarmedAt = now;
      return attempts.count;
    },
  };
}

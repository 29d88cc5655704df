import type { StationId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import type { RequiredTransport, SecurityProfile } from './profile.ts';

/** What a station has to prove, and what of it is just being changed. */
export interface StationSecurity {
  readonly stationId: StationId;
  readonly transport: RequiredTransport;
  readonly upgrade: ProfileUpgrade | null;
  readonly nextKey: NextKey | null;
  /** When it was last asked for a new certificate. */
  readonly certificateAskedAt: Instant | null;
}

/**
 * A higher profile that the station has been asked to take. Until it has come with it, the profile it has is accepted as
 * well; from then on never again (A05.FR.09).
 */
export interface ProfileUpgrade {
  readonly to: SecurityProfile;
  /** `no-answer` is neither yes nor no: the station may or may not have changed. */
  readonly state: 'asked' | 'accepted' | 'no-answer';
  readonly at: Instant;
  readonly by: string;
}

/** A password on its way to the station. Stored before it is sent, so that no cut line can lose the station. */
export interface NextKey {
  /** Salted record; never the key. */
  readonly record: string;
  /** `accepted` where it does not count yet: from the next restart on, or from the profile on with which a password is shown. */
  readonly state: 'asked' | 'accepted' | 'no-answer';
  readonly at: Instant;
  readonly by: string;
}

export function noSecurityYet(stationId: StationId): StationSecurity {
  return { stationId, transport: 'plain', upgrade: null, nextKey: null, certificateAskedAt: null };
}

/** After a start of the program: what was asked before will not be answered any more. */
export function withoutAnswers(security: StationSecurity): StationSecurity {
  const { upgrade, nextKey } = security;
  return {
    ...security,
    upgrade: upgrade?.state === 'asked' ? { ...upgrade, state: 'no-answer' } : upgrade,
    nextKey: nextKey?.state === 'asked' ? { ...nextKey, state: 'no-answer' } : nextKey,
  };
}

import { type Instant, MINUTE } from '../shared/units.ts';
import type { StationCredential } from '../stations/station.ts';
import { profileOf, type SecurityProfile, transportOf } from './profile.ts';
import type { NextKey, StationSecurity } from './station-security.ts';

/** The profiles with which a station may come now: the one it has, and the higher one it was asked to take. */
export function acceptedProfiles(
  { transport, upgrade }: StationSecurity,
  credential: StationCredential,
): readonly SecurityProfile[] {
  const required = profileOf(transport, credential);
  return upgrade === null || upgrade.to === required ? [required] : [required, upgrade.to];
}

/** What a station has just proven by connecting. */
export interface Proof {
  readonly profile: SecurityProfile;
  /** Which of the passwords it may have was the right one; null where none was asked for. */
  readonly key: 'current' | 'next' | null;
}

export interface Settled {
  readonly security: StationSecurity;
  readonly credential: StationCredential;
}

/**
 * What a proof settles: an upgrade is done when the station has come with it, and of two passwords that may be the right one
 * the proven one stays. Null where nothing was open.
 */
export function settleProof(
  { security, credential }: Settled,
  { profile, key }: Proof,
  now: Instant,
): Settled | null {
  let settled: Settled = { security, credential };
  const { nextKey, upgrade } = security;
  if (nextKey !== null && key === 'next')
    settled = {
      security: { ...settled.security, nextKey: null },
      credential: { kind: 'password', record: nextKey.record, setAt: now },
    };
  if (nextKey !== null && key === 'current' && isUnanswered(nextKey, now))
    settled = { ...settled, security: { ...settled.security, nextKey: null } };
  if (upgrade?.to === profile)
    settled = {
      ...settled,
      security: { ...settled.security, upgrade: null, transport: transportOf(profile) },
    };
  return settled.security === security ? null : settled;
}

/** The program may have ended before the answer came: then none will come any more. */
function isUnanswered({ state, at }: NextKey, now: Instant): boolean {
  return state === 'no-answer' || (state === 'asked' && now - at > LONGEST_WAIT);
}

const LONGEST_WAIT = 2 * MINUTE;

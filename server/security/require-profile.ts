import { type SecurityProfile, transportOf } from '#core/security/profile.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { StationCredential } from '#core/stations/station.ts';
import { logLine } from '../site/log-line.ts';
import { knownStation } from '../stations/known-station.ts';
import { type SecurityTools, securityChanged } from './security-tools.ts';

/**
 * Requires a profile from the next connection on, because a person has set it at the station by hand. The only way down
 * (A00.FR.005). False when the profile needs a password and there is none.
 */
export function requireProfile(
  { desk, clock }: Pick<SecurityTools, 'desk' | 'clock'>,
  id: StationId,
  { profile, by }: { readonly profile: SecurityProfile; readonly by: string },
): Promise<boolean> {
  return desk.decide((live) => {
    const now = clock.now();
    const station = knownStation(live, id);
    const security = live.securityOf(id);
    const credential = credentialFor(profile, { known: station.credential, next: security.nextKey?.record });
    if (credential === null) return { value: false, changes: [] };
    const { change, told } = securityChanged({
      ...security,
      transport: transportOf(profile),
      upgrade: null,
      nextKey: credential === station.credential ? security.nextKey : null,
    });
    return {
      value: true,
      changes: [
        change,
        { kind: 'save-station', station: { ...station, credential } },
        logLine(now, 'security-profile', {
          stationId: id,
          actor: by,
          facts: { profile, securityState: 'set' },
        }),
      ],
      told,
    };

    function credentialFor(
      wanted: SecurityProfile,
      { known, next }: { readonly known: StationCredential; readonly next: string | undefined },
    ): StationCredential | null {
      if (wanted === 0) return { kind: 'open' };
      if (wanted === 3 || known.kind === 'password') return known;
      return next === undefined ? null : { kind: 'password', record: next, setAt: now };
    }
  });
}

import { type SecurityProfile, transportOf } from '#core/security/profile.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { StationCredential } from '#core/stations/station.ts';
import { logLine } from '../site/log-line.ts';
import { knownStation } from '../stations/known-station.ts';
import { profileObstacle } from './profile-obstacle.ts';
import { type SecurityTools, securityChanged } from './security-tools.ts';

export type RequireObstacle = 'needs-password' | 'needs-certificate' | 'no-tls-port';

/**
 * Requires a profile from the next connection on, because a person has set it at the station by hand. The only way down
 * (A00.FR.005). Null when it is done, or what the station could not come without.
 */
export function requireProfile(
  tools: Pick<SecurityTools, 'desk' | 'clock' | 'ports'>,
  id: StationId,
  { profile, by }: { readonly profile: SecurityProfile; readonly by: string },
): Promise<RequireObstacle | null> {
  const { desk, clock } = tools;
  return desk.decide((live) => {
    const obstacle = profileObstacle(tools, id, profile);
    if (obstacle !== null) return { value: obstacle, changes: [] };
    const now = clock.now();
    const station = knownStation(live, id);
    const security = live.securityOf(id);
    const next = security.nextKey?.state === 'accepted' ? security.nextKey.record : undefined;
    const credential = credentialFor(profile, { known: station.credential, next });
    if (credential === null) return { value: 'needs-password', changes: [] };
    const { change, told } = securityChanged({
      ...security,
      transport: transportOf(profile),
      upgrade: null,
      nextKey: credential === station.credential ? security.nextKey : null,
    });
    return {
      value: null,
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

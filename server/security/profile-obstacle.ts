import type { SecurityProfile } from '#core/security/profile.ts';
import { isInForce } from '#core/security/station-certificate.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { SecurityTools } from './security-tools.ts';

/** Why no station could come here with a profile, or not this one; null when it could. */
export function profileObstacle(
  { desk, clock, ports }: Pick<SecurityTools, 'desk' | 'clock' | 'ports'>,
  id: StationId,
  profile: SecurityProfile,
): 'no-tls-port' | 'needs-certificate' | null {
  if (profile < 2) return null;
  if (ports.ocppTls === null) return 'no-tls-port';
  if (profile < 3) return null;
  const hasCertificate = [...desk.live.stationCertificates.values()].some(
    (one) => one.stationId === id && one.life.kind === 'installed' && isInForce(one, clock.now()),
  );
  return hasCertificate ? null : 'needs-certificate';
}

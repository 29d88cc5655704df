import type { StationSecurity } from '#api/station-security.ts';
import type { Station } from '#api/stations.ts';

/** Whether a station agreed to a profile with TLS, restarted, and came as it did before. */
export function hasComeWithoutTls(
  { onlineSince }: Pick<Station, 'onlineSince'>,
  { upgrade, line }: Pick<StationSecurity, 'upgrade' | 'line'>,
): boolean {
  if (upgrade === null || upgrade.state !== 'accepted' || upgrade.to < 2) return false;
  if (line === null || line.encrypted || onlineSince === null) return false;
  return Date.parse(onlineSince) > Date.parse(upgrade.at);
}

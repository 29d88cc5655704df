import type { Change } from '#core/changes.ts';
import type { Instant } from '#core/shared/units.ts';
import type { StationLine } from '../ocpp/station-line.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import { knownStation } from '../stations/known-station.ts';
import { securityChanged } from './security-tools.ts';

/**
 * A key that was to count after a restart is nothing when the station has restarted, because we told it to, and still came
 * with the old one. A boot alone proves no restart: many stations send one whenever they connect.
 */
export function forgetUnusedKey(
  live: LiveSite,
  { stationId, openedAt }: Pick<StationLine, 'stationId' | 'openedAt'>,
  now: Instant,
): readonly Change[] {
  const security = live.securityOf(stationId);
  const { nextKey, transport } = security;
  if (nextKey?.state !== 'accepted' || transport === 'mutual-tls') return [];
  // Who shows no key yet has not shown the old one.
  if (knownStation(live, stationId).credential.kind !== 'password') return [];
  const hasRestarted = live.openCommandsOf(stationId).some(({ order, life }) => {
    if (order.kind !== 'reset' || !('sentAt' in life)) return false;
    return life.sentAt >= nextKey.at && openedAt > life.sentAt;
  });
  if (!hasRestarted) return [];
  return [
    securityChanged({ ...security, nextKey: null }).change,
    logLine(now, 'station-key', { stationId, level: 'attention', facts: { keyState: 'refused' } }),
  ];
}

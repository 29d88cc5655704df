import type { Change } from '#core/changes.ts';
import type { Proof } from '#core/security/prove.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { logLine } from '../site/log-line.ts';

/** What a station has just settled by connecting, as a line of the logbook. */
export function securityLine(at: Instant, stationId: StationId, { profile, key }: Proof): Change {
  return logLine(at, 'security-profile', {
    stationId,
    facts: { profile, securityState: key === 'next' ? 'with-new-key' : 'in-force' },
  });
}

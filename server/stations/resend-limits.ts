import type { Application } from '../application.ts';
import type { StationLine } from '../ocpp/station-line.ts';
import { isModuleOn } from '../site/modules.ts';
import { behaviourOf } from './behaviour-of.ts';
import { mayBeTold } from './boot-loop.ts';
import { profileOnWire } from './order-messages.ts';
import { limitsNow } from './order-outcomes.ts';

/**
 * Says its limits again to a station that forgets them with its line and would charge at full power (go-e#217). The
 * returned function looks for lines that have come up; call it every second.
 */
export function createLimitResending(app: Application): () => void {
  const told = new WeakSet<StationLine>();
  return () => {
    if (app.isTestTool() || !isModuleOn(app.desk.live, 'energy')) return;
    const now = app.clock.now();
    for (const line of app.stations.lines()) {
      if (told.has(line) || !behaviourOf(app.desk.live, line.stationId).forgetsLimits) continue;
      if (!mayBeTold(app.desk.live, line, now)) continue;
      told.add(line);
      resend(line).catch((error: unknown) =>
        app.log.error({ err: error, stationId: line.stationId }, 'limits not said again'),
      );
    }
  };

  async function resend({ stationId, connection }: StationLine): Promise<void> {
    const { profiles } = limitsNow(app.desk.live, stationId, app.clock.now());
    for (const { connectorId, profile } of profiles) {
      const request = { connectorId, csChargingProfiles: profileOnWire(profile) };
      const outcome = await connection.call('SetChargingProfile', request);
      if (outcome.kind !== 'result' || outcome.response.status !== 'Accepted')
        app.log.warn({ stationId, profile: profile.id, outcome: outcome.kind }, 'limit not taken again');
    }
  }
}

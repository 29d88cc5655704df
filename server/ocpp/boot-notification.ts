import { UNHEARD_CLOCK } from '#core/shared/clock-readings.ts';
import type { StationIdentity } from '#core/stations/station.ts';
import { formatTimestamp } from '#ocpp/v16/timestamp.ts';
import { logLine } from '../site/log-line.ts';
import { knownStation } from '../stations/known-station.ts';
import { sightChanges } from '../stations/sight-changes.ts';
import type { Handler } from './handler.ts';

/**
 * How often a station says that it lives, and so learns the time (OCPP 1.6 §4.2). Our pings notice a dead
 * line much sooner, so this may be rare.
 */
export const HEARTBEAT_SECONDS = 300;

/** OCPP 1.6 §4.2. An adopted station is always accepted. */
export const bootNotification: Handler<'BootNotification'> = {
  decide(live, { stationId, request, receivedAt, line }) {
    const known = knownStation(live, stationId);
    const identity: StationIdentity = {
      vendor: textOrNull(request.chargePointVendor),
      model: textOrNull(request.chargePointModel),
      serialNumber: textOrNull(request.chargePointSerialNumber ?? request.chargeBoxSerialNumber),
      firmware: textOrNull(request.firmwareVersion),
    };
    // The station sets its clock by our answer: what was measured before no longer holds.
    line.clock = UNHEARD_CLOCK;
    const station = {
      ...known,
      identity,
      lastBootAt: receivedAt,
      lastSeenAt: receivedAt,
      clockOffsetMs: null,
    };
    const sight = sightChanges(live, stationId, { sight: { kind: 'restarted' }, now: receivedAt });
    return {
      response: { status: 'Accepted', currentTime: formatTimestamp(receivedAt), interval: HEARTBEAT_SECONDS },
      changes: [
        { kind: 'save-station', station },
        logLine(receivedAt, 'station-booted', {
          stationId,
          facts: {
            vendor: identity.vendor ?? '',
            model: identity.model ?? '',
            firmware: identity.firmware ?? '',
          },
        }),
        ...sight.changes,
      ],
      told: [{ kind: 'station', stationId }, { kind: 'log' }, ...sight.told],
    };
  },
};

function textOrNull(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

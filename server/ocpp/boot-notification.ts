import { UNHEARD_CLOCK } from '#core/shared/clock-readings.ts';
import type { Station, StationIdentity } from '#core/stations/station.ts';
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

/** How long a station waits before it boots again: one that is being set up should notice soon when it may work. */
const RETRY_SECONDS = { pending: 60, rejected: 900 } as const;

/** OCPP 1.6 §4.2. What a person decided about the station holds for every boot. */
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
    const sight = sightChanges(live, stationId, {
      sight: { kind: 'restarted', firmware: identity.firmware },
      now: receivedAt,
    });
    return {
      response: { ...registrationOf(known), currentTime: formatTimestamp(receivedAt) },
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

function registrationOf({ registration }: Station) {
  switch (registration) {
    case 'accepted':
      return { status: 'Accepted', interval: HEARTBEAT_SECONDS } as const;
    case 'pending':
      return { status: 'Pending', interval: RETRY_SECONDS.pending } as const;
    case 'rejected':
      return { status: 'Rejected', interval: RETRY_SECONDS.rejected } as const;
  }
}

function textOrNull(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

import { UNHEARD_CLOCK } from '#core/shared/clock-readings.ts';
import type { Station, StationIdentity } from '#core/stations/station.ts';
import { formatTimestamp } from '#ocpp/v16/timestamp.ts';
import { forgetUnusedKey } from '../security/forget-unused-key.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import { behaviourOfStation } from '../stations/behaviour-of.ts';
import { bootSeen } from '../stations/boot-loop.ts';
import { knownStation } from '../stations/known-station.ts';
import { sightChanges } from '../stations/sight-changes.ts';
import type { Handler } from './handler.ts';

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
    line.bootedAt = receivedAt;
    const station: Station = {
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
    const unused = forgetUnusedKey(live, line, receivedAt);
    // Nobody wonders about a restart that was ordered, or about a station that has to ask again.
    const isExpected = sight.changes.length > 0 || known.registration !== 'accepted';
    const boot = isExpected ? null : bootSeen(live, stationId, receivedAt);
    return {
      response: { ...registrationOf(live, station), currentTime: formatTimestamp(receivedAt) },
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
        ...(boot?.changes ?? []),
        ...sight.changes,
        ...unused,
      ],
      told: [{ kind: 'station', stationId }, { kind: 'log' }, ...sight.told],
      ...(boot === null ? {} : { remember: boot.remember }),
    };
  },
};

function registrationOf(live: LiveSite, station: Station) {
  switch (station.registration) {
    case 'accepted':
      return { status: 'Accepted', interval: behaviourOfStation(live, station).heartbeatSeconds } as const;
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

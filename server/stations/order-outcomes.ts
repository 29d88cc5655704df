import type { LiveEvent } from '#api/events.ts';
import type { Change } from '#core/changes.ts';
import type { Instant } from '#core/shared/units.ts';
import { withoutProfiles, withProfile } from '#core/stations/charging-profile.ts';
import type { Command, CommandLife } from '#core/stations/command.ts';
import type { Reservation } from '#core/stations/reservation.ts';
import { noLimits, profilesInForce, type StationLimits } from '#core/stations/station-limits.ts';
import { heldBy, keptNumber } from '../access/access-facts.ts';
import type { LiveSite } from '../site/live-site.ts';

interface Outcome {
  readonly changes: readonly Change[];
  readonly told: readonly LiveEvent[];
}

/** What the site remembers once a station has said yes: a reservation, a limit; and what it need not await any more after a no. */
export function orderOutcome(
  live: LiveSite,
  command: Command,
  { life, now }: { readonly life: CommandLife; readonly now: Instant },
): Outcome {
  if (isGivenUp(life)) return closedUpload(live, command, now);
  const isYes = life.kind === 'accepted' || life.kind === 'in-effect';
  if (!isYes || command.life.kind === 'accepted') return { changes: [], told: [] };
  const changes = changesOf(live, command, now);
  return { changes, told: changes.length === 0 ? [] : [{ kind: 'station', stationId: command.stationId }] };
}

function isGivenUp({ kind }: CommandLife): boolean {
  return kind === 'rejected' || kind === 'failed' || kind === 'expired' || kind === 'cancelled';
}

/** An address for a file that will not come is closed at once. */
function closedUpload(live: LiveSite, { order, stationId }: Command, now: Instant): Outcome {
  const id = 'target' in order && order.target.kind === 'here' ? order.target.uploadId : null;
  const upload = id === null ? undefined : live.uploads.get(id);
  if (upload === undefined) return { changes: [], told: [] };
  return {
    changes: [{ kind: 'save-upload', upload: { ...upload, life: { kind: 'missed', at: now } } }],
    told: [{ kind: 'station', stationId }],
  };
}

function changesOf(live: LiveSite, command: Command, now: Instant): readonly Change[] {
  const { order, stationId, orderedBy } = command;
  switch (order.kind) {
    case 'reserve': {
      const reservation: Reservation = {
        id: order.reservationId,
        stationId,
        connectorId: order.connectorId,
        cardUid: keptNumber(heldBy(live, order.idTag), order.idTag),
        group: order.group,
        madeBy: orderedBy,
        madeAt: now,
        expiresAt: order.expiresAt,
        life: { kind: 'held' },
      };
      return [{ kind: 'save-reservation', reservation }];
    }
    case 'cancel-reservation': {
      const held = live.reservations.get(order.reservationId);
      if (held === undefined) return [];
      const life = { kind: 'cancelled', at: now, by: orderedBy } as const;
      return [{ kind: 'save-reservation', reservation: { ...held, life } }];
    }
    case 'set-charging-profile': {
      const limits = limitsNow(live, stationId, now);
      const added = {
        connectorId: order.connectorId,
        profile: order.profile,
        setAt: now,
        setBy: orderedBy,
      };
      return [{ kind: 'save-limits', limits: { ...limits, profiles: withProfile(limits.profiles, added) } }];
    }
    case 'clear-charging-profile': {
      const limits = limitsNow(live, stationId, now);
      return [
        { kind: 'save-limits', limits: { ...limits, profiles: withoutProfiles(limits.profiles, order) } },
      ];
    }
    default:
      return [];
  }
}

/** What we have set at a station and may still hold. */
export function limitsNow(live: LiveSite, stationId: Command['stationId'], now: Instant): StationLimits {
  const limits = live.limits.get(stationId) ?? noLimits(stationId);
  const running = new Set(
    live.sessions
      .open()
      .filter((session) => session.stationId === stationId)
      .map(({ transactionId }) => transactionId),
  );
  return { ...limits, profiles: profilesInForce(limits, { now, running }) };
}

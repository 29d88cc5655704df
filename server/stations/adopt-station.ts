import type { Change } from '#core/changes.ts';
import { NO_METERING_FLAGS } from '#core/eichrecht/energy-for-money.ts';
import { stationId } from '#core/shared/ids.ts';
import { type Instant, watts } from '#core/shared/units.ts';
import { NOTHING_OWN } from '#core/stations/behaviour.ts';
import { NO_INVENTORY } from '#core/stations/inventory.ts';
import {
  type Registration,
  type Station,
  type StationCredential,
  UNKNOWN_IDENTITY,
} from '#core/stations/station.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Application } from '../application.ts';
import { passwordRecord } from '../people/password-record.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import type { Knock } from './knocks.ts';

/** Where a station hangs, and what is written down about it. */
export type Hung = Partial<Pick<Station, 'tenantId' | 'groupIds' | 'powerClass' | 'inventory'>>;

export interface Adoption {
  readonly id: string;
  readonly name?: string;
  readonly maxPowerW?: number;
  /** Left out: what the station knocked with, or none. */
  readonly password?: string;
  /** Left out: it may work at once. */
  readonly registration?: Registration;
  /** What is left out stays; a station never seen before hangs on the root. */
  readonly hung?: Hung;
  readonly by: string;
}

/** What an AC station delivers at most; the owner changes it for fast chargers. */
const USUAL_MAX_POWER = watts(22_000);

/**
 * Takes a station in. One that knocked with a password keeps it: from now on it has to know it. One that was
 * retired comes back with its history. Null when the station is in already.
 */
export async function adoptStation(app: Application, adoption: Adoption): Promise<Station | null> {
  const id = stationId(adoption.id);
  const knock = app.knocks.get(id);
  const proven = await credentialOf(adoption, knock, app.clock.now());
  const station = await app.desk.decide<Station | null>((live) => {
    const known = live.stations.get(id);
    if (known !== undefined && known.retiredAt === null) return { value: null, changes: [] };
    const now = app.clock.now();
    const adopted: Station = {
      ...(known ?? neverSeen(id, now)),
      ...adoption.hung,
      name: adoption.name?.trim() ?? known?.name ?? id,
      retiredAt: null,
      registration: adoption.registration ?? 'accepted',
      // A retired station that comes back never asks for less than it did.
      credential: proven ?? known?.credential ?? { kind: 'open' },
      missingProtocolAllowed: (known?.missingProtocolAllowed ?? false) || knock?.protocols.length === 0,
      maxPower:
        adoption.maxPowerW === undefined ? (known?.maxPower ?? USUAL_MAX_POWER) : watts(adoption.maxPowerW),
    };
    return {
      value: adopted,
      changes: [
        { kind: 'save-station', station: adopted },
        ...secured(live, id, knock),
        logLine(now, 'station-adopted', {
          stationId: id,
          actor: adoption.by,
          facts: { station: adopted.name },
        }),
      ],
      told: [{ kind: 'station', stationId: id }, { kind: 'knock' }, { kind: 'log' }],
    };
  });
  if (station !== null) app.knocks.forget(id);
  return station;
}

/** A station that comes over TLS is expected over TLS from now on; one that was here before keeps what it had to prove. */
function secured(live: LiveSite, id: Station['id'], knock: Knock | undefined): readonly Change[] {
  if (knock?.encrypted !== true || live.stationSecurity.has(id)) return [];
  return [{ kind: 'save-station-security', security: { ...live.securityOf(id), transport: 'tls' } }];
}

function neverSeen(
  id: Station['id'],
  now: Instant,
): Omit<Station, 'name' | 'credential' | 'maxPower' | 'missingProtocolAllowed' | 'registration'> {
  return {
    id,
    tenantId: ROOT_TENANT,
    groupIds: [],
    powerClass: null,
    inventory: NO_INVENTORY,
    adoptedAt: now,
    retiredAt: null,
    identity: UNKNOWN_IDENTITY,
    lastBootAt: null,
    lastSeenAt: null,
    clockOffsetMs: null,
    deviations: {},
    behaviour: NOTHING_OWN,
    metering: NO_METERING_FLAGS,
  };
}

/** Null where no password was given or knocked with. */
async function credentialOf(
  adoption: Adoption,
  knock: Knock | undefined,
  now: Instant,
): Promise<StationCredential | null> {
  const password = adoption.password ?? knockedPassword(adoption.id, knock);
  if (password === null) return null;
  return { kind: 'password', record: await passwordRecord(password), setAt: now };
}

/** Only what was sent under the station's own name can be its password (A00.FR.204). */
function knockedPassword(id: string, knock: Knock | undefined): Buffer | null {
  if (knock?.credentials?.username !== id) return null;
  const [asSent] = knock.credentials.passwords;
  return asSent === undefined || asSent.length === 0 ? null : asSent;
}

import { cardUid } from '#core/access/card-uid.ts';
import type { Change } from '#core/changes.ts';
import { NO_METERING_FLAGS } from '#core/eichrecht/energy-for-money.ts';
import type { Session, SessionEnd } from '#core/sessions/session.ts';
import { connectorId, sessionId, stationId, transactionId } from '#core/shared/ids.ts';
import { DAY, HOUR, type Instant, instant, MINUTE, wattHours, watts } from '#core/shared/units.ts';
import { NOTHING_OWN } from '#core/stations/behaviour.ts';
import { NO_INVENTORY } from '#core/stations/inventory.ts';
import { type Station, UNKNOWN_IDENTITY } from '#core/stations/station.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import { openStore } from '#store/open-store.ts';
import type { Store } from '#store/store.ts';

export interface Seed {
  readonly folder: string;
  readonly sessions: number;
  readonly stations: number;
  readonly cards: number;
  /** The newest session ends before this moment; the others lie in the years before it. */
  readonly now: Instant;
}

/** How many sessions the last of them still run, as on a busy afternoon. */
const RUNNING_AT_THE_END = 60;
const SESSIONS_PER_COMMIT = 10_000;
const YEARS = 4;

/** Fills a data folder with finished years of charging, the same for the same seed. */
export async function seedSessions(seed: Seed): Promise<void> {
  const outcome = await openStore({ folder: seed.folder, now: () => seed.now });
  if (outcome.kind !== 'opened') throw new Error(`Cannot seed ${seed.folder}: ${outcome.kind}`);
  const { store } = outcome;
  await keep(store, everyStation(seed));
  for (let first = 1; first <= seed.sessions; first += SESSIONS_PER_COMMIT) {
    const last = Math.min(seed.sessions, first + SESSIONS_PER_COMMIT - 1);
    await keep(store, sessionsFrom(seed, first, last));
  }
  await store.close();
}

function keep(store: Store, changes: readonly Change[]): Promise<void> {
  return store.submit({ decide: () => ({ changes, value: undefined }), undo: () => undefined });
}

function everyStation({ stations, now }: Seed): readonly Change[] {
  return Array.from({ length: stations }, (_, index) => ({
    kind: 'save-station',
    station: stationAt(index, now),
  }));
}

function stationAt(index: number, now: Instant): Station {
  return {
    id: stationIdAt(index),
    name: `Bay ${index + 1}`,
    tenantId: ROOT_TENANT,
    groupIds: [],
    powerClass: null,
    inventory: NO_INVENTORY,
    adoptedAt: instant(now - YEARS * 365 * DAY),
    retiredAt: null,
    identity: UNKNOWN_IDENTITY,
    credential: { kind: 'open' },
    missingProtocolAllowed: false,
    registration: 'accepted',
    maxPower: watts(22_000),
    lastBootAt: null,
    lastSeenAt: null,
    clockOffsetMs: null,
    deviations: {},
    behaviour: NOTHING_OWN,
    metering: NO_METERING_FLAGS,
  };
}

function sessionsFrom(seed: Seed, first: number, last: number): readonly Change[] {
  const changes: Change[] = [];
  for (let number = first; number <= last; number += 1) {
    changes.push({ kind: 'add-session', session: sessionAt(seed, number) });
  }
  return changes;
}

function sessionAt(seed: Seed, number: number): Session {
  const card = scattered(number, seed.cards);
  const uid = `04${card.toString(16).padStart(8, '0')}`;
  const startedAt = instant(
    seed.now - 9 * HOUR - Math.floor(((seed.sessions - number) / seed.sessions) * YEARS * 365 * DAY),
  );
  const startWh = number * 10;
  const energyWh = 2_000 + scattered(number * 3, 40_000);
  const running = seed.sessions - number < RUNNING_AT_THE_END;
  const doubtful = !running && number % 1_000 === 0;
  return {
    id: sessionId(number),
    transactionId: transactionId(number),
    stationId: stationIdAt(scattered(number * 7, seed.stations)),
    connectorId: connectorId(1 + (number % 2)),
    idTag: uid,
    cardUid: cardUid(uid),
    cardId: null,
    holder: card % 10 === 0 ? null : `Driver ${card}`,
    tenantId: ROOT_TENANT,
    driverId: null,
    vehicleId: null,
    admission: { kind: 'admitted' },
    start: {
      stationTime: String(startedAt),
      at: startedAt,
      timeSource: 'station',
      receivedAt: startedAt,
      register: wattHours(startWh),
      reservationId: null,
      key: `seed ${number}`,
    },
    progress: {
      firstRegister: wattHours(startWh + 1),
      lastRegister: wattHours(startWh + energyWh),
      lastSampleAt: instant(startedAt + HOUR),
    },
    end: running ? null : endAt(startedAt, startWh + energyWh, uid),
    doubts: doubtful ? [{ kind: 'no-stop', since: startedAt, facts: { lastRegisterWh: startWh } }] : [],
    decision: null,
  };
}

function endAt(startedAt: Instant, register: number, idTag: string): SessionEnd {
  const at = instant(startedAt + 8 * HOUR - MINUTE);
  return {
    stationTime: String(at),
    at,
    timeSource: 'station',
    receivedAt: at,
    register: wattHours(register),
    reason: 'EVDisconnected',
    idTag,
    source: 'stop-transaction',
  };
}

function stationIdAt(index: number): ReturnType<typeof stationId> {
  return stationId(`BAY-${String(index + 1).padStart(4, '0')}`);
}

/** A number below `bound` that looks random and is the same every time (Knuth's multiplicative hash). */
function scattered(number: number, bound: number): number {
  return Math.floor(((Math.imul(number, 2_654_435_761) >>> 0) / 2 ** 32) * bound);
}

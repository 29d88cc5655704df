import { cardUid } from '#core/access/card-uid.ts';
import type { Change } from '#core/changes.ts';
import { NO_METERING_FLAGS } from '#core/eichrecht/energy-for-money.ts';
import type { CurvePoint } from '#core/sessions/curve.ts';
import type { Session } from '#core/sessions/session.ts';
import { connectorId, sessionId, stationId, transactionId } from '#core/shared/ids.ts';
import { HOUR, type Instant, instant, MINUTE, wattHours, watts } from '#core/shared/units.ts';
import { basisPoints } from '#core/tariffs/amounts.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import { begunOnTerms } from '#core/tariffs/tariff-change.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import { openStore } from '#store/open-store.ts';
import { quarterHourTariff } from './quarter-hour-tariff.ts';

export interface PriceSeed {
  readonly folder: string;
  readonly sessions: number;
  /** The first one begins then, the last one before `until`. */
  readonly from: Instant;
  readonly until: Instant;
  /** Minutes between two readings. */
  readonly pace: number;
}

const TARIFF = 1;
const PAYERS = 500;
const STATIONS = 100;
const SESSIONS_PER_COMMIT = 5_000;
const HOURS = 3;
const WH_A_MINUTE = 183;

/** Fills a data folder with sessions that have ended and that nobody has priced yet, with their readings. */
export async function seedUnpriced(seed: PriceSeed): Promise<void> {
  const { folder, sessions, from } = seed;
  const outcome = await openStore({ folder, now: () => from });
  if (outcome.kind !== 'opened') throw new Error(`Cannot seed ${folder}: ${outcome.kind}`);
  const { store } = outcome;
  const keep = (changes: readonly Change[]) =>
    store.submit({ decide: () => ({ changes, value: undefined }), undo: () => undefined });
  await keep(tariffAt(from));
  for (let first = 1; first <= sessions; first += SESSIONS_PER_COMMIT) {
    const count = Math.min(SESSIONS_PER_COMMIT, sessions - first + 1);
    await keep(Array.from({ length: count }, (_, index) => unpriced(seed, first + index)).flat());
  }
  await store.close();
}

function tariffAt(at: Instant): readonly Change[] {
  const tariff = quarterHourTariff();
  const record = { id: TARIFF, tenantId: ROOT_TENANT, name: 'Quarters', text: '', draft: null };
  const version = { tariffId: TARIFF, number: 1, from: at, tariff, text: '', note: '' };
  return [
    { kind: 'save-tariff', tariff: { ...record, addedAt: at, removedAt: null } },
    {
      kind: 'save-tariff-version',
      version: { ...version, publishedAt: at, publishedBy: 'Owner', withdrawnAt: null },
    },
  ];
}

function unpriced({ sessions, from, until, pace }: PriceSeed, number: number): readonly Change[] {
  const start = from + Math.floor(((until - from) * (number - 1)) / sessions / 1_000) * 1_000;
  const session = sessionAt(instant(start), number);
  return [
    { kind: 'add-session', session },
    ...begunOnTerms(session, termsOf(session)),
    { kind: 'save-curve', sessionId: session.id, points: curveOf(session, pace) },
  ];
}

function sessionAt(at: Instant, number: number): Session {
  const payer = 1 + ((number * 7_919) % PAYERS);
  const uid = `04${payer.toString(16).padStart(8, '0')}`;
  const end = instant(at + HOURS * HOUR);
  const register = wattHours(WH_A_MINUTE * HOURS * 60);
  return {
    id: sessionId(number),
    transactionId: transactionId(number),
    stationId: stationId(`BAY-${String(1 + (number % STATIONS)).padStart(4, '0')}`),
    connectorId: connectorId(1),
    idTag: uid,
    cardUid: cardUid(uid),
    cardId: null,
    holder: `Driver ${payer}`,
    tenantId: ROOT_TENANT,
    driverId: null,
    vehicleId: null,
    admission: { kind: 'admitted' },
    start: {
      stationTime: String(at),
      at,
      timeSource: 'station',
      receivedAt: at,
      register: wattHours(0),
      reservationId: null,
      key: `priced ${number}`,
    },
    progress: { firstRegister: wattHours(0), lastRegister: register, lastSampleAt: end },
    end: {
      stationTime: String(end),
      at: end,
      timeSource: 'station',
      receivedAt: end,
      register,
      reason: 'EVDisconnected',
      idTag: uid,
      source: 'stop-transaction',
    },
    doubts: [],
    decision: null,
  };
}

function termsOf({ id, start }: Session): SessionTerms {
  return {
    sessionId: id,
    at: start.at,
    timeZone: 'Europe/Berlin',
    tariffId: TARIFF,
    tariffName: 'Quarters',
    version: 1,
    currency: 'EUR',
    metering: NO_METERING_FLAGS,
    rule: { id: 1, kind: 'default', name: '' },
    lost: [],
    extras: { freePerMonth: wattHours(0), discount: basisPoints(0), monthlyFee: null },
    payer: null,
    group: null,
  };
}

function curveOf({ start }: Session, pace: number): readonly CurvePoint[] {
  return Array.from({ length: Math.floor((HOURS * 60) / pace) - 1 }, (_, index) => {
    const minutes = (index + 1) * pace;
    const energy = wattHours(minutes * WH_A_MINUTE);
    return { at: instant(start.at + minutes * MINUTE), power: watts(11_000), energy, stateOfCharge: null };
  });
}

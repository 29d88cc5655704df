import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardUid } from '../access/card-uid.ts';
import { NO_METERING_FLAGS } from '../eichrecht/energy-for-money.ts';
import { connectorId, sessionId, stationId, transactionId } from '../shared/ids.ts';
import { type Instant, instant, MINUTE, wattHours, watts } from '../shared/units.ts';
import { NOTHING_OWN } from '../stations/behaviour.ts';
import { NO_INVENTORY } from '../stations/inventory.ts';
import { type Station, UNKNOWN_IDENTITY } from '../stations/station.ts';
import { ROOT_TENANT } from '../tenants/tenant.ts';
import { addToCurve, type CurvePoint, MOST_CURVE_POINTS } from './curve.ts';
import { decideSession } from './decide-session.ts';
import { matchStrayStop } from './match-stray-stop.ts';
import { recordSamples } from './record-samples.ts';
import type { Sample } from './sample.ts';
import { measuredEnergy, type Session, sessionState, settledEnergy } from './session.ts';
import { type StartReport, startKey, startSession } from './start-session.ts';
import { type StopReport, stopSession } from './stop-session.ts';
import { watchSession } from './watch-session.ts';

const NOON = instant(Date.UTC(2026, 5, 1, 12));
const at = (minutes: number): Instant => instant(NOON + minutes * MINUTE);

const station: Station = {
  id: stationId('LOBBY'),
  name: 'Lobby',
  tenantId: ROOT_TENANT,
  groupIds: [],
  powerClass: null,
  inventory: NO_INVENTORY,
  adoptedAt: NOON,
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

describe('a start', () => {
  test('is recognised again whenever it is read, and by nothing but itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 10_000 }),
        fc.integer({ min: -10_000, max: 10_000 }),
        (one, other) => {
          const report = startReport();
          expect(startKey(station, { ...report, receivedAt: at(one) })).toBe(
            startKey(station, { ...report, receivedAt: at(other) }),
          );
        },
      ),
    );
    const key = startKey(station, startReport());
    expect(startKey(station, startReport({ idTag: ' ca rd' }))).toBe(key);
    for (const other of [
      { connectorId: 2 },
      { idTag: 'OTHER' },
      { register: wattHours(1) },
      { time: time(1) },
    ])
      expect(startKey(station, startReport(other))).not.toBe(key);
    expect(startKey({ ...station, id: stationId('LOBBY","1') }, startReport())).not.toBe(key);
  });

  test('repeated hands out the session it has opened and closes nothing', () => {
    const session = started();
    const outcome = startSession({ ...startFacts(), known: session, openHere: started() }, startReport());
    expect(outcome).toEqual({ kind: 'repeated', session });
  });

  test('below the stop before it raises a doubt; a meter that counts from 0 each time does not', () => {
    const previous = stopped(started({ register: wattHours(1_000) }), 60, 5_000);
    const doubts = (register: number) => {
      const report = startReport({ time: time(100), receivedAt: at(100), register: wattHours(register) });
      const outcome = startSession({ ...startFacts(), previous }, report);
      return outcome.session.doubts.map(({ kind }) => kind);
    };
    expect([doubts(4_000), doubts(4_995), doubts(5_000), doubts(0)]).toEqual([['register-gap'], [], [], []]);
  });

  test('where a session is still open ends that one, when we heard of it', () => {
    const outcome = startSession(
      { ...startFacts(), openHere: started() },
      startReport({ receivedAt: at(200), time: time(100) }),
    );
    expect(outcome.kind === 'started' && outcome.closed?.end).toMatchObject({
      receivedAt: at(200),
      source: 'assumed',
    });
  });
});

describe('a stop', () => {
  test('told twice changes nothing the second time, whatever it says', () => {
    fc.assert(
      fc.property(anyStop, (report) => {
        const { session } = stop(started({ register: wattHours(500) }), report);
        const again = stop(session, { ...report, receivedAt: at(999) });
        expect(again).toEqual({ kind: 'repeated', session });
      }),
    );
  });

  test('never makes energy below zero, and none that counts while there is a doubt', () => {
    fc.assert(
      fc.property(anyStop, fc.array(anySample, { maxLength: 8 }), (report, samples) => {
        let session = started({ register: wattHours(500) });
        let curve: readonly CurvePoint[] = [];
        for (const sample of samples) {
          session = recordSamples(session, [sample]);
          curve = addToCurve(curve, [sample], session.start.register);
        }
        const ended = stopSession({ station, session, curve, match: 'by-transaction' }, report).session;
        expect(measuredEnergy(ended) ?? 0).toBeGreaterThanOrEqual(0);
        expect(settledEnergy(ended) === null).toBe(ended.doubts.length > 0);
        expect(Number.isInteger(settledEnergy(ended) ?? 0)).toBe(true);
      }),
    );
  });

  test('of another kind leaves the first one standing', () => {
    const first = stopped(started(), 60, 5_000);
    const outcome = stop(first, stopReport({ register: wattHours(9_000), time: time(90) }));
    expect(outcome.kind).toBe('conflicting');
    expect(outcome.session.end).toEqual(first.end);
    expect(sessionState(outcome.session)).toBe('needs-decision');
  });

  test('that comes after all takes the place of one we assumed', () => {
    const given = decideSession(
      silent(),
      { kind: 'void', note: '' },
      { by: 'Mara', at: at(1), stationRetired: false },
    );
    const assumed = given.kind === 'decided' ? { ...given.session, decision: null } : started();
    const outcome = stop(assumed, stopReport());
    expect(outcome).toMatchObject({
      kind: 'ended',
      session: { doubts: [], end: { source: 'stop-transaction' } },
    });
  });

  test('without our number is matched only where one session fits', () => {
    const open = started({ register: wattHours(500) });
    const match = (sessions: readonly Session[], changed: Partial<StopReport> = {}) =>
      matchStrayStop(station, sessions, stopReport({ transactionId: -1, ...changed }));
    expect(match([open])).toBe(open);
    expect(match([open, { ...open, id: sessionId(2) }])).toBeNull();
    expect(match([{ ...open, stationId: stationId('OTHER') }])).toBeNull();
    expect(match([open], { idTag: 'OTHER' })).toBeNull();
    expect(match([open], { time: time(-1) })).toBeNull();
    expect(match([open], { register: wattHours(400) })).toBeNull();
    expect(match([])).toBeNull();
  });
});

describe('a curve', () => {
  test('is in order, holds each moment once, and never grows without end', () => {
    fc.assert(
      fc.property(fc.array(anySample, { maxLength: 60 }), (samples) => {
        const once = samples.reduce<readonly CurvePoint[]>(adding, []);
        const twice = samples.reduce<readonly CurvePoint[]>(adding, once);
        const moments = once.map((point) => point.at);
        expect(moments).toEqual([...new Set(moments)].toSorted((a, b) => a - b));
        expect(twice).toEqual(once);
      }),
    );
  });

  test('keeps its first and its newest point when it is thinned', () => {
    let curve: readonly CurvePoint[] = [];
    for (let minute = 0; minute < 5_000; minute += 1) {
      curve = adding(curve, sample(minute, minute * 10));
      expect(curve.length).toBeLessThanOrEqual(MOST_CURVE_POINTS);
    }
    expect([curve[0]?.at, curve.at(-1)?.at]).toEqual([at(0), at(4_999)]);
  });

  test('of a meter that sends no power shows the mean power between two registers', () => {
    const curve = [sample(0, 1_000), sample(30, 6_000), sample(60, 6_000)].reduce<readonly CurvePoint[]>(
      adding,
      [],
    );
    expect(curve.map(({ power }) => power)).toEqual([null, 10_000, 0]);
  });
});

describe('a session', () => {
  test('is not ended by silence, but doubted once after two days', () => {
    const session = started();
    expect(watchSession(session, null, at(47 * 60))).toBeNull();
    const doubted = silent();
    expect(doubted).toMatchObject({ end: null, doubts: [{ kind: 'silent' }] });
    expect(watchSession(doubted, null, at(60 * 60))).toBeNull();
  });

  test('is settled by a person, and what was reported stays', () => {
    const doubtful = stopped(started(), 60, -1);
    const who = { by: 'Mara', at: at(99), stationRetired: false };
    const decide = (wish: Parameters<typeof decideSession>[1], session = doubtful) =>
      decideSession(session, wish, who);
    const corrected = decide({ kind: 'correct', energy: wattHours(777), note: 'read' });
    expect(corrected.kind === 'decided' && settledEnergy(corrected.session)).toBe(777);
    expect(corrected.kind === 'decided' && corrected.session.end).toEqual(doubtful.end);
    const voided = decide({ kind: 'void', note: 'test' });
    expect(
      voided.kind === 'decided' && [settledEnergy(voided.session), sessionState(voided.session)],
    ).toEqual([0, 'void']);
    expect(decide({ kind: 'accept', note: '' }, stopped(started(), 60, 5_000))).toEqual({
      kind: 'not-in-doubt',
    });
    const backwards = stopped(started({ register: wattHours(9_000) }), 60, 2_000);
    expect(decide({ kind: 'accept', note: '' }, backwards)).toEqual({ kind: 'no-figure' });
  });
});

const anyRegister = fc.double({ min: -100, max: 1e9, noNaN: true }).map(wattHours);
const anyTime = fc.integer({ min: -3_000, max: 3_000 }).map(time);
const anyStop: fc.Arbitrary<StopReport> = fc.record({
  transactionId: fc.integer(),
  time: fc.oneof(anyTime, fc.constant({ text: 'nonsense', instant: null, clockWasSet: false })),
  register: fc.oneof(fc.constant(null), anyRegister),
  reason: fc.string(),
  idTag: fc.oneof(fc.constant(null), fc.string()),
  receivedAt: fc.integer({ min: 0, max: 3_000 }).map(at),
  unreadable: fc.oneof(fc.constant(null), fc.string()),
});
const anySample: fc.Arbitrary<Sample> = fc
  .tuple(fc.integer({ min: -10, max: 120 }), fc.option(anyRegister), fc.option(fc.nat(50_000)))
  .map(([minutes, register, power]) => ({
    ...sample(minutes, 0),
    register,
    power: power === null ? null : watts(power),
  }));

function adding(curve: readonly CurvePoint[], one: Sample): readonly CurvePoint[] {
  return addToCurve(curve, [one], wattHours(0));
}

function time(minutes: number) {
  return { text: new Date(at(minutes)).toISOString(), instant: at(minutes), clockWasSet: true };
}

function sample(minutes: number, register: number): Sample {
  return {
    stationId: station.id,
    connectorId: connectorId(1),
    sessionId: sessionId(1),
    at: at(minutes),
    receivedAt: at(minutes),
    register: wattHours(register),
    power: null,
    current: null,
    stateOfCharge: null,
    context: 'Sample.Periodic',
    other: null,
  };
}

function startReport(changed: Partial<StartReport> = {}): StartReport {
  return {
    connectorId: 1,
    idTag: 'CARD',
    time: time(0),
    register: wattHours(0),
    reservationId: null,
    receivedAt: at(0),
    unreadable: null,
    ...changed,
  };
}

function stopReport(changed: Partial<StopReport> = {}): StopReport {
  return {
    transactionId: 1,
    time: time(60),
    register: wattHours(5_000),
    reason: 'Local',
    idTag: 'card',
    receivedAt: at(60),
    unreadable: null,
    ...changed,
  };
}

function startFacts() {
  return {
    station,
    known: null,
    openHere: null,
    previous: null,
    verdict: { kind: 'accepted', card: null, by: { kind: 'no-rule' } } as const,
    cardUid: cardUid('CARD'),
    holder: null,
    driverId: null,
    vehicleId: null,
    nextSessionId: sessionId(1),
    nextTransactionId: transactionId(1),
  };
}

function started(changed: Partial<StartReport> = {}): Session {
  return startSession(startFacts(), startReport(changed)).session;
}

function stop(session: Session, report: StopReport) {
  return stopSession({ station, session, curve: [], match: 'by-transaction' }, report);
}

function stopped(session: Session, minutes: number, register: number): Session {
  return stop(session, stopReport({ time: time(minutes), register: wattHours(register) })).session;
}

function silent(): Session {
  const session = watchSession(started(), null, at(48 * 60 + 1));
  if (session === null) throw new Error('Two days are long enough');
  return session;
}

import { describe, expect, test } from 'vitest';
import { cardUid } from '../access/card-uid.ts';
import type { Sample } from '../sessions/sample.ts';
import { NO_PROGRESS, type Session } from '../sessions/session.ts';
import { commandId, connectorId, sessionId, stationId, transactionId } from '../shared/ids.ts';
import { amperes, type Instant, instant, wattHours, watts } from '../shared/units.ts';
import type { Command, CommandLife } from '../stations/command.ts';
import type { Connector, ConnectorStatus } from '../stations/connector.ts';
import { UNKNOWN_IDENTITY } from '../stations/station.ts';
import { ROOT_TENANT } from '../tenants/tenant.ts';
import {
  type AcceptanceStep,
  firstMemo,
  isHeldOffline,
  runningStep,
  type StepMemo,
} from './acceptance-run.ts';
import { lookAtStep } from './look-at-step.ts';
import { afterMove, beginStep, endRun, hasPassed, isComplete, openRun, skipStep } from './run-life.ts';
import type { BenchFacts } from './step-move.ts';

const START = instant(Date.parse('2026-11-21T09:00:00Z'));
const STATION = stationId('PLATZ 7');
const FIRST = connectorId(1);

const READY: BenchFacts = {
  now: START,
  connectorId: FIRST,
  onlineSince: at(-3_600),
  lastBootAt: at(-3_600),
  identity: UNKNOWN_IDENTITY,
  configuration: null,
  connectors: [connector('Available')],
  held: null,
  command: null,
  session: null,
  ended: null,
  samples: [],
};

describe('a step that cannot go on says why', () => {
  test.each([
    ['boot', 301, { onlineSince: null }, 'not-connected'],
    ['status', 61, { onlineSince: null }, 'not-connected'],
    ['card', 301, {}, 'no-card-held'],
    ['card', 5, { held: held('blocked') }, 'card-refused'],
    ['remote-start', 301, {}, 'no-plug'],
    ['meter', 5, {}, 'no-session-runs'],
    ['meter', 481, { session: running() }, 'no-power-measured'],
    ['limit', 5, {}, 'no-session-runs'],
    ['remote-stop', 5, {}, 'no-session-runs'],
    ['offline', 5, { onlineSince: null }, 'not-connected'],
  ] as const)('%s after %i s', (step, seconds, more, reason) => {
    expect(look(step, { ...more, now: at(seconds) })).toMatchObject({ kind: 'fail', reason });
  });

  test.each([
    ['boot', 61, { lastBootAt: null }, 'no-boot'],
    ['configuration', 121, {}, 'configuration-not-read'],
    ['status', 16, { connectors: [] }, 'status-missing'],
    ['status', 1, { connectors: [connector('Faulted')] }, 'connector-faulted'],
    [
      'remote-stop',
      5,
      {
        session: running(),
        command: ordered({ kind: 'rejected', at: at(1), sentAt: START, answer: 'Rejected' }),
      },
      'refused-by-station',
    ],
    ['remote-stop', 121, { session: running(), command: ordered(ACCEPTED) }, 'no-session-ended'],
    [
      'unlock',
      5,
      { command: ordered({ kind: 'rejected', at: at(1), sentAt: START, answer: 'UnlockFailed' }) },
      'not-unlocked',
    ],
    ['unlock', 61, {}, 'no-answer'],
  ] as const)('%s after it has asked and %i s', (step, seconds, more, reason) => {
    const facts = { ...more, now: at(seconds) };
    expect(look(step, facts, { ...firstMemo(START), phase: 1 })).toMatchObject({ kind: 'fail', reason });
  });
});

const ACCEPTED: CommandLife = {
  kind: 'accepted',
  sentAt: START,
  acceptedAt: at(1),
  answer: 'Accepted',
  effectBy: at(300),
};

test('a plug that a station has no lock for is left out by itself', () => {
  const command = ordered({ kind: 'rejected', at: at(1), sentAt: START, answer: 'NotSupported' });
  const move = look('unlock', { command }, { ...firstMemo(START), phase: 1 });
  expect(move).toEqual({ kind: 'skip', reason: 'NotSupported' });
});

describe('the meter', () => {
  test('is plausible when the register grows by power times time', () => {
    const samples = measured([11_000, 11_000, 11_000], [0, 91, 183]);
    expect(look('meter', { session: running(), samples, now: at(90) })).toMatchObject({
      kind: 'pass',
      figures: { measuredWh: 183, expectedWh: 183.3 },
    });
  });

  test('that counts a tenth of it, or twice as much, is not', () => {
    for (const registers of [
      [0, 9, 18],
      [0, 183, 366],
    ])
      expect(
        look('meter', { session: running(), samples: measured([11_000, 11_000, 11_000], registers) }),
      ).toMatchObject({ kind: 'fail', reason: 'register-implausible' });
  });

  test('is asked again while too little has flowed to tell', () => {
    const samples = measured([11_000, 11_000], [0, 91]);
    const move = look('meter', { session: running(), samples, now: at(90) });
    expect(move).toMatchObject({ kind: 'do', action: { kind: 'ask-meter' } });
  });
});

describe('a limit', () => {
  const watching: StepMemo = { ...firstMemo(START), phase: 1, profileId: 7 };
  const facts = { session: running(), command: ordered(ACCEPTED) };

  test('is obeyed when the current is below it, and the next one follows', () => {
    const samples = [sample(5, { current: 15.9 })];
    const move = look('limit', { ...facts, samples, now: at(6) }, watching);
    expect(move).toMatchObject({ kind: 'go-on', memo: { phase: 2, levels: [{ limit: 16, current: 15.9 }] } });
  });

  test('is not obeyed by a value from before the answer', () => {
    const samples = [sample(1, { current: 10 })];
    expect(look('limit', { ...facts, samples, now: at(4) }, watching)).toMatchObject({ kind: 'wait' });
  });

  test('that is broken for a minute has not been obeyed', () => {
    const samples = [sample(60, { current: 32 })];
    expect(look('limit', { ...facts, samples, now: at(61) }, watching)).toMatchObject({
      kind: 'fail',
      reason: 'limit-not-obeyed',
      figures: { limitA: 16, measuredA: 32 },
    });
  });
});

describe('the session that was charged without a line', () => {
  const back: StepMemo = { ...firstMemo(START), phase: 3, askedAt: at(120) };
  const alone = { ...running(), start: { ...running().start, at: at(30), receivedAt: at(125) } };
  const told = (energyWh: number, doubts: Session['doubts'] = []) => ({
    ...alone,
    doubts,
    end: { ...END, at: at(90), receivedAt: at(126), register: wattHours(1_000 + energyWh) },
  });

  test('passes when it arrives whole, with its own times', () => {
    const move = look('offline', { ended: told(500), now: at(130) }, back);
    expect(move).toMatchObject({
      kind: 'pass',
      figures: { energyWh: 500, beganAt: at(30), toldAt: at(125) },
    });
  });

  test('is told wrongly when nothing flowed, or when it is in doubt', () => {
    const doubtful = told(500, [{ kind: 'baseline', since: START, facts: {} }]);
    for (const ended of [told(0), doubtful])
      expect(look('offline', { ended, now: at(130) }, back)).toMatchObject({ reason: 'told-wrongly' });
  });

  test('is not one that the station had told before', () => {
    const live = { ...told(500), start: { ...alone.start, receivedAt: at(31) } };
    expect(look('offline', { ended: live, now: at(130) }, back)).toEqual({ kind: 'wait' });
    expect(look('offline', { ended: live, now: at(721) }, back)).toMatchObject({ reason: 'nothing-told' });
  });
});

describe('a run', () => {
  const opened = openRun({ id: 1, stationId: STATION, connectorId: FIRST, by: 'M. Weber', now: START });

  test('begins by itself and goes on after each step that passed', () => {
    expect(runningStep(opened)?.step).toBe('boot');
    const next = afterMove(opened, { kind: 'pass', figures: {} }, at(1));
    expect(runningStep(next)?.step).toBe('configuration');
  });

  test('stops where a step failed, until somebody repeats it', () => {
    const failed = afterMove(opened, { kind: 'fail', reason: 'no-boot', figures: {} }, at(1));
    expect(runningStep(failed)).toBeNull();
    expect(beginStep(failed, 'boot', at(2)).steps[0]).toMatchObject({ attempts: 2 });
  });

  test('cuts the line only when a person says so', () => {
    const unlocking = beginStep(opened, 'unlock', START);
    const done = afterMove(unlocking, { kind: 'pass', figures: {} }, at(1));
    expect(runningStep(done)).toBeNull();
  });

  test('keeps the station out for as long as it was told, and not a moment after it has ended', () => {
    const cutting = beginStep(opened, 'offline', START);
    const memo = { ...firstMemo(START), heldUntil: at(60) };
    const held = afterMove(cutting, { kind: 'go-on', memo }, START);
    expect([isHeldOffline(held, at(59)), isHeldOffline(held, at(60))]).toEqual([true, false]);
    const ended = endRun(held, { kind: 'abandoned', at: at(5), by: 'M. Weber' });
    expect(isHeldOffline(ended, at(6))).toBe(false);
  });

  test('is complete when every step has an outcome, and passed when none failed', () => {
    const why = { reason: 'not tried', by: 'M. Weber', now: at(1) };
    const skipped = opened.steps.reduce((run, { step }) => skipStep(run, step, why), opened);
    expect([isComplete(opened), isComplete(skipped), hasPassed(skipped)]).toEqual([false, true, true]);
    const again = beginStep(skipped, 'boot', at(2));
    const failed = afterMove(again, { kind: 'fail', reason: 'no-boot', figures: {} }, at(3));
    expect([isComplete(failed), hasPassed(failed)]).toEqual([true, false]);
  });
});

function look(step: AcceptanceStep, more: Partial<BenchFacts>, memo: StepMemo = firstMemo(START)) {
  return lookAtStep(step, { ...READY, ...more }, memo);
}

function at(seconds: number): Instant {
  return instant(START + seconds * 1_000);
}

function connector(status: ConnectorStatus): Connector {
  return {
    stationId: STATION,
    connectorId: FIRST,
    status,
    errorCode: 'NoError',
    info: null,
    vendorErrorCode: null,
    since: START,
    receivedAt: START,
    closedBy: null,
  };
}

function held(verdict: string) {
  return { uid: cardUid('04A2'), stationId: STATION, at: at(4), verdict };
}

function ordered(life: CommandLife): Command {
  const order = { kind: 'unlock', connectorId: FIRST } as const;
  return { id: commandId(1), stationId: STATION, order, orderedBy: 'M. Weber', queuedAt: START, life };
}

const END: NonNullable<Session['end']> = {
  stationTime: '',
  at: START,
  timeSource: 'station',
  receivedAt: START,
  register: wattHours(1_000),
  reason: 'Local',
  idTag: null,
  source: 'stop-transaction',
};

function running(): Session {
  return {
    id: sessionId(9),
    transactionId: transactionId(9),
    stationId: STATION,
    connectorId: FIRST,
    idTag: '04A2',
    cardUid: cardUid('04A2'),
    cardId: null,
    holder: null,
    tenantId: ROOT_TENANT,
    driverId: null,
    vehicleId: null,
    admission: { kind: 'admitted' },
    start: {
      stationTime: '',
      at: at(-60),
      timeSource: 'station',
      receivedAt: at(-60),
      register: wattHours(1_000),
      reservationId: null,
      key: 'k',
    },
    progress: NO_PROGRESS,
    end: null,
    doubts: [],
    decision: null,
  };
}

/** Samples half a minute apart, newest first. */
function measured(powersW: readonly number[], registersWh: readonly number[]): readonly Sample[] {
  return powersW
    .map((power, index) => sample(30 * index, { power, register: 1_000 + (registersWh[index] ?? 0) }))
    .reverse();
}

function sample(
  atSeconds: number,
  {
    power,
    register,
    current,
  }: { readonly power?: number; readonly register?: number; readonly current?: number },
): Sample {
  return {
    stationId: STATION,
    connectorId: FIRST,
    sessionId: sessionId(9),
    at: at(atSeconds),
    receivedAt: at(atSeconds),
    register: register === undefined ? null : wattHours(register),
    power: power === undefined ? null : watts(power),
    current: current === undefined ? null : amperes(current),
    stateOfCharge: null,
    context: 'Sample.Periodic',
    other: null,
  };
}

test('a step that failed stays failed in the run when it is repeated and then left out', () => {
  const failed = afterMove(
    openRun({ id: 1, stationId: STATION, connectorId: FIRST, by: 'M. Weber', now: START }),
    { kind: 'fail', reason: 'no-boot', figures: {} },
    START,
  );
  const repeated = beginStep(failed, 'boot', START);
  const leftOut = skipStep(repeated, 'boot', { reason: 'no time', by: 'Kim', now: START });
  expect(leftOut.steps[0]).toMatchObject({ state: { kind: 'skipped' }, failedFor: 'no-boot' });
  expect(hasPassed({ ...leftOut, steps: leftOut.steps.slice(0, 1) })).toBe(false);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;

beforeEach(async () => {
  site = await startSite();
  station = await site.station('LOBBY-1');
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test('a start repeated under the same or another message id is the same transaction, and accepted', async () => {
  const request = start({ minutesAgo: 90 });
  const first = await station.ok('StartTransaction', request, 'id-1');
  expect(await station.ok('StartTransaction', request, 'id-1')).toEqual(first);
  expect(await station.ok('StartTransaction', request, 'id-2')).toEqual(first);
  expect(first.idTagInfo).toEqual({ status: 'Accepted' });
  expect(await sessions()).toHaveLength(1);
});

test('a start repeated after its stop, after a reconnect and after a restart opens no second session', async () => {
  const request = start({ minutesAgo: 90 });
  const { transactionId } = await station.ok('StartTransaction', request);
  const end = stop(transactionId, 5_000);
  await station.ok('StopTransaction', end);
  await station.hangUp();
  station = await site.station('LOBBY-1');
  expect(await station.ok('StartTransaction', request)).toMatchObject({ transactionId });
  await site.restart();
  station = await site.station('LOBBY-1');
  expect(await station.ok('StartTransaction', request)).toMatchObject({ transactionId });
  expect(await station.ok('StopTransaction', end)).toEqual({});
  expect(await sessions()).toMatchObject([{ state: 'ended', energyWh: 5_000, doubts: [] }]);
});

test('a session that is told hours later is judged by its own time, not by where its card charges now', async () => {
  const card = (await site.api.post('/cards', { uid: 'CARD', holder: 'Anna' })).json;
  const other = await site.station('LOBBY-2');
  await other.ok('StartTransaction', { ...start({ minutesAgo: 0 }), idTag: 'CARD' });
  await site.api.patch(`/cards/${card.id}`, { blocked: true });
  const told = await station.ok('StartTransaction', { ...start({ minutesAgo: 240 }), idTag: 'CARD' });
  expect(told.idTagInfo).toEqual({ status: 'Accepted' });
  const now = await station.ok('Authorize', { idTag: 'CARD' });
  expect(now.idTagInfo).toEqual({ status: 'Blocked' });
});

test('a station with a clock six minutes fast repeats its start when the time has become possible', async () => {
  const request = start({ minutesAgo: -6 });
  const first = await station.ok('StartTransaction', request);
  site.clock.advance(3 * MINUTE);
  expect(await station.ok('StartTransaction', request)).toMatchObject(first);
  expect(await sessions()).toHaveLength(1);
});

test('a station whose clock was never set begins another session after each boot, and repeats within one', async () => {
  const boot = { chargePointVendor: 'V', chargePointModel: 'M' };
  const request = { connectorId: 1, idTag: 'CARD', meterStart: 0, timestamp: '1970-01-01T00:00:09Z' };
  await station.ok('BootNotification', boot);
  const first = await station.ok('StartTransaction', request);
  site.clock.advance(HOUR);
  expect(await station.ok('StartTransaction', request)).toMatchObject(first);
  await station.ok('BootNotification', boot);
  const second = await station.ok('StartTransaction', request);
  expect(second.transactionId).not.toBe(first.transactionId);
  expect(await sessions()).toHaveLength(2);
});

test('a refused card gets a transaction all the same, and what it drew waits for a decision', async () => {
  await site.api.patch('/site', { access: 'known-cards' });
  const answer = await station.ok('StartTransaction', start({ minutesAgo: 90 }));
  expect(answer).toMatchObject({ idTagInfo: { status: 'Invalid' } });
  expect(answer.transactionId).toBeGreaterThan(0);
  await station.ok('StopTransaction', stop(answer.transactionId, 0));
  const second = await station.ok('StartTransaction', start({ minutesAgo: 60 }));
  await station.ok('StopTransaction', stop(second.transactionId, 4_000));
  expect(await sessions()).toMatchObject([
    { refused: 'unknown', state: 'ended', energyWh: 0 },
    {
      refused: 'unknown',
      state: 'needs-decision',
      energyWh: null,
      doubts: [{ kind: 'refused-but-charged' }],
    },
  ]);
});

test('blocked, expired and charging elsewhere are refused in the words of the standard', async () => {
  const cards = await Promise.all(
    ['BLOCKED', 'EXPIRED', 'BUSY', 'SHARED'].map(async (uid) => {
      const expiresAt = uid === 'EXPIRED' ? new Date(Date.now() - MINUTE).toISOString() : null;
      const maxConcurrent = uid === 'SHARED' ? null : 1;
      return (await site.api.post('/cards', { uid, holder: 'A', expiresAt, maxConcurrent })).json;
    }),
  );
  await site.api.patch(`/cards/${cards[0]?.id}`, { blocked: true });
  const other = await site.station('LOBBY-2');
  await other.ok('StartTransaction', start({ minutesAgo: 5, idTag: 'BUSY' }));
  await other.ok('StartTransaction', { ...start({ minutesAgo: 5, idTag: 'SHARED' }), connectorId: 2 });
  const verdicts: string[] = [];
  for (const idTag of ['blocked', 'expired', 'busy', 'shared', 'unknown'])
    verdicts.push((await station.ok('Authorize', { idTag })).idTagInfo.status);
  expect(verdicts).toEqual(['Blocked', 'Expired', 'ConcurrentTx', 'Accepted', 'Accepted']);
  const started = await station.ok('StartTransaction', start({ minutesAgo: 1, idTag: 'BUSY' }));
  expect(started.idTagInfo.status).toBe('ConcurrentTx');
  expect(started.transactionId).toBeGreaterThan(0);
  const held = (await site.api.get('/held-cards')).json.items;
  expect(held.find(({ uid }: { uid: string }) => uid === 'BLOCKED')).toMatchObject({ verdict: 'blocked' });
});

test('the same stop twice changes nothing; another stop for the session is a doubt, and the first one stands', async () => {
  const { transactionId } = await station.ok('StartTransaction', start({ minutesAgo: 60 }));
  const request = stop(transactionId, 6_000);
  expect(await station.ok('StopTransaction', request, 'id-1')).toEqual({});
  expect(await station.ok('StopTransaction', request, 'id-2')).toEqual({});
  expect(await sessions()).toMatchObject([{ state: 'ended', energyWh: 6_000 }]);
  await station.ok('StopTransaction', { ...request, meterStop: 9_000 });
  await station.ok('StopTransaction', { ...request, meterStop: 9_000 });
  const [session] = await sessions();
  expect(session).toMatchObject({
    state: 'needs-decision',
    measuredWh: 6_000,
    doubts: [{ kind: 'conflicting-stop', facts: { registerWh: 9_000 } }],
  });
});

test.each([-1, 0, 999_999])(
  'a stop for transaction %i ends the only session it can mean, as a guess',
  async (number) => {
    await station.ok('StartTransaction', start({ minutesAgo: 60 }));
    const request = { ...stop(number, 6_000), idTag: 'card' };
    await station.ok('StopTransaction', request);
    await station.ok('StopTransaction', request);
    expect(await sessions()).toMatchObject([
      { state: 'needs-decision', measuredWh: 6_000, doubts: [{ kind: 'inferred-stop' }] },
    ]);
    expect(await strays()).toEqual([]);
  },
);

test('a stop for transaction -1 that may mean two sessions, or none, is put aside whole', async () => {
  await station.ok('StopTransaction', stop(-1, 6_000, 120));
  await station.ok('StartTransaction', start({ minutesAgo: 60 }));
  await station.ok('StartTransaction', { ...start({ minutesAgo: 60 }), connectorId: 2 });
  await station.ok('StopTransaction', { ...stop(-1, 6_000), idTag: 'CARD' });
  expect(await sessions()).toMatchObject([{ state: 'running' }, { state: 'running' }]);
  expect(await strays()).toMatchObject([
    { kind: 'unknown-stop', transactionId: -1, idTag: 'CARD' },
    { kind: 'unknown-stop', transactionId: -1, idTag: null },
  ]);
  const [stray] = await strays();
  const dismissed = await site.api.post(`/strays/${stray.id}/dismiss`, { note: 'test' });
  expect(dismissed.status).toBe(200);
  expect(await strays()).toHaveLength(1);
});

test('a station can neither stop nor meter the transactions of another one', async () => {
  const victim = station;
  const { transactionId } = await victim.ok('StartTransaction', start({ minutesAgo: 60 }));
  const ended = await victim.ok('StartTransaction', { ...start({ minutesAgo: 50 }), connectorId: 2 });
  await victim.ok('StopTransaction', stop(ended.transactionId, 1_000));
  const before = await sessions();
  const attacker = await site.station('EVIL');
  await attacker.ok('StartTransaction', start({ minutesAgo: 30 }));
  for (let number = 1; number <= 60; number += 1) {
    if (number === transactionId + 2) continue;
    await attacker.ok('MeterValues', {
      connectorId: 1,
      transactionId: number,
      meterValue: [value(30, 99_000)],
    });
    if (number <= ended.transactionId) await attacker.ok('StopTransaction', stop(number, 9_000));
  }
  expect((await sessions()).slice(0, 2)).toMatchObject(
    before.map(({ id, state, measuredWh }) => ({ id, state, measuredWh })),
  );
  expect(await strays()).toMatchObject([
    { kind: 'foreign-stop', stationId: 'EVIL' },
    { kind: 'foreign-stop', stationId: 'EVIL' },
  ]);
});

test('a stop for an ended transaction of another station is foreign after a restart, too', async () => {
  const { transactionId } = await station.ok('StartTransaction', start({ minutesAgo: 60 }));
  await station.ok('StopTransaction', stop(transactionId, 1_000));
  await site.restart();
  const other = await site.station('LOBBY-2');
  await other.ok('StartTransaction', start({ minutesAgo: 30 }));
  await other.ok('StopTransaction', stop(transactionId, 3_000));
  expect(await strays()).toMatchObject([{ kind: 'foreign-stop' }]);
  expect((await sessions())[1]).toMatchObject({ state: 'running', stationId: 'LOBBY-2' });
});

test('meter values after the stop complete the curve and do not revive the session', async () => {
  const { transactionId } = await station.ok('StartTransaction', start({ minutesAgo: 60 }));
  const values = (minutesAgo: number, wh: number) =>
    station.ok('MeterValues', { connectorId: 1, transactionId, meterValue: [value(minutesAgo, wh)] });
  const early = { connectorId: 1, transactionId, meterValue: [value(40, 2_000)] };
  await station.ok('MeterValues', early);
  await station.ok('MeterValues', early);
  await station.ok('StopTransaction', stop(transactionId, 6_000));
  await values(20, 4_000);
  await site.restart();
  station = await site.station('LOBBY-1');
  await values(10, 5_000);
  const [session] = await sessions();
  expect(session).toMatchObject({ state: 'ended', energyWh: 6_000 });
  const { curve } = (await site.api.get(`/sessions/${session.id}`)).json;
  expect(curve.map(({ energyWh }: { energyWh: number }) => energyWh)).toEqual([2_000, 4_000, 5_000]);
});

test('meter values for transaction -1, 0 or none belong to the session at that connector', async () => {
  await station.ok('StartTransaction', start({ minutesAgo: 60 }));
  for (const [transactionId, wh] of [
    [-1, 1_000],
    [0, 2_000],
    [undefined, 3_000],
  ] as const)
    await station.ok('MeterValues', {
      connectorId: 1,
      transactionId,
      meterValue: [value(50 - wh / 1_000, wh)],
    });
  expect(await sessions()).toMatchObject([{ state: 'running', measuredWh: 3_000 }]);
});

test('a new session on a connector marks the one still open there as never stopped', async () => {
  await station.ok('StartTransaction', start({ minutesAgo: 120 }));
  await station.ok('MeterValues', { connectorId: 1, meterValue: [value(100, 3_000)] });
  await station.ok('StartTransaction', start({ minutesAgo: 60, meterStart: 3_000 }));
  expect(await sessions()).toMatchObject([
    { state: 'needs-decision', measuredWh: 3_000, energyWh: null, doubts: [{ kind: 'no-stop' }] },
    { state: 'running' },
  ]);
});

test('a connector that is free for a quarter of an hour without a stop ends its session in doubt', async () => {
  await station.ok('StartTransaction', start({ minutesAgo: 120 }));
  await station.ok('MeterValues', { connectorId: 1, meterValue: [value(100, 3_000)] });
  await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
  site.clock.advance(14 * MINUTE);
  site.server.resumed();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await sessions()).toMatchObject([{ state: 'running' }]);
  site.clock.advance(2 * MINUTE);
  const doubtful = await eventually(async () => {
    site.server.resumed();
    const [session] = await sessions();
    return session.state === 'needs-decision' && session;
  });
  expect(doubtful).toMatchObject({ measuredWh: 3_000, doubts: [{ kind: 'no-stop' }] });
  // The stop comes after all: it counts, and nothing is left to decide.
  await station.ok('StopTransaction', stop(doubtful.transactionId, 4_000));
  expect(await sessions()).toMatchObject([{ state: 'ended', energyWh: 4_000, doubts: [] }]);
});

test('a session of which nothing was heard for two days is shown, and not ended', async () => {
  const { transactionId } = await station.ok('StartTransaction', start({ minutesAgo: 1 }));
  await station.hangUp();
  site.clock.advance(49 * HOUR);
  await eventually(async () => {
    site.server.resumed();
    return (await sessions())[0]?.state === 'needs-decision';
  });
  expect(await sessions()).toMatchObject([{ endedAt: null, doubts: [{ kind: 'silent' }] }]);
  station = await site.station('LOBBY-1');
  await station.ok('StopTransaction', stop(transactionId, 9_000, -48 * 60));
  expect(await sessions()).toMatchObject([{ state: 'ended', energyWh: 9_000, doubts: [] }]);
});

test('a person decides: take it, correct it, or let it not count', async () => {
  const decided: unknown[] = [];
  for (const [index, decision] of [
    { kind: 'accept' },
    { kind: 'correct', energyWh: 4_321, note: 'meter read' },
    { kind: 'void', note: 'test drive' },
  ].entries()) {
    await station.ok('StartTransaction', start({ minutesAgo: 60 - index }));
    await station.ok('StopTransaction', { ...stop(-1, 2_000), idTag: 'CARD' });
    const session = (await sessions()).at(-1);
    const answer = await site.api.post(`/sessions/${session.id}/decision`, decision);
    expect(answer.status).toBe(200);
    decided.push([answer.json.state, answer.json.energyWh, answer.json.measuredWh]);
  }
  expect(decided).toEqual([
    ['decided', 2_000, 2_000],
    ['decided', 4_321, 2_000],
    ['void', 0, 2_000],
  ]);
  expect((await site.api.get('/session-totals')).json).toMatchObject({ count: 3, energyWh: 6_321 });
});

test('a session in doubt that is still running cannot be decided, and counts whole when it has ended', async () => {
  const before = await station.ok('StartTransaction', start({ minutesAgo: 90 }));
  await station.ok('StopTransaction', stop(before.transactionId, 5_000, 60));
  const { transactionId } = await station.ok(
    'StartTransaction',
    start({ minutesAgo: 50, meterStart: 1_000 }),
  );
  await station.ok('MeterValues', { connectorId: 1, transactionId, meterValue: [value(40, 1_100)] });
  const [, running] = await sessions();
  expect(running).toMatchObject({ state: 'running', doubts: [{ kind: 'register-gap' }] });
  const early = await site.api.post(`/sessions/${running.id}/decision`, { kind: 'accept' });
  expect([early.status, early.json.code]).toEqual([409, 'session-running']);
  await station.ok('StopTransaction', stop(transactionId, 11_000));
  expect((await sessions())[1]).toMatchObject({ state: 'needs-decision', energyWh: null });
  const accepted = await site.api.post(`/sessions/${running.id}/decision`, { kind: 'accept' });
  expect(accepted.json).toMatchObject({ state: 'decided', energyWh: 10_000 });
});

test('a session in doubt at a station that was taken out of use can be decided: its stop never comes', async () => {
  const before = await station.ok('StartTransaction', start({ minutesAgo: 90 }));
  await station.ok('StopTransaction', stop(before.transactionId, 5_000, 60));
  await station.ok('StartTransaction', start({ minutesAgo: 50, meterStart: 1_000 }));
  const retired = await site.api.post('/stations/LOBBY-1/retire', {});
  expect(retired.status, retired.text).toBe(200);
  const [, running] = await sessions();
  const decided = await site.api.post(`/sessions/${running.id}/decision`, { kind: 'accept' });
  expect(decided.json).toMatchObject({ state: 'decided', energyWh: 0 });
});

test('a stop that comes after the decision and says something else is decided about again', async () => {
  const first = await station.ok('StartTransaction', start({ minutesAgo: 120 }));
  await station.ok('StartTransaction', start({ minutesAgo: 60 }));
  const [unstopped] = await sessions();
  const decide = async (wish: object) =>
    (await site.api.post(`/sessions/${unstopped.id}/decision`, wish)).json;
  expect(await decide({ kind: 'accept' })).toMatchObject({ state: 'decided', energyWh: 0 });
  const late = stop(first.transactionId, 8_000, 70);
  await station.ok('StopTransaction', late);
  await station.ok('StopTransaction', late, 'again');
  expect((await sessions())[0]).toMatchObject({
    state: 'needs-decision',
    measuredWh: 8_000,
    energyWh: null,
    doubts: [{ kind: 'stop-after-decision', facts: { registerWh: 8_000, decidedWh: 0, by: 'Mara Weber' } }],
  });
  expect(await decide({ kind: 'accept' })).toMatchObject({ state: 'decided', energyWh: 8_000 });
  // What was decided first can be read in the logbook.
  const { items } = (await site.api.get('/logbook?stationId=LOBBY-1')).json;
  const decisions = items.filter(({ kind }: { kind: string }) => kind === 'session-decided');
  expect(decisions.map(({ facts }: { facts: object }) => facts)).toMatchObject([
    { energyWh: 8_000 },
    { energyWh: 0 },
  ]);
  // A second end that differs is news once; told again it is none.
  const other = stop(first.transactionId, 9_000, 65);
  for (let repeat = 0; repeat < 2; repeat += 1) await station.ok('StopTransaction', other);
  expect((await sessions())[0]).toMatchObject({ state: 'needs-decision', measuredWh: 8_000 });
  expect(await decide({ kind: 'correct', energyWh: 9_000, note: 'read' })).toMatchObject({ energyWh: 9_000 });
  await station.ok('StopTransaction', other);
  await station.ok('StopTransaction', late);
  expect((await sessions())[0]).toMatchObject({ state: 'decided', energyWh: 9_000 });
});

test('a stop that comes after the decision and says the same changes nothing about it', async () => {
  const first = await station.ok('StartTransaction', start({ minutesAgo: 120 }));
  await station.ok('MeterValues', { connectorId: 1, meterValue: [value(100, 3_000)] });
  await station.ok('StartTransaction', start({ minutesAgo: 60 }));
  const [unstopped] = await sessions();
  await site.api.post(`/sessions/${unstopped.id}/decision`, { kind: 'void', note: 'test drive' });
  await station.ok('StopTransaction', stop(first.transactionId, 3_000, 70));
  expect((await sessions())[0]).toMatchObject({ state: 'void', energyWh: 0, measuredWh: 3_000 });
});

test.each([-1, 0, 65, Number.MAX_SAFE_INTEGER])(
  'a session at connector %i is kept, in doubt',
  async (connectorId) => {
    const { transactionId } = await station.ok('StartTransaction', {
      ...start({ minutesAgo: 60 }),
      connectorId,
    });
    await station.ok('StopTransaction', stop(transactionId, 6_000));
    expect(await sessions()).toMatchObject([
      { state: 'needs-decision', measuredWh: 6_000, doubts: [{ kind: 'impossible-connector' }] },
    ]);
  },
);

test('a curve survives whatever its station repeats after a restart', async () => {
  const request = start({ minutesAgo: 60 });
  const { transactionId } = await station.ok('StartTransaction', request);
  for (const minutes of [50, 40, 30, 20])
    await station.ok('MeterValues', {
      connectorId: 1,
      transactionId,
      meterValue: [value(minutes, 6_000 - minutes)],
    });
  await station.ok('StopTransaction', stop(transactionId, 6_000));
  await site.restart();
  station = await site.station('LOBBY-1');
  await station.ok('StartTransaction', request);
  await station.ok('MeterValues', { connectorId: 1, transactionId, meterValue: [value(10, 5_990)] });
  await site.restart();
  const [{ id }] = await sessions();
  expect((await site.api.get(`/sessions/${id}`)).json.curve).toHaveLength(5);
});

test('the curve of a session whose stop never came is kept', async () => {
  await station.ok('StartTransaction', start({ minutesAgo: 120 }));
  for (const minutes of [100, 90])
    await station.ok('MeterValues', { connectorId: 1, meterValue: [value(minutes, 6_000 - minutes)] });
  await station.ok('StartTransaction', start({ minutesAgo: 60, meterStart: 6_000 }));
  await site.restart();
  const [{ id }] = await sessions();
  expect((await site.api.get(`/sessions/${id}`)).json.curve).toHaveLength(2);
});

test('a card number with half a surrogate pair is the same card after a restart', async () => {
  const request = start({ minutesAgo: 5, idTag: 'AB\ud800' });
  const first = await station.ok('StartTransaction', request);
  const [before] = await sessions();
  await site.restart();
  station = await site.station('LOBBY-1');
  expect(await station.ok('StartTransaction', request)).toEqual(first);
  expect(await sessions()).toMatchObject([{ cardUid: before.cardUid }]);
  await station.ok('StopTransaction', { ...stop(-1, 1_000), idTag: 'AB\ud800' });
  expect(await sessions()).toMatchObject([{ doubts: [{ kind: 'inferred-stop' }] }]);
});

test('what is odd about meter values is counted for the station', async () => {
  const sampledValue = [{ value: 'a lot' }, { value: '1,5' }];
  await station.ok('MeterValues', { connectorId: 1, meterValue: [{ timestamp: ago(0), sampledValue }] });
  const { deviations } = (await site.api.get('/stations/LOBBY-1')).json;
  expect(deviations.map(({ kind, count }: { kind: string; count: number }) => [kind, count])).toEqual(
    expect.arrayContaining([
      ['sample-unreadable', 1],
      ['decimal-comma', 1],
    ]),
  );
});

test('a clock that falls behind while its station is on the line is noticed', async () => {
  const meter = (minutesAgo: number) =>
    station.ok('MeterValues', {
      connectorId: 1,
      meterValue: [
        {
          timestamp: new Date(site.clock.now() - minutesAgo * MINUTE).toISOString(),
          sampledValue: [{ value: '1' }],
        },
      ],
    });
  site.clock.advance(11 * MINUTE);
  await meter(0);
  for (let minute = 0; minute < 12; minute += 1) {
    site.clock.advance(MINUTE);
    await meter(60);
  }
  expect((await site.api.get('/stations/LOBBY-1')).json.clockOffsetSeconds).toBe(-3_600);
});

test('a start says whose it is for ever: renaming the card does not rewrite the session', async () => {
  const { json: card } = await site.api.post('/cards', { uid: 'CARD', holder: 'Anna' });
  await station.ok('StartTransaction', start({ minutesAgo: 5 }));
  await site.api.patch(`/cards/${card.id}`, { holder: 'Berta' });
  expect(await sessions()).toMatchObject([{ holder: 'Anna', cardId: card.id }]);
});

test('a station that boots with oddities in its message is known by what it said', async () => {
  await station.ok('BootNotification', {
    chargePointVendor: 'Acme',
    chargePointModel: 'A model name that is far too long',
    firmwareVersion: '1.0',
  });
  const { json } = await site.api.get('/stations/LOBBY-1');
  expect(json).toMatchObject({ vendor: 'Acme', firmware: '1.0' });
  expect(json.lastBootAt).not.toBeNull();
  expect(json.deviations.length).toBeGreaterThan(0);
});

test('a stop with four thousand meter values is taken whole', async () => {
  const { transactionId } = await station.ok('StartTransaction', start({ minutesAgo: 4_000 }));
  const transactionData = Array.from({ length: 4_000 }, (_, index) => ({
    timestamp: ago(4_000 - index),
    sampledValue: ['L1', 'L2', 'L3']
      .map((phase) => ({ value: '230.1', measurand: 'Voltage', phase }))
      .concat([{ value: String(index * 10), measurand: 'Energy.Active.Import.Register', phase: 'N' }]),
  }));
  await station.ok('StopTransaction', { ...stop(transactionId, 40_000), transactionData });
  expect(await sessions()).toMatchObject([{ state: 'ended', energyWh: 40_000 }]);
});

test('a session over the night in which the clocks change has its real duration', async () => {
  await site.stop();
  // Central Europe goes from summer time to winter time at 2026-10-25T01:00Z.
  site = await startSite({ startsAt: Date.UTC(2026, 9, 25, 6) });
  station = await site.station('LOBBY-1');
  const { transactionId } = await station.ok('StartTransaction', {
    connectorId: 1,
    idTag: 'CARD',
    meterStart: 0,
    timestamp: '2026-10-24T22:00:00+02:00',
  });
  const request = { transactionId, meterStop: 80_000, timestamp: '2026-10-25T06:00:00+01:00' };
  await station.ok('StopTransaction', request);
  expect(await sessions()).toMatchObject([{ durationSeconds: 9 * 3_600, state: 'ended', energyWh: 80_000 }]);
});

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
async function sessions(): Promise<any[]> {
  return (await site.api.get('/sessions?sort=started-asc')).json.items;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
async function strays(): Promise<any[]> {
  return (await site.api.get('/strays')).json.items;
}

function start({
  minutesAgo,
  idTag = 'CARD',
  meterStart = 0,
}: {
  minutesAgo: number;
  idTag?: string;
  meterStart?: number;
}) {
  return { connectorId: 1, idTag, meterStart, timestamp: ago(minutesAgo) };
}

function stop(transactionId: number, meterStop: number, minutesAgo = 0) {
  return { transactionId, meterStop, timestamp: ago(minutesAgo), reason: 'Local' };
}

function value(minutesAgo: number, wh: number) {
  return { timestamp: ago(minutesAgo), sampledValue: [{ value: String(wh) }] };
}

function ago(minutes: number): string {
  return new Date(Date.now() - minutes * MINUTE).toISOString();
}

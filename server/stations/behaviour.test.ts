import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { connectStation, type TestStation } from '../testing/test-station.ts';

let site: TestSite;

beforeEach(async () => {
  site = await startSite();
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const MINUTE = 60_000;

test('a peculiarity shows where it comes from, and a person’s word stands over it until it is forgotten', async () => {
  const station = await site.station('A');
  await boot(station, 'ABB', 'TAC-W11');
  expect(await known('A', 'mostStackLevel')).toMatchObject({
    value: 0,
    standard: 255,
    from: 'passport',
    passport: { make: 'ABB Terra AC', value: 0, source: 'evcc-io/evcc#4957' },
  });
  await set('A', 'mostStackLevel', 3);
  expect(await known('A', 'mostStackLevel')).toMatchObject({
    value: 3,
    from: 'site',
    passport: { value: 0 },
  });
  await site.restart();
  expect(await known('A', 'mostStackLevel')).toMatchObject({ value: 3, from: 'site' });
  await set('A', 'mostStackLevel', null);
  expect(await known('A', 'mostStackLevel')).toMatchObject({ value: 0, from: 'passport' });
});

test('a switch that does not exist or cannot stand so is refused', async () => {
  await site.adopt('A');
  const wrong = [
    ['fly', true],
    ['unlock', 'no'],
    ['pingSeconds', 1],
    ['rateUnit', 'VA'],
    ['currentSteps', ['six']],
  ];
  for (const [name, value] of wrong) {
    const refused = await site.api.patch('/stations/A/behaviour', { name, value });
    expect(refused.json.code).toBe('invalid-request');
  }
});

test('a station that names no subprotocol is let in where that is known of it, and only there', async () => {
  await site.adopt('A');
  await expect(without('A')).rejects.toThrow();
  await set('A', 'missingSubprotocol', true);
  await without('A');
  expect((await site.api.get('/stations/A')).json.missingProtocolAllowed).toBe(true);
  await set('A', 'missingSubprotocol', false);
  await expect(without('A')).rejects.toThrow();

  async function without(id: string): Promise<void> {
    const station = await connectStation(site.server.ocppUrl, id, { protocols: [] });
    await station.hangUp();
  }
});

test('three starts within ten minutes hold back what is sent, until the station has been quiet', async () => {
  const station = await site.station('A');
  for (let count = 0; count < 3; count += 1) await boot(station);
  const held = (await site.api.get('/stations/A')).json;
  expect(held.heldUntil).not.toBeNull();
  expect((await site.api.get('/logbook')).json.items).toContainEqual(
    expect.objectContaining({ kind: 'station-boot-loop', facts: { times: 3 } }),
  );
  const ordered = (await site.api.post('/stations/A/commands', { kind: 'unlock', connectorId: 1 })).json;
  site.clock.advance(9 * MINUTE);
  site.server.resumed();
  await station.ok('Heartbeat', {});
  expect(station.asked).toEqual([]);
  expect((await command(ordered.id)).state).toBe('queued');
  site.clock.advance(2 * MINUTE);
  await eventually(async () => {
    site.server.resumed();
    return station.asked.some(({ action }) => action === 'UnlockConnector');
  });
});

test('a restart that somebody ordered is no boot loop', async () => {
  const station = await site.station('A');
  for (let count = 0; count < 3; count += 1) {
    const ordered = (await site.api.post('/stations/A/commands', { kind: 'reset', type: 'Soft' })).json;
    await eventually(async () => (await command(ordered.id)).state === 'accepted');
    await boot(station);
    await eventually(async () => (await command(ordered.id)).state === 'in-effect');
  }
  expect((await site.api.get('/stations/A')).json.heldUntil).toBeNull();
});

test('a station that breaks on orders before its boot gets them after it', async () => {
  await site.adopt('A');
  await set('A', 'waitForBootSeconds', 60);
  const station = await site.station('A');
  const ordered = (await site.api.post('/stations/A/commands', { kind: 'reset', type: 'Soft' })).json;
  await station.ok('Heartbeat', {});
  expect((await command(ordered.id)).state).toBe('queued');
  await boot(station);
  await eventually(async () => {
    site.server.resumed();
    return (
      (await command(ordered.id)).state === 'in-effect' || (await command(ordered.id)).state === 'accepted'
    );
  });
});

test('one with a single connector that refuses connector 0 is told connector 1, and so it stays', async () => {
  const station = await site.station('A');
  await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
  station.answers('ChangeAvailability', ({ connectorId }) => ({
    status: connectorId === 0 ? 'Rejected' : 'Accepted',
  }));
  await closeAll();
  expect(station.asked.map(({ payload }) => payload.connectorId)).toEqual([0, 1]);
  expect(await known('A', 'connectorZero')).toMatchObject({ value: false, from: 'learnt' });
  await closeAll();
  expect(station.asked.map(({ payload }) => payload.connectorId)).toEqual([0, 1, 1]);

  async function closeAll(): Promise<void> {
    const order = { kind: 'set-availability', connectorId: 0, inService: false };
    const ordered = (await site.api.post('/stations/A/commands', order)).json;
    await eventually(async () => (await command(ordered.id)).state === 'accepted');
  }
});

test('registers that are labelled wrongly are read as what they are', async () => {
  const station = await site.station('A');
  await set('A', 'meterValueUnit', 'kWh-as-Wh');
  await set('A', 'startStopUnit', 'kWh');
  const at = (minutes: number) => new Date(site.clock.now() - minutes * MINUTE).toISOString();
  const begin = { connectorId: 1, idTag: 'CARD', meterStart: 100, timestamp: at(60) };
  const { transactionId } = await station.ok('StartTransaction', begin);
  await station.ok('MeterValues', {
    connectorId: 1,
    transactionId,
    meterValue: [{ timestamp: at(30), sampledValue: [{ value: '103.5', unit: 'Wh' }] }],
  });
  expect((await site.api.get('/sessions')).json.items[0]).toMatchObject({ measuredWh: 3_500 });
  await station.ok('StopTransaction', { transactionId, meterStop: 107, timestamp: at(1) });
  expect((await site.api.get('/sessions')).json.items[0]).toMatchObject({ energyWh: 7_000, doubts: [] });
});

test('the answer to a start is held back where a quick one breaks the line', async () => {
  const station = await site.station('A');
  await set('A', 'startAnswerDelayMs', 300);
  const from = performance.now();
  const timestamp = new Date(site.clock.now()).toISOString();
  await station.ok('StartTransaction', { connectorId: 1, idTag: 'CARD', meterStart: 0, timestamp });
  expect(performance.now() - from).toBeGreaterThanOrEqual(290);
});

test('the heartbeat is as often as the make wants it', async () => {
  const station = await site.station('A');
  expect((await boot(station, 'Zaptec', 'Go')).interval).toBe(86_400);
  await set('A', 'heartbeatSeconds', 60);
  expect((await boot(station, 'Zaptec', 'Go')).interval).toBe(60);
});

test('departures in what could not be handed on are counted too, and can be counted anew', async () => {
  const station = await site.station('A');
  station.socket.send('not JSON at all');
  await station.call('NoSuchAction', {});
  const counted = await eventually(async () => {
    const { deviations } = (await site.api.get('/stations/A')).json;
    return deviations.length === 2 && deviations;
  });
  expect(counted).toEqual(
    expect.arrayContaining([
      { kind: 'frame-unreadable', count: 1 },
      { kind: 'call-refused', count: 1 },
    ]),
  );
  expect((await site.api.post('/stations/A/deviations/clear')).json.deviations).toEqual([]);
});

async function boot(station: TestStation, vendor = 'V', model = 'M') {
  return station.ok('BootNotification', { chargePointVendor: vendor, chargePointModel: model });
}

async function known(id: string, name: string) {
  const { switches } = (await site.api.get(`/stations/${id}/behaviour`)).json;
  return switches.find((one: { readonly name: string }) => one.name === name);
}

async function set(id: string, name: string, value: unknown): Promise<void> {
  expect((await site.api.patch(`/stations/${id}/behaviour`, { name, value })).status).toBe(200);
}

async function command(id: number) {
  const { items } = (await site.api.get('/commands')).json;
  return items.find((one: { readonly id: number }) => one.id === id);
}

import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;

beforeEach(async () => {
  site = await startSite();
  station = await site.station('LOBBY');
  return () => site.stop();
});

afterEach(() => expect(site.errors).toEqual([]));

async function ask(action: string, payload: object = {}, id = 'LOBBY') {
  const answer = await site.api.post(`/stations/${id}/messages`, { action, payload, confirmed: true });
  return answer.json;
}

test('what a station answers comes back, whatever was asked', async () => {
  station.answers('GetLocalListVersion', () => ({ listVersion: 7 }));
  station.answers('GetDiagnostics', () => ({}));
  expect(await ask('GetLocalListVersion')).toMatchObject({
    outcome: 'answered',
    response: { listVersion: 7 },
  });
  const location = 'ftp://192.168.1.2/upload';
  expect(await ask('GetDiagnostics', { location })).toMatchObject({ outcome: 'answered', response: {} });
  expect(station.asked).toEqual([
    { action: 'GetLocalListVersion', payload: {} },
    { action: 'GetDiagnostics', payload: { location } },
  ]);
});

test('an answer that is none is told from an answer', async () => {
  station.answers('GetLocalListVersion', () => ({ listVersion: 'many' }));
  expect(await ask('GetLocalListVersion')).toMatchObject({
    outcome: 'invalid-answer',
    problem: expect.stringContaining('listVersion'),
  });
});

test('an error comes back with its code and its words', async () => {
  station.answers('ReserveNow', () => null);
  const reserve = { connectorId: 1, idTag: 'CARD', reservationId: 1, expiryDate: '2027-01-01T00:00:00Z' };
  const answer = ask('ReserveNow', reserve);
  await eventually(async () => station.asked.length === 1);
  station.socket.send(`[4,"${station.lastAskedId}","NotSupported","no reservations here",{}]`);
  expect(await answer).toMatchObject({ outcome: 'error', problem: 'NotSupported no reservations here' });
});

test('questions go out one at a time, in the order they were asked', async () => {
  station.answers('GetLocalListVersion', () => null);
  const first = ask('GetLocalListVersion');
  await eventually(async () => station.asked.length === 1);
  const second = ask('ClearCache');
  await station.ok('Heartbeat', {});
  expect(station.asked).toHaveLength(1);
  station.socket.send(`[3,"${station.lastAskedId}",{"listVersion":0}]`);
  expect([await first, await second]).toMatchObject([
    { response: { listVersion: 0 } },
    { response: { status: 'Accepted' } },
  ]);
});

test('a line that breaks after the question leaves open what the station did, before it nothing was asked', async () => {
  station.answers('ClearCache', () => null);
  const asked = ask('ClearCache');
  await eventually(async () => station.asked.length === 1);
  const waiting = ask('GetLocalListVersion');
  // It has reached the queue once the one behind it has been refused for its payload.
  await ask('ClearCache', { unheardOf: 1 });
  station.socket.terminate();
  expect((await asked).outcome).toBe('no-answer');
  expect((await waiting).outcome).toBe('not-connected');
});

test('a station that is away or was turned away is not asked', async () => {
  await site.adopt('AWAY');
  expect((await ask('ClearCache', {}, 'AWAY')).outcome).toBe('not-connected');
  await site.api.patch('/stations/LOBBY', { registration: 'rejected' });
  expect((await ask('ClearCache')).outcome).toBe('not-connected');
  expect(station.asked).toEqual([]);
});

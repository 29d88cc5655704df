import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';

const BOOT = { chargePointVendor: 'Vendor', chargePointModel: 'Model' };
const HOLD = { registration: 'pending' };

let site: TestSite;

beforeEach(async () => {
  site = await startSite();
  return () => site.stop();
});

afterEach(() => expect(site.errors).toEqual([]));

test('a boot is accepted with the time in UTC and an interval to keep', async () => {
  const station = await site.station('LOBBY');
  const answer = await station.ok('BootNotification', BOOT);
  expect(answer).toMatchObject({ status: 'Accepted', interval: 300 });
  expect(answer.currentTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(Math.abs(Date.parse(answer.currentTime) - site.clock.now())).toBeLessThan(2_000);
});

test('an accepted station comes back without a boot, also after a restart of the program, and is served', async () => {
  const before = await site.station('LOBBY');
  await before.ok('BootNotification', BOOT);
  await before.hangUp();
  await site.restart();
  const station = await site.station('LOBBY');
  expect(await station.ok('Authorize', { idTag: 'CARD' })).toMatchObject({
    idTagInfo: { status: 'Accepted' },
  });
  expect(station.asked).toEqual([]);
});

test('a station that is being set up hears SecurityError for everything but its boot, billing data and security events', async () => {
  await site.adopt('LOBBY', HOLD);
  const station = await site.station('LOBBY');
  expect(await station.ok('BootNotification', BOOT)).toMatchObject({ status: 'Pending', interval: 60 });
  for (const [action, payload] of [
    ['Authorize', { idTag: 'CARD' }],
    ['Heartbeat', {}],
    ['StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' }],
    ['DataTransfer', { vendorId: 'org.example' }],
    ['FirmwareStatusNotification', { status: 'Idle' }],
  ] as const)
    expect([action, await station.call(action, payload)]).toEqual([
      action,
      { kind: 'error', code: 'SecurityError' },
    ]);
  const view = (await site.api.get('/stations/LOBBY')).json;
  expect(view).toMatchObject({ registration: 'pending', vendor: 'Vendor', connectors: [] });
  const timestamp = new Date().toISOString();
  await station.ok('SecurityEventNotification', { type: 'ResetOrReboot', timestamp });
});

test('a station that is being set up may send what it is asked for, for a while, and no more than that', async () => {
  await site.adopt('LOBBY', HOLD);
  const station = await site.station('LOBBY');
  await station.ok('BootNotification', BOOT);
  await site.api.post('/stations/LOBBY/commands', { kind: 'trigger', message: 'StatusNotification' });
  await eventually(async () => station.asked.length === 1);
  for (const connectorId of [0, 1])
    await station.ok('StatusNotification', { connectorId, errorCode: 'NoError', status: 'Available' });
  station.answers('GetDiagnostics', () => ({ fileName: 'log.txt' }));
  const target = 'ftp://files.example.org/logs/';
  const ordered = await site.api.post('/stations/LOBBY/commands', {
    kind: 'get-diagnostics',
    location: target,
  });
  expect(ordered.status, ordered.text).toBe(202);
  await eventually(async () => station.asked.length === 2);
  await station.ok('DiagnosticsStatusNotification', { status: 'Uploading' });
  const refused = { kind: 'error', code: 'SecurityError' };
  expect(await station.call('Heartbeat', {})).toEqual(refused);
  expect(await station.call('FirmwareStatusNotification', { status: 'Idle' })).toEqual(refused);
  site.clock.advance(11 * 60_000);
  const free = { connectorId: 1, errorCode: 'NoError', status: 'Available' };
  expect(await station.call('StatusNotification', free)).toEqual(refused);
});

test('what a station that is being set up charges all the same is kept, and nobody is admitted', async () => {
  await site.adopt('LOBBY', HOLD);
  const station = await site.station('LOBBY');
  const timestamp = new Date().toISOString();
  const started = await station.ok('StartTransaction', {
    connectorId: 1,
    idTag: 'CARD',
    meterStart: 0,
    timestamp,
  });
  expect(started).toMatchObject({ idTagInfo: { status: 'Invalid' }, transactionId: expect.any(Number) });
  const stop = { transactionId: started.transactionId, meterStop: 700, timestamp };
  await station.ok('StopTransaction', stop);
  const [session] = (await site.api.get('/sessions')).json.items;
  expect(session).toMatchObject({ state: 'needs-decision', measuredWh: 700 });
});

test('a session from before it was put on hold counts as usual', async () => {
  await site.adopt('LOBBY', HOLD);
  const station = await site.station('LOBBY');
  const at = (minutesAgo: number) => new Date(site.clock.now() - minutesAgo * 60_000).toISOString();
  const begun = { connectorId: 1, idTag: 'CARD', meterStart: 0, timestamp: at(90) };
  const { transactionId, idTagInfo } = await station.ok('StartTransaction', begun);
  expect(idTagInfo.status).toBe('Accepted');
  await station.ok('StopTransaction', { transactionId, meterStop: 700, timestamp: at(30) });
  expect((await site.api.get('/sessions')).json.items).toMatchObject([{ state: 'ended', energyWh: 700 }]);
});

test('commands reach a station that is being set up, but none to charge; then it is released and boots', async () => {
  await site.adopt('LOBBY', HOLD);
  const station = await site.station('LOBBY');
  station.answers('Reset', () => ({ status: 'Accepted' }));
  station.answers('RemoteStartTransaction', () => ({ status: 'Accepted' }));
  station.answers('TriggerMessage', () => ({ status: 'Accepted' }));
  await station.ok('BootNotification', BOOT);
  const commands = '/stations/LOBBY/commands';
  await site.api.post(commands, { kind: 'remote-start', connectorId: 1, idTag: 'CARD' });
  await site.api.post(commands, { kind: 'reset', type: 'Soft' });
  await eventually(async () => station.asked.length === 1);
  expect(station.asked).toMatchObject([{ action: 'Reset' }]);

  await site.api.patch('/stations/LOBBY', { registration: 'accepted' });
  await eventually(async () => station.asked.length >= 2);
  expect(station.asked[1]).toEqual({
    action: 'TriggerMessage',
    payload: { requestedMessage: 'BootNotification' },
  });
  expect(await station.ok('BootNotification', BOOT)).toMatchObject({ status: 'Accepted' });
  await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
  await eventually(async () => station.asked.some(({ action }) => action === 'RemoteStartTransaction'));
});

test('an accepted station is never asked to boot', async () => {
  const station = await site.station('LOBBY');
  await station.ok('BootNotification', BOOT);
  await site.api.patch('/stations/LOBBY', { registration: 'accepted', name: 'Lobby' });
  station.answers('Reset', () => ({ status: 'Accepted' }));
  await site.api.post('/stations/LOBBY/commands', { kind: 'reset', type: 'Soft' });
  await eventually(async () => station.asked.length > 0);
  expect(station.asked.map(({ action }) => action)).toEqual(['Reset']);
});

test('a station that was turned away is told so, and nothing else is ever said to it', async () => {
  await site.adopt('LOBBY', { registration: 'rejected' });
  const station = await site.station('LOBBY');
  expect(await station.ok('BootNotification', BOOT)).toMatchObject({ status: 'Rejected', interval: 900 });
  await site.api.post('/stations/LOBBY/commands', { kind: 'reset', type: 'Soft' });
  await station.call('Heartbeat', {});
  const [command] = (await site.api.get('/commands')).json.items;
  expect(command).toMatchObject({ state: 'queued' });
  expect(station.asked).toEqual([]);
});

test('who released a station stands in the logbook', async () => {
  await site.adopt('LOBBY', HOLD);
  await site.api.patch('/stations/LOBBY', { registration: 'accepted' });
  const { items } = (await site.api.get('/logbook?stationId=LOBBY')).json;
  expect(items[0]).toMatchObject({
    kind: 'settings-changed',
    actor: 'Mara Weber',
    facts: { fields: 'registration' },
  });
});

import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

afterEach(() => site.stop());

test('a message by hand goes out as it is, and its answer comes back with its time and a line in the logbook', async () => {
  site = await startSite();
  const station = await site.station('A');
  station.answers('GetLocalListVersion', () => ({ listVersion: 7 }));
  const sent = await send({ action: 'GetLocalListVersion', payload: {} });
  expect(sent.json).toMatchObject({ outcome: 'answered', response: { listVersion: 7 }, problem: null });
  expect(sent.json.latencyMs).toBeGreaterThanOrEqual(0);
  expect(station.asked.at(-1)).toEqual({ action: 'GetLocalListVersion', payload: {} });
  expect((await site.api.get('/logbook?stationId=A')).json.items[0]).toMatchObject({
    kind: 'message-sent',
    actor: 'Mara Weber',
    facts: { action: 'GetLocalListVersion', messageOutcome: 'answered' },
  });
});

test('what does harm is sent only when it is confirmed', async () => {
  site = await startSite();
  const station = await site.station('A');
  const reset = { action: 'Reset', payload: { type: 'Hard' } };
  expect((await send(reset)).json.code).toBe('confirmation-needed');
  expect(station.asked).toEqual([]);
  expect((await send({ ...reset, confirmed: true })).json).toMatchObject({
    outcome: 'answered',
    response: { status: 'Accepted' },
  });
});

test('what takes a reservation away, or sends files of the station to any address, is asked about as well', async () => {
  site = await startSite();
  const station = await site.station('A');
  const location = 'ftp://elsewhere.example/';
  const until = '2026-11-21T10:00:00Z';
  const messages = [
    {
      action: 'ReserveNow',
      payload: { connectorId: 1, expiryDate: until, idTag: 'CARD', reservationId: 4 },
    },
    { action: 'CancelReservation', payload: { reservationId: 4 } },
    { action: 'GetDiagnostics', payload: { location } },
    {
      action: 'GetLog',
      payload: { logType: 'DiagnosticsLog', requestId: 4, log: { remoteLocation: location } },
    },
  ];
  for (const message of messages)
    expect({ ...message, code: (await send(message)).json.code }).toEqual({
      ...message,
      code: 'confirmation-needed',
    });
  expect(station.asked).toEqual([]);
});

test('what would lock the station out is not sent at all', async () => {
  site = await startSite();
  const station = await site.station('A');
  for (const key of ['AuthorizationKey', 'securityprofile'])
    expect(
      (await send({ action: 'ChangeConfiguration', payload: { key, value: 'x' }, confirmed: true })).json
        .code,
    ).toBe('message-locks-out');
  expect(station.asked).toEqual([]);
});

test('what does not fit its schema is refused with the field; what is no message to stations, too', async () => {
  site = await startSite();
  await site.station('A');
  const wrong = await send({ action: 'Reset', payload: { type: 'Gentle' }, confirmed: true });
  expect(wrong.json).toMatchObject({ code: 'invalid-request', fields: [{ path: 'body/payload' }] });
  expect(wrong.json.fields[0].message).toContain('type');
  for (const action of ['Heartbeat', 'Nonsense', '__proto__'])
    expect((await send({ action, payload: {} })).json).toMatchObject({ code: 'invalid-request' });
});

test('a station that refuses, is silent about the message, or is away says so', async () => {
  site = await startSite();
  const station = await site.station('A');
  station.answers('GetLocalListVersion', () => {
    station.socket.send(JSON.stringify([4, station.lastAskedId, 'NotSupported', 'no lists here', {}]));
    return null;
  });
  expect((await send({ action: 'GetLocalListVersion', payload: {} })).json).toMatchObject({
    outcome: 'error',
    problem: 'NotSupported no lists here',
  });
  station.answers('ClearCache', () => ({ status: 'Perhaps' }));
  expect((await send({ action: 'ClearCache', payload: {}, confirmed: true })).json.outcome).toBe(
    'invalid-answer',
  );
  await station.hangUp();
  await expect
    .poll(async () => (await send({ action: 'GetLocalListVersion', payload: {} })).json.outcome)
    .toBe('not-connected');
});

test('every message that can be sent comes with a schema that any program understands', async () => {
  site = await startSite();
  const { items } = (await site.api.get('/sendable-messages')).json;
  const actions: string[] = items.map(({ action }: { action: string }) => action);
  expect(actions).toEqual(actions.toSorted());
  for (const action of ['Reset', 'SendLocalList', 'SetChargingProfile', 'GetLog', 'ExtendedTriggerMessage'])
    expect(actions).toContain(action);
  expect(actions).not.toContain('BootNotification');
  const ajv = new Ajv2020({ strict: true, validateFormats: false });
  for (const { schema } of items) expect(ajv.validateSchema(schema)).toBe(true);
  expect(JSON.stringify(items)).not.toContain('tolerance');
});

function send(body: object) {
  return site.api.post('/stations/A/messages', body);
}

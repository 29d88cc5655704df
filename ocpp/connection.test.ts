import { afterEach, describe, expect, test } from 'vitest';
import { encodeResponse } from './encode-response.ts';
import type { Answer } from './received-call.ts';
import {
  answerKindly,
  closeCodeOf,
  connectRaw,
  startTestServer,
  type TestServer,
  type TestServerOptions,
  until,
} from './test-server.ts';

const servers: TestServer[] = [];

afterEach(async () => {
  for (const { server } of servers.splice(0)) await server.close();
});

async function connected(options: TestServerOptions = {}) {
  const site = await startTestServer(options);
  servers.push(site);
  const station = await connectRaw(`${site.url}A`);
  const [connection] = site.opened;
  if (connection === undefined) throw new Error('not connected');
  return { ...site, connection, ...station };
}

const at = '2026-11-21T12:00:00Z';

describe('a call that cannot be handled is refused with the right code', () => {
  test.each([
    ['an unknown action', '[2,"1","MakeCoffee",{}]', 'NotImplemented'],
    ['an action in the wrong case', '[2,"1","heartbeat",{}]', 'NotImplemented'],
    ['an action that only we may call', '[2,"1","Reset",{"type":"Soft"}]', 'NotSupported'],
    ['an action that is a property of every object', '[2,"1","constructor",{}]', 'NotImplemented'],
    ['a missing field', '[2,"1","Authorize",{}]', 'OccurenceConstraintViolation'],
    ['a wrong type', '[2,"1","Authorize",{"idTag":{}}]', 'TypeConstraintViolation'],
    [
      'an unknown status',
      `[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"?"}]`,
      'PropertyConstraintViolation',
    ],
    ['a list as payload', '[2,"1","Heartbeat",[]]', 'FormationViolation'],
    ['a call of three elements', '[2,"1","Heartbeat"]', 'FormationViolation'],
  ])('%s', async (_name, text, code) => {
    const { socket, received, calls, traffic } = await connected();
    socket.send(text);
    await until(() => received.length === 1);
    expect(JSON.parse(received[0] ?? '')).toEqual([4, '1', code, expect.any(String), {}]);
    expect(calls).toEqual([]);
    expect(traffic).toMatchObject([{ kind: 'refused-call', code, raw: text }]);
  });
});

describe('billing data and boots are never refused, whatever they look like', () => {
  test.each([
    ['no fields', 'StopTransaction', '[2,"1","StopTransaction",{}]'],
    [
      'nonsense in fields',
      'StartTransaction',
      '[2,"1","StartTransaction",{"connectorId":"x","meterStart":1}]',
    ],
    ['a payload too deep', 'MeterValues', `[2,"1","MeterValues",${'['.repeat(20)}${']'.repeat(20)}]`],
    ['no payload', 'BootNotification', '[2,"1","BootNotification"]'],
    ['a list as payload', 'MeterValues', '[2,"1","MeterValues",[]]'],
  ])('%s in %s', async (_name, action, text) => {
    const { socket, received, calls } = await connected();
    socket.send(text);
    await until(() => received.length === 1);
    expect(calls).toMatchObject([{ call: { validity: 'invalid', action, raw: text, messageId: '1' } }]);
    expect(received[0]).toMatch(/^\[3,"1",/);
  });
});

test('a repaired call names what was repaired', async () => {
  const { socket, received, calls } = await connected();
  socket.send(`\ufeff[2,8,"StopTransaction",{"transactionId":"7","meterStop":1.5,"timestamp":"${at}"}]`);
  await until(() => received.length === 1);
  expect(received).toEqual(['[3,8,{}]']);
  expect(calls[0]?.call).toMatchObject({
    validity: 'repaired',
    request: { transactionId: 7, meterStop: 1.5 },
    deviations: [
      { kind: 'frame-padded' },
      { kind: 'message-id-number' },
      { kind: 'number-as-text', where: 'transactionId' },
      { kind: 'fractional-register', where: 'meterStop' },
    ],
  });
});

test.each([
  ['an empty message id', '[2,"","Heartbeat",{}]', '[3,"",{', 'message-id-empty'],
  ['a number as message id', '[2,7,"Heartbeat",{}]', '[3,7,{', 'message-id-number'],
  [
    'a message id of 40 characters',
    `[2,"${'x'.repeat(40)}","Heartbeat",{}]`,
    `[3,"${'x'.repeat(40)}",{`,
    'message-id-too-long',
  ],
  ['null instead of no fields', '[2,"1","Heartbeat",null]', '[3,"1",{', 'payload-null'],
])('%s is noted, and the answer echoes the id as it came', async (_name, text, answer, deviation) => {
  const { socket, received, calls } = await connected();
  socket.send(text);
  await until(() => received.length === 1);
  expect(received[0]?.slice(0, answer.length)).toBe(answer);
  expect(calls[0]?.call.deviations).toMatchObject([{ kind: deviation }]);
});

test('frames that are no calls are counted, and five in a row end the connection', async () => {
  const { socket, received, traffic, closed } = await connected();
  for (const text of ['a', 'b', 'c', 'd']) socket.send(text);
  socket.send('[2,"1","Heartbeat",{}]');
  await until(() => received.length === 1);
  expect(traffic).toHaveLength(4);

  const code = closeCodeOf(socket);
  for (const text of ['a', 'b', 'c', 'd', '[9]']) socket.send(text);
  expect(await code).toBe(1008);
  expect(closed).toMatchObject([{ close: { code: 1008, by: 'central-system' } }]);
});

test('a binary frame ends the connection with 1003', async () => {
  const { socket } = await connected();
  const code = closeCodeOf(socket);
  socket.send(Buffer.from('[2,"1","Heartbeat",{}]'), { binary: true });
  expect(await code).toBe(1003);
});

test('calls of one station are handled one after the other, in order', async () => {
  const finish: (() => void)[] = [];
  const { socket, received, calls } = await connected({
    onCall: (_connection, call) =>
      new Promise<Answer>((resolve) => finish.push(() => resolve(answerKindly(call)))),
  });
  for (const id of ['1', '2', '3']) socket.send(`[2,"${id}","Heartbeat",{}]`);
  for (const count of [1, 2, 3]) {
    await until(() => calls.length === count);
    expect(received).toHaveLength(count - 1);
    finish[count - 1]?.();
    await until(() => received.length === count);
  }
  expect(calls.map(({ call }) => call.messageId)).toEqual(['1', '2', '3']);
});

test('the reply is written before anything that follows from it', async () => {
  const { socket, received, connection } = await connected({
    onCall: (from, { messageId }) =>
      Promise.resolve({
        kind: 'send',
        frame: encodeResponse('Heartbeat', messageId, { currentTime: at }),
        after: () => void from.call('ClearCache', {}),
      }),
  });
  socket.send('[2,"1","Heartbeat",{}]');
  await until(() => received.length === 2);
  expect(received[0]).toMatch(/^\[3,"1"/);
  expect(received[1]).toMatch(/^\[2,".*","ClearCache",\{\}\]$/);
  expect(connection.stationId).toBe('A');
});

test('calls may cross: ours is answered while theirs is still being handled', async () => {
  let finish = () => {};
  const { socket, received, connection } = await connected({
    onCall: (_connection, call) =>
      new Promise<Answer>((resolve) => {
        finish = () => resolve(answerKindly(call));
      }),
  });
  socket.send('[2,"1","Heartbeat",{}]');
  const outcome = connection.call('Reset', { type: 'Soft' });
  await until(() => received.length === 1);
  const [, id] = JSON.parse(received[0] ?? '') as [number, string];
  socket.send(`[3,"${id}",{"status":"Accepted"}]`);
  expect(await outcome).toEqual({ kind: 'result', response: { status: 'Accepted' } });
  finish();
  await until(() => received.length === 2);
});

test('a station that keeps us waiting holds nobody else up', async () => {
  const { received, connection, server, url } = await connected();
  const slow = connection.call('ClearCache', {});
  await until(() => received.length === 1);
  const other = await connectRaw(`${url}B`);
  const call = server.connectionOf('B')?.call('ClearCache', {});
  await until(() => other.received.length === 1);
  const [, id] = JSON.parse(other.received[0] ?? '') as [number, string];
  other.socket.send(`[3,"${id}",{"status":"Accepted"}]`);
  expect(await call).toMatchObject({ kind: 'result' });
  connection.close(1000, 'done');
  expect(await slow).toEqual({ kind: 'closed' });
});

describe('a call of ours', () => {
  test.each([
    ['a result', '{"status":"Accepted"}', { kind: 'result', response: { status: 'Accepted' } }],
    ['an answer that makes no sense', '{"status":"Perhaps"}', { kind: 'invalid-answer' }],
    ['an answer that is no object', '"Accepted"', { kind: 'invalid-answer' }],
  ])('may end in %s', async (_name, payload, expected) => {
    const { socket, received, connection, traffic } = await connected();
    const outcome = connection.call('ClearCache', {});
    await until(() => received.length === 1);
    const [, id] = JSON.parse(received[0] ?? '') as [number, string];
    socket.send(`[3,"${id}",${payload}]`);
    expect(await outcome).toMatchObject(expected);
    expect(traffic.map(({ kind }) => kind)).toEqual(['sent-call', 'received-answer']);
  });

  test('may end in an error, also in one without details', async () => {
    const { socket, received, connection, traffic } = await connected();
    const outcome = connection.call('ClearCache', {});
    await until(() => received.length === 1);
    const [, id] = JSON.parse(received[0] ?? '') as [number, string];
    socket.send(`[4,"${id}","NotSupported"]`);
    expect(await outcome).toEqual({ kind: 'error', code: 'NotSupported', description: '' });
    expect(traffic.at(-1)).toMatchObject({ deviations: [{ kind: 'error-incomplete' }] });
  });

  test('may time out; its late answer and answers nobody asked for are reported', async () => {
    const { socket, received, connection, traffic } = await connected();
    expect(await connection.call('ClearCache', {}, { timeoutMs: 10 })).toEqual({ kind: 'timeout' });
    await until(() => received.length === 1);
    const [, id] = JSON.parse(received[0] ?? '') as [number, string];
    socket.send(`[3,"${id}",{"status":"Accepted"}]`);
    socket.send('[3,"made up",{}]');
    await until(() => traffic.length === 3);
    expect(traffic.map(({ kind }) => kind)).toEqual(['sent-call', 'late-answer', 'unasked-answer']);
  });

  test('ends when the station goes', async () => {
    const { socket, received, connection } = await connected();
    const outcomes = [connection.call('ClearCache', {}), connection.call('ClearCache', {})];
    await until(() => received.length === 1);
    socket.terminate();
    expect(await Promise.all(outcomes)).toEqual([{ kind: 'closed' }, { kind: 'closed' }]);
  });

  test('that is not valid is a bug of ours and never sent', async () => {
    const { connection, received } = await connected();
    await expect(connection.call('ChangeConfiguration', { key: 'x'.repeat(51), value: '' })).rejects.toThrow(
      'key',
    );
    expect(received).toEqual([]);
  });

  test('shows no secrets in what is reported', async () => {
    const { socket, received, connection, traffic } = await connected();
    const change = { key: 'AuthorizationKey', value: 'c0ffee' };
    const changed = connection.call('ChangeConfiguration', change);
    await until(() => received.length === 1);
    expect(received[0]).toContain('c0ffee');
    const [, first] = JSON.parse(received[0] ?? '') as [number, string];
    socket.send(`[3,"${first}",{"status":"Accepted"}]`);
    await changed;

    const read = connection.call('GetConfiguration', {});
    await until(() => received.length === 2);
    const [, second] = JSON.parse(received[1] ?? '') as [number, string];
    const configurationKey = [{ ...change, readonly: false }];
    socket.send(JSON.stringify([3, second, { configurationKey }]));
    expect(await read).toMatchObject({ kind: 'result', response: { configurationKey } });
    // The same again: now nobody has asked. And an error that repeats what it was told.
    socket.send(` ${JSON.stringify([3, second, { configurationKey }])}`);
    socket.send(JSON.stringify([4, second, 'GenericError', '', { request: change }]));
    await until(() => traffic.length === 6);
    expect(JSON.stringify(traffic)).toContain('AuthorizationKey');
    expect(JSON.stringify(traffic)).not.toContain('c0ffee');
  });
});

describe('a bug while a call is handled', () => {
  test('is reported and answered with InternalError', async () => {
    const { socket, received, traffic } = await connected({
      onCall: () => {
        throw new Error('for the test');
      },
    });
    socket.send('[2,"1","Heartbeat",{}]');
    await until(() => received.length === 1);
    expect(JSON.parse(received[0] ?? '')).toEqual([4, '1', 'InternalError', '', {}]);
    expect(traffic).toMatchObject([{ kind: 'handler-failed', action: 'Heartbeat' }]);
  });

  test('closes the connection when billing data might be lost', async () => {
    const { socket, received } = await connected({ onCall: () => Promise.reject(new Error('for the test')) });
    const code = closeCodeOf(socket);
    socket.send(`[2,"1","StopTransaction",{"transactionId":1,"meterStop":1,"timestamp":"${at}"}]`);
    expect(await code).toBe(1011);
    expect(received).toEqual([]);
  });
});

test('what cannot be stored is not answered, so that the station keeps it', async () => {
  const { socket, received } = await connected({
    onCall: () => Promise.resolve({ kind: 'close', code: 1013, reason: 'cannot store' }),
  });
  const code = closeCodeOf(socket);
  socket.send('[2,"1","MeterValues",{}]');
  socket.send('[2,"2","Heartbeat",{}]');
  expect(await code).toBe(1013);
  expect(received).toEqual([]);
});

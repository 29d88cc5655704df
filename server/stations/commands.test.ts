import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signedInPerson } from '../testing/signed-in-person.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;

beforeEach(async () => {
  site = await startSite({ access: 'known-cards' });
  station = await site.station('A');
  await status('Available');
});
afterEach(async () => {
  vi.useRealTimers();
  await site.stop();
});

const HOUR = 3_600_000;

test('a remote start without a card makes up a number, and is in effect when the session begins', async () => {
  const ordered = await order({ kind: 'remote-start', connectorId: 1 });
  expect(ordered).toMatchObject({ kind: 'remote-start', connectorId: 1, orderedBy: 'Mara Weber' });
  const accepted = await reaches(ordered.id, 'accepted');
  expect(accepted).toMatchObject({ answer: 'Accepted', endedAt: null });
  expect(accepted.watchedUntil).not.toBeNull();
  const idTag = String(station.asked[0]?.payload.idTag);
  expect(station.asked[0]?.payload).toEqual({ connectorId: 1, idTag });
  expect(idTag).toMatch(/^RS-[0-9A-F]{13}$/);
  // The number counts at this station only, also where only known cards may charge.
  const other = await site.station('B');
  expect((await other.ok('Authorize', { idTag })).idTagInfo.status).toBe('Invalid');
  expect((await station.ok('Authorize', { idTag })).idTagInfo.status).toBe('Accepted');
  expect(await begin(idTag)).toMatchObject({ idTagInfo: { status: 'Accepted' } });
  expect(await reaches(ordered.id, 'in-effect')).toMatchObject({ sentAt: expect.any(String) });
  expect(await lines()).toEqual(['command-ended in-effect', 'command-ordered']);
});

test('a technician tries a closed charger without a card: decision, session and logbook bear the name', async () => {
  const { json: group } = await site.api.post('/groups', { of: 'users', name: 'Nobody yet' });
  await site.api.post('/access-rules', { name: 'Closed', who: { kind: 'groups', groupIds: [group.id] } });
  const grants = [{ tenantId: 1, role: 'technician' }];
  const { client } = await signedInPerson(site, { name: 'Tom Techniker', grants });
  const ordered = await client.post('/stations/A/commands', { kind: 'remote-start', connectorId: 1 });
  expect(ordered.status).toBe(202);
  await reaches(ordered.json.id, 'accepted');
  const idTag = String(station.asked[0]?.payload.idTag);
  await status('Preparing');
  expect((await station.ok('Authorize', { idTag })).idTagInfo.status).toBe('Accepted');
  const [connector] = (await site.api.get('/stations/A')).json.connectors;
  expect(connector.acceptedCard).toMatchObject({ holder: 'Tom Techniker', cardUid: idTag });
  expect(await begin(idTag)).toMatchObject({ idTagInfo: { status: 'Accepted' } });
  await reaches(ordered.json.id, 'in-effect');
  const [session] = (await site.api.get('/sessions')).json.items;
  expect(session).toMatchObject({ state: 'running', holder: 'Tom Techniker', cardUid: idTag });
  const { items } = (await site.api.get('/logbook?stationId=A')).json;
  expect(items.find(({ kind }: { readonly kind: string }) => kind === 'command-ordered')).toMatchObject({
    actor: 'Tom Techniker',
    facts: { command: 'remote-start' },
  });
  // Nobody else gets in with it, and without the order nobody at all.
  expect((await station.ok('Authorize', { idTag: 'SOMECARD' })).idTagInfo.status).not.toBe('Accepted');
});

test('a remote start with a card sends its number, and a removed card is none', async () => {
  const { json: card } = await site.api.post('/cards', { uid: '04A2', holder: 'Anna' });
  const ordered = await order({ kind: 'remote-start', connectorId: 1, cardId: card.id });
  await reaches(ordered.id, 'accepted');
  expect(station.asked).toMatchObject([{ payload: { connectorId: 1, idTag: '04A2' } }]);
  await begin('04A2');
  await reaches(ordered.id, 'in-effect');
  await site.api.delete(`/cards/${card.id}`);
  expect((await station.ok('Authorize', { idTag: '04A2' })).idTagInfo.status).toBe('Invalid');
  const refused = await site.api.post('/stations/A/commands', {
    kind: 'remote-start',
    connectorId: 1,
    cardId: card.id,
  });
  expect(refused.json.code).toBe('not-found');
  const { json: long } = await site.api.post('/cards', { uid: 'X'.repeat(30), holder: 'Long' });
  const impossible = await site.api.post('/stations/A/commands', {
    kind: 'remote-start',
    connectorId: 1,
    cardId: long.id,
  });
  expect(impossible.json.code).toBe('invalid-request');
});

test('a remote stop is in effect when the session has ended', async () => {
  await site.api.post('/cards', { uid: '04A2', holder: 'Anna' });
  const { transactionId } = await begin('04A2');
  const [session] = (await site.api.get('/sessions')).json.items;
  const ordered = await order({ kind: 'remote-stop', sessionId: session.id });
  await reaches(ordered.id, 'accepted');
  expect(station.asked).toMatchObject([{ action: 'RemoteStopTransaction', payload: { transactionId } }]);
  const timestamp = new Date().toISOString();
  await station.ok('StopTransaction', { transactionId, meterStop: 0, timestamp, reason: 'Remote' });
  await reaches(ordered.id, 'in-effect');
  const again = await site.api.post('/stations/A/commands', { kind: 'remote-stop', sessionId: session.id });
  expect(again.json.code).toBe('not-found');
});

test('an unlocked plug is in effect at once; one that stays locked is a no', async () => {
  station.answers('UnlockConnector', () => ({ status: 'Unlocked' }));
  await reaches((await order({ kind: 'unlock', connectorId: 1 })).id, 'in-effect');
  station.answers('UnlockConnector', () => ({ status: 'UnlockFailed' }));
  const failed = await reaches((await order({ kind: 'unlock', connectorId: 1 })).id, 'rejected');
  expect(failed).toMatchObject({ answer: 'UnlockFailed' });
});

test.each(['Soft', 'Hard'] as const)('a %s reset is in effect when the station boots', async (type) => {
  const ordered = await order({ kind: 'reset', type });
  await reaches(ordered.id, 'accepted');
  expect(station.asked).toEqual([{ action: 'Reset', payload: { type } }]);
  await station.hangUp();
  station = await site.station('A');
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  await reaches(ordered.id, 'in-effect');
});

test('a connector taken out of service says by whom, also when it shows it before it says yes', async () => {
  station.answers('ChangeAvailability', () => {
    void status('Unavailable');
    return { status: 'Accepted' };
  });
  const closed = await order({ kind: 'set-availability', connectorId: 1, inService: false });
  await reaches(closed.id, 'in-effect');
  await eventually(async () => (await connector()).mark === 'closed');
  expect(await connector()).toMatchObject({ closedBy: { who: 'Mara Weber' } });
  station.answers('ChangeAvailability', () => ({ status: 'Scheduled' }));
  const opened = await order({ kind: 'set-availability', connectorId: 1, inService: true });
  expect(await reaches(opened.id, 'accepted')).toMatchObject({ answer: 'Scheduled' });
  await status('Available');
  await reaches(opened.id, 'in-effect');
  expect(await connector()).toMatchObject({ mark: 'free', closedBy: null });
});

test('a whole station is out of service only when each of its connectors is', async () => {
  await status('Available', 2);
  const ordered = await order({ kind: 'set-availability', connectorId: 1, inService: false });
  await reaches(ordered.id, 'accepted');
  await status('Unavailable', 1);
  await reaches(ordered.id, 'in-effect');
  const whole = await order({ kind: 'set-availability', connectorId: 0, inService: false });
  await reaches(whole.id, 'accepted');
  await status('Unavailable', 2);
  await reaches(whole.id, 'in-effect');
});

test('a no of the station is kept in its own word; an error with its code', async () => {
  station.answers('Reset', () => ({ status: 'Rejected' }));
  expect(await reaches((await order({ kind: 'reset', type: 'Soft' })).id, 'rejected')).toMatchObject({
    answer: 'Rejected',
  });
  station.answers('Reset', () => null);
  const ordered = await order({ kind: 'reset', type: 'Soft' });
  await reaches(ordered.id, 'sent');
  await eventually(async () => station.asked.length === 2);
  station.socket.send(JSON.stringify([4, station.lastAskedId, 'NotSupported', 'no reset here', {}]));
  expect(await reaches(ordered.id, 'failed')).toMatchObject({ answer: 'NotSupported no reset here' });
  expect(await lines()).toContain('command-ended failed');
});

test('a station that does not answer may still do it: its effect is watched for', async () => {
  station.answers('Reset', () => null);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const ordered = await order({ kind: 'reset', type: 'Soft' });
  while (station.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(30_001);
  vi.useRealTimers();
  const unanswered = await reaches(ordered.id, 'no-answer');
  expect(unanswered.watchedUntil).not.toBeNull();
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  await reaches(ordered.id, 'in-effect');
});

test('an effect that nobody sees in time is said to be so', async () => {
  const ordered = await order({ kind: 'remote-start', connectorId: 1 });
  await reaches(ordered.id, 'accepted');
  site.clock.advance(4 * 60_000);
  site.server.resumed();
  await reaches(ordered.id, 'not-seen');
});

test('a start that is refused is not what was ordered', async () => {
  const { json: card } = await site.api.post('/cards', { uid: '04A2', holder: 'Anna' });
  const ordered = await order({ kind: 'remote-start', connectorId: 1, cardId: card.id });
  await reaches(ordered.id, 'accepted');
  await site.api.patch(`/cards/${card.id}`, { blocked: true });
  expect(await begin('04A2')).toMatchObject({ idTagInfo: { status: 'Blocked' } });
  expect(await command(ordered.id)).toMatchObject({ state: 'accepted' });
});

test('commands wait for a station that is away, in order, and can be cancelled', async () => {
  await station.hangUp();
  const first = await order({ kind: 'unlock', connectorId: 1 });
  const second = await order({ kind: 'reset', type: 'Soft' });
  const third = await order({ kind: 'reset', type: 'Hard' });
  expect(first).toMatchObject({ state: 'queued', sentAt: null });
  expect((await site.api.post(`/commands/${second.id}/cancel`)).json).toMatchObject({ state: 'cancelled' });
  expect((await site.api.post(`/commands/${second.id}/cancel`)).json.code).toBe('command-not-queued');
  await site.restart();
  expect(await command(first.id)).toMatchObject({ state: 'queued' });
  station = await site.station('A');
  station.answers('UnlockConnector', () => ({ status: 'Unlocked' }));
  site.clock.advance(3_000);
  site.server.resumed();
  await reaches(first.id, 'in-effect');
  await reaches(third.id, 'accepted');
  expect(station.asked.map(({ action }) => action)).toEqual(['UnlockConnector', 'Reset']);
  const { items } = (await site.api.get('/commands?stationId=A&limit=2')).json;
  expect(items.map(({ id }: { id: number }) => id)).toEqual([third.id, second.id]);
});

test('a command that waits for a day is given up', async () => {
  await station.hangUp();
  const ordered = await order({ kind: 'reset', type: 'Soft' });
  site.clock.advance(25 * HOUR);
  site.server.resumed();
  await reaches(ordered.id, 'expired');
});

test('a command that was accepted before a restart of the server is seen in effect after it', async () => {
  const ordered = await order({ kind: 'remote-start', connectorId: 1 });
  await reaches(ordered.id, 'accepted');
  const idTag = String(station.asked[0]?.payload.idTag);
  await site.restart();
  station = await site.station('A');
  await begin(idTag);
  await reaches(ordered.id, 'in-effect');
});

test('an order that was sent is not sent again when the line breaks: its effect is watched for', async () => {
  await site.api.patch('/site', { access: 'everybody' });
  station.answers('RemoteStartTransaction', () => null);
  const ordered = await order({ kind: 'remote-start', connectorId: 1 });
  await eventually(async () => station.asked.length === 1);
  const idTag = String(station.asked[0]?.payload.idTag);
  station.socket.terminate();
  await reaches(ordered.id, 'no-answer');
  station = await site.station('A');
  site.clock.advance(3_000);
  site.server.resumed();
  await begin(idTag);
  await reaches(ordered.id, 'in-effect');
  expect(station.asked).toEqual([]);
});

test('an order that waited behind another one when the line broke is sent when the station is back', async () => {
  station.answers('UnlockConnector', () => null);
  const first = await order({ kind: 'unlock', connectorId: 1 });
  const second = await order({ kind: 'reset', type: 'Soft' });
  await eventually(async () => station.asked.length === 1);
  await station.hangUp();
  await reaches(first.id, 'no-answer');
  expect(await command(second.id)).toMatchObject({ state: 'queued' });
  station = await site.station('A');
  site.clock.advance(3_000);
  site.server.resumed();
  await reaches(second.id, 'accepted');
  expect(station.asked.map(({ action }) => action)).toEqual(['Reset']);
});

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
async function order(wish: object): Promise<any> {
  const answer = await site.api.post('/stations/A/commands', wish);
  expect(answer.status, answer.text).toBe(202);
  return answer.json;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
async function command(id: number): Promise<any> {
  const { items } = (await site.api.get('/commands')).json;
  return items.find((known: { id: number }) => known.id === id);
}

async function reaches(id: number, state: string) {
  return eventually(async () => {
    const known = await command(id);
    return known.state === state && known;
  });
}

function status(word: string, connectorId = 1) {
  return station.ok('StatusNotification', { connectorId, errorCode: 'NoError', status: word });
}

function begin(idTag: string) {
  const timestamp = new Date().toISOString();
  return station.ok('StartTransaction', { connectorId: 1, idTag, meterStart: 0, timestamp });
}

async function connector() {
  return (await site.api.get('/stations/A')).json.connectors[0];
}

async function lines(): Promise<string[]> {
  const { items } = (await site.api.get('/logbook?stationId=A')).json;
  return items
    .filter(({ kind }: { kind: string }) => kind.startsWith('command-'))
    .map(({ kind, facts }: { kind: string; facts: { state?: string } }) =>
      `${kind} ${facts.state ?? ''}`.trim(),
    );
}

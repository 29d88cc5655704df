import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChargePoint } from '#ocpp/simulator/charge-point.ts';
import { createChargePoint } from '#ocpp/simulator/charge-point.ts';
import { seededRandom } from '#ocpp/simulator/random.ts';
import { realTime } from '#ocpp/simulator/time.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;
let box: ChargePoint;

beforeEach(async () => {
  site = await startSite({ access: 'known-cards' });
  await site.adopt('LP-07');
  await site.api.post('/cards', { uid: '04A2B3C4', holder: 'A. Becker' });
  box = station('LP-07');
  box.switchOn();
  await eventually(async () => (await why()).connectorId === 1);
});
afterEach(async () => {
  box.switchOff();
  await site.stop();
});

test('all is well: fifteen checks say why they found nothing', async () => {
  const { cause, check, cleared, action, connectorId } = await why();
  expect([cause, check, action?.kind, connectorId]).toEqual(['nothing-found', 'nothing', 'restart', 1]);
  expect(cleared).toHaveLength(15);
  expect(cleared[0]).toMatchObject({ check: 'connection', evidence: 'connected' });
});

test('the line is down, then wrong at the door', async () => {
  box.switchOff();
  expect(await whyIs('offline')).toMatchObject({ action: { kind: 'open-door' } });
  await site.api.post('/stations/LP-07/password', { password: 'another one 1'.replaceAll(' ', '-') });
  box.switchOn();
  expect(await whyIs('offline-refused')).toMatchObject({ figures: { reason: 'missing-password' } });
});

test('a station that never came, and stations that went together', async () => {
  await site.adopt('NEVER');
  expect(await why('NEVER')).toMatchObject({ cause: 'never-connected', connectorId: null });
  await site.adopt('LP-08');
  const other = station('LP-08');
  other.switchOn();
  await whyIs('nothing-found', 'LP-08');
  box.loseNetwork();
  other.loseNetwork();
  expect(await whyIs('offline-together')).toMatchObject({ figures: { stations: 2 } });
  other.switchOff();
});

test('a fault, and what its code asks for', async () => {
  box.setFault(1, 'GroundFailure');
  const found = await whyIs('fault');
  expect(found).toMatchObject({
    figures: { code: 'GroundFailure' },
    action: { kind: 'take-out-of-service' },
  });
});

test('out of service, by whom, and the way back', async () => {
  await site.api.post('/stations/LP-07/commands', {
    kind: 'set-availability',
    connectorId: 1,
    inService: false,
  });
  const found = await whyIs('closed');
  expect(found).toMatchObject({
    figures: { who: 'Mara Weber' },
    action: { kind: 'put-in-service', connectorId: 1 },
  });
});

test('a card that nobody knows, and the same card read backwards', async () => {
  await box.presentCard(1, 'FFFF0001');
  expect(await whyIs('card-unknown')).toMatchObject({ action: { kind: 'hold-card' } });
  await box.presentCard(1, 'C4B3A204');
  const found = await whyIs('card-spelled-otherwise');
  expect(found).toMatchObject({
    check: 'card-spelling',
    figures: { card: 'C4B3A204', known: '04A2B3C4', holder: 'A. Becker', spelling: 'reversed' },
    action: { kind: 'link-card', uid: 'C4B3A204' },
  });
  // Linked, it may charge; the card has to be held again.
  await site.api.post(`/cards/${found.action.cardId}/spellings`, { uid: 'C4B3A204' });
  expect((await whyIs('nothing-found')).cleared).toContainEqual(
    expect.objectContaining({ evidence: 'card-may-charge-now' }),
  );
});

test('a blocked card', async () => {
  const [card] = (await site.api.get('/cards')).json.items;
  await site.api.patch(`/cards/${card.id}`, { blocked: true });
  await box.presentCard(1, '04A2B3C4');
  expect(await whyIs('card-blocked')).toMatchObject({ action: { kind: 'open-card', cardId: card.id } });
});

test('the card was accepted and the plug never came; after a restart of the program, too', async () => {
  await box.presentCard(1, '04A2B3C4');
  expect(await whyIs('no-plug')).toMatchObject({ figures: { card: '04A2B3C4', holder: 'A. Becker' } });
  box.switchOff();
  await site.restart();
  box = station('LP-07');
  box.switchOn();
  await whyIs('no-plug');
});

test('plugged in and no card; then out again after a moment', async () => {
  box.plugIn(1);
  expect(await whyIs('no-card')).toMatchObject({ action: { kind: 'start' } });
  box.unplug(1);
  expect(await whyIs('brief-plug')).toMatchObject({ action: { kind: 'unlock' } });
});

test('the car has paused; asked of another connector, nothing is wrong', async () => {
  box.plugIn(1);
  await box.presentCard(1, '04A2B3C4');
  await whyIs('charging');
  box.setCarPower(1, 0);
  expect(await whyIs('car-paused')).toMatchObject({ action: { kind: 'open-session' }, connectorId: 1 });
  expect((await site.api.get('/stations/LP-07/why?connector=2')).json.cause).toBe('nothing-found');
});

test('a limit from here pauses the car', async () => {
  box.plugIn(1);
  await box.presentCard(1, '04A2B3C4');
  await whyIs('charging');
  const periods = [{ startSeconds: 0, limit: 0 }];
  await site.api.post('/stations/LP-07/commands', {
    kind: 'set-charging-profile',
    connectorId: 1,
    profile: { purpose: 'TxDefaultProfile', stackLevel: 0, timing: 'Relative', unit: 'A', periods },
  });
  expect(await whyIs('limited-to-pause')).toMatchObject({ check: 'site-pause', figures: { limitA: 0 } });
});

test('a command that the station has refused', async () => {
  await site.api.post('/stations/LP-07/commands', { kind: 'remote-start', connectorId: 2 });
  const found = await eventually(async () => {
    const answer = (await site.api.get('/stations/LP-07/why?connector=2')).json;
    return answer.cause === 'command-refused' ? answer : null;
  });
  expect(found).toMatchObject({ figures: { command: 'remote-start', answer: 'Rejected' } });
});

test('a clock that is wrong by minutes', async () => {
  const raw = await site.station('WRONG');
  await raw.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  const timestamp = new Date(Date.now() + 180_000).toISOString();
  await raw.ok('StatusNotification', {
    connectorId: 1,
    status: 'Available',
    errorCode: 'NoError',
    timestamp,
  });
  expect(await whyIs('clock-wrong', 'WRONG')).toMatchObject({ action: { kind: 'restart' } });
});

test('it charges on one phase where three would do', async () => {
  const raw = await site.station('SLOW');
  const at = (secondsAgo: number) => new Date(Date.now() - secondsAgo * 1_000).toISOString();
  await raw.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  const begin = { connectorId: 1, idTag: '04A2B3C4', meterStart: 0, timestamp: at(600) };
  const { transactionId } = await raw.ok('StartTransaction', begin);
  await raw.ok('StatusNotification', { connectorId: 1, status: 'Charging', errorCode: 'NoError' });
  const sampledValue = [
    { value: '3600', measurand: 'Power.Active.Import' },
    ...['L1', 'L2', 'L3'].map((phase) => ({
      value: phase === 'L1' ? '15.7' : '0.0',
      measurand: 'Current.Import',
      unit: 'A',
      phase,
    })),
  ];
  const meterValue = [{ timestamp: at(5), sampledValue }];
  await raw.ok('MeterValues', { connectorId: 1, transactionId, meterValue });
  expect(await whyIs('one-phase', 'SLOW')).toMatchObject({ figures: { powerW: 3_600, mostW: 22_000 } });
});

test('of a station that is not ours nothing is told', async () => {
  expect((await site.api.get('/stations/NOBODY/why')).status).toBe(404);
  expect((await site.api.get('/stations/LP-07/why?connector=99')).status).toBe(400);
});

function station(id: string): ChargePoint {
  return createChargePoint({
    url: site.server.ocppUrl,
    id,
    time: realTime(),
    random: seededRandom(3),
    meterIntervalMs: 1_000,
    reconnectMs: 50,
  });
}

async function why(id = 'LP-07') {
  return (await site.api.get(`/stations/${id}/why`)).json;
}

/** What the station is explained with, once the cause is this one. */
function whyIs(cause: string, id = 'LP-07') {
  return eventually(async () => {
    const answer = await why(id);
    return answer.cause === cause ? answer : null;
  });
}
